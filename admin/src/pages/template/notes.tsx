import { Button } from '@mantine/core'
import { IconAlertCircle, IconBulb } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { TemplateFinding } from '../../api/campaign-entities.ts'
import { useTemplateForm } from './form.ts'
import classes from './notes.module.css'

interface FieldNotes {
  /** For `error` of an input: its errors, or nothing. */
  error: ReactNode
  errorProps: { component: 'div' }
}

const asBlock = { component: 'div' } as const

/** What the server finds wrong at a place, in the shape that inputs take, so that screen readers tie it to the field. */
export function useErrorsAt(where: string): FieldNotes {
  const { findings } = useTemplateForm()
  const errors = findings.filter((each) => each.severity === 'error' && each.where === where)
  return { error: errors.length > 0 ? <List findings={errors} /> : undefined, errorProps: asBlock }
}

/** Errors where no input can carry them, and advice everywhere. */
export function Advice({ where, errors = false }: { where: string; errors?: boolean }) {
  const { findings } = useTemplateForm()
  const found = findings.filter((each) => each.where === where && (errors || each.severity === 'warning'))
  return found.length > 0 ? <List findings={found} /> : null
}

function List({ findings }: { findings: readonly TemplateFinding[] }) {
  return (
    <ul className={classes.notes}>
      {findings.map((finding) => (
        <Note key={`${finding.rule} ${finding.message}`} finding={finding} />
      ))}
    </ul>
  )
}

/** What is wrong, which rule says so, what helps; where a machine can mend it, a button does. */
function Note({ finding }: { finding: TemplateFinding }) {
  const { t } = useTranslation('template')
  const { repair, readOnly } = useTemplateForm()
  const Icon = finding.severity === 'error' ? IconAlertCircle : IconBulb
  return (
    <li className={classes.note} data-severity={finding.severity}>
      <Icon
        size={16}
        role="img"
        aria-label={t(finding.severity === 'error' ? 'findings.error' : 'findings.warning')}
      />
      <div>
        <p className={classes.message}>{finding.message}</p>
        <p>{finding.fix}</p>
        <p className={classes.foot}>
          <span>
            {finding.rule.startsWith('C-')
              ? t('findings.rule', { rule: finding.rule })
              : t(finding.rule === 'meta' ? 'findings.meta' : 'findings.fair')}
          </span>
          {finding.repair && !readOnly && (
            <Button size="compact-xs" variant="default" onClick={() => repair(finding)}>
              {t('findings.repair')}
            </Button>
          )}
        </p>
      </div>
    </li>
  )
}
