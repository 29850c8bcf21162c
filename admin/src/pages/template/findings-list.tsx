import { Loader } from '@mantine/core'
import { IconAlertCircle, IconAlertTriangle, IconArrowRight, IconCircleCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { TemplateFinding } from '../../api/campaign-entities.ts'
import { jumpTo } from './field-label.tsx'
import classes from './template.module.css'

interface FindingsListProps {
  findings: TemplateFinding[] | undefined
  checking: boolean
}

/** What Meta would refuse and what the law asks for, each a jump to its field. */
export function FindingsList({ findings, checking }: FindingsListProps) {
  const { t } = useTranslation('template')
  return (
    <section className={classes.findings} aria-labelledby="template-findings" aria-live="polite">
      <h2 id="template-findings" className={classes.findingsTitle}>
        {t('findings.title')}
        {checking && <Loader size={13} color="gray" aria-hidden />}
      </h2>
      {findings?.length === 0 ? (
        <p className={classes.fine}>
          <IconCircleCheck size={18} aria-hidden />
          {t('findings.none')}
        </p>
      ) : (
        <ul className={classes.findingsList}>
          {findings?.map((finding) => (
            <li key={`${finding.where} ${finding.rule} ${finding.message}`}>
              <button
                type="button"
                className={classes.finding}
                data-severity={finding.severity}
                onClick={() => jumpTo(finding.where)}
              >
                {finding.severity === 'error' ? (
                  <IconAlertCircle size={17} aria-label={t('findings.error')} />
                ) : (
                  <IconAlertTriangle size={17} aria-label={t('findings.warning')} />
                )}
                <span>
                  {finding.message}
                  {finding.rule.startsWith('C-') && (
                    <span className={classes.rule}>{t('findings.rule', { rule: finding.rule })}</span>
                  )}
                </span>
                <IconArrowRight size={15} className={classes.jump} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
