import { listTemplates, sendTemplateEvent, setTemplateCategory } from '../api/simulator.ts'
import type { SimTemplate, TemplateEvent } from '../api/types.ts'
import { useLive } from '../api/use-live.ts'
import { useWords } from '../app/settings.tsx'
import { attempt } from '../ui/toast.ts'
import { Section } from './section.tsx'
import s from './templates-section.module.css'

const events: readonly TemplateEvent[] = ['APPROVED', 'REJECTED', 'PAUSED', 'DISABLED', 'REINSTATED']
const categories = ['MARKETING', 'UTILITY'] as const

/** Submitted templates, and what may happen to them after the review. */
export function TemplatesSection() {
  const words = useWords()
  const templates = useLive('templates', listTemplates, (name) => name === 'template')
  return (
    <Section title={words.templates}>
      {templates.data?.length === 0 && <p className={s.none}>{words.noTemplates}</p>}
      <ul className={s.list}>
        {templates.data?.map((template) => (
          <Template key={template.id} template={template} onDone={templates.reload} />
        ))}
      </ul>
    </Section>
  )
}

function Template({ template, onDone }: { template: SimTemplate; onDone(): void }) {
  const words = useWords()
  const act = async (choice: string) => {
    const event = events.find((each) => each === choice)
    const category = categories.find((each) => each === choice)
    if (event) await attempt(sendTemplateEvent(template.id, event), words.unreachable)
    if (category) await attempt(setTemplateCategory(template.id, category), words.unreachable)
    onDone()
  }
  return (
    <li className={s.template} data-testid="template" data-template-id={template.id}>
      <div className={s.words}>
        <p className={s.name}>{template.name}</p>
        <p className={s.line}>
          <span className={s.status} data-status={template.status}>
            {template.status}
          </span>{' '}
          {template.category} · {template.language}
        </p>
      </div>
      <select
        className={s.change}
        value=""
        aria-label={`${words.templateEvent}: ${template.name}`}
        onChange={(event) => void act(event.target.value)}
      >
        <option value="" disabled>
          {words.templateEvent}
        </option>
        {[...events, ...categories.filter((each) => each !== template.category)].map((choice) => (
          <option key={choice}>{choice}</option>
        ))}
      </select>
    </li>
  )
}
