import { useBlocker } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Template, TemplateDraft } from '../../api/campaign-entities.ts'
import type { Channel } from '../../api/entities.ts'
import { useBusiness } from '../../app/use-business.ts'
import { PageHeader } from '../../design/page-header.tsx'
import { StateBadge } from '../../design/state-badge.tsx'
import { useFormat } from '../../i18n/format.ts'
import { AboutFields } from './about-fields.tsx'
import { Actions } from './actions.tsx'
import { CategoryNotice } from './category-notice.tsx'
import { draftOf, newDraft, repaired, tidy, withPart } from './draft.ts'
import { FindingsList } from './findings-list.tsx'
import { FormContext, type TemplateForm } from './form.ts'
import { LanguagesSection } from './languages-section.tsx'
import { MessageFields } from './message-fields.tsx'
import { PaneSwitch, usePanes } from './panes.tsx'
import { SavedChangeNotice } from './saved-change-notice.tsx'
import { Side } from './side.tsx'
import { StateNotice } from './state-notice.tsx'
import classes from './template.module.css'
import { useFindings } from './use-findings.ts'
import { VersionsSection } from './versions-section.tsx'
import { WhereUsed } from './where-used.tsx'

interface EditorProps {
  /** Undefined: a template that does not exist yet. */
  template: Template | undefined
  /** All templates of the business, for the other languages of this one. */
  all: readonly Template[]
  channels: Channel[]
  /** The language a new template starts in. */
  language: string
}

const free: readonly Template['state'][] = ['draft', 'rejected']
const changeable: readonly Template['state'][] = ['approved', 'paused']

/** Form, phone and findings. Without changes it follows the template, so that a verdict of Meta shows at once. */
export function Editor({ template, all, channels, language }: EditorProps) {
  const { t } = useTranslation('template')
  const format = useFormat()
  const { slug } = useBusiness()
  const [changes, setChanges] = useState<TemplateDraft>()
  const [unlocked, setUnlocked] = useState(false)
  const panes = usePanes()
  const [touched, setTouched] = useState(Boolean(template))
  const editable = !template || free.includes(template.state) || unlocked
  const known = template && draftOf(template, unlocked)
  const draft = changes ?? known ?? newDraft(channels[0]?.id ?? '', language)
  const dirty = Boolean(changes) && JSON.stringify(tidy(draft)) !== JSON.stringify(known && tidy(known))
  const check = useFindings(draft, template?.id, editable)
  const findings = editable ? (check.list ?? []) : []
  const errors = findings.filter((each) => each.severity === 'error')
  const change = (next: TemplateDraft) => {
    setChanges(next)
    if (next.content.body) setTouched(true)
  }
  const form: TemplateForm = {
    draft,
    change,
    setContent: (part) => change({ ...draft, content: withPart(draft.content, part) }),
    channels,
    fixed: unlocked || Boolean(template?.submittedAt),
    categoryFixed: template?.state === 'approved',
    readOnly: !editable,
    findings: touched ? findings : [],
    repair: (finding) => change(repaired(draft, finding)),
  }
  const forget = () => {
    setChanges(undefined)
    setUnlocked(false)
  }
  const showErrors = () => {
    setTouched(true)
    const [first] = errors
    if (first) panes.jump(first.where)
  }
  useBlocker({
    shouldBlockFn: () => dirty && !window.confirm(t('leave')),
    enableBeforeUnload: () => dirty,
    disabled: !dirty,
  })

  return (
    <FormContext value={form}>
      <PageHeader
        title={template?.name ?? t('newTitle')}
        badge={template && <StateBadge kind="template" state={template.state} />}
        lead={
          template
            ? t('lead', { language: format.language(template.language.replace('_', '-')) })
            : t('newLead')
        }
        back={{ to: `/b/${slug}/templates`, label: t('back') }}
        actions={
          <Actions
            template={template}
            draft={draft}
            dirty={dirty}
            editable={editable}
            changeable={Boolean(template && changeable.includes(template.state))}
            checked={check.current}
            submission={check.submission}
            errors={errors.length}
            onUnlock={() => setUnlocked(true)}
            onSaved={() => setChanges(undefined)}
            onSubmitted={forget}
            onRefused={showErrors}
          />
        }
      />
      <div className={classes.page}>
        {template && !unlocked && <StateNotice template={template} />}
        {template && <CategoryNotice template={template} />}
        {template?.draft && !unlocked && (
          <SavedChangeNotice template={template} onContinue={() => setUnlocked(true)} />
        )}
        <PaneSwitch panes={panes} errors={touched ? errors.length : 0} />
        <div ref={panes.holder} className={classes.editor} data-pane={panes.pane}>
          <div className={classes.form}>
            <AboutFields />
            <MessageFields />
            {template && (
              <>
                <LanguagesSection key={template.id} template={template} all={all} />
                <VersionsSection template={template} />
                <WhereUsed templateId={template.id} />
              </>
            )}
          </div>
          <div className={classes.side}>
            <Side />
            {editable && <FindingsList findings={check.list} checking={!check.current} onJump={panes.jump} />}
          </div>
        </div>
      </div>
    </FormContext>
  )
}
