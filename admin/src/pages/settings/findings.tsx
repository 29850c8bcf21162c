import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '../../api/entities.ts'
import classes from './settings.module.css'

/** What the checker says of a text; `fine` when there was a text to check. */
export function Findings({ findings, fine }: { findings: Finding[]; fine: boolean }) {
  const { t } = useTranslation('settings')
  return (
    <ul className={classes.findings} aria-live="polite">
      {findings.map((finding) => (
        <li key={finding.rule + finding.message} data-severity={finding.severity}>
          {finding.severity === 'error' ? (
            <IconCircleX size={17} aria-hidden />
          ) : (
            <IconAlertTriangle size={17} aria-hidden />
          )}
          <span>
            {finding.message} <small>{finding.rule}</small>
          </span>
        </li>
      ))}
      {fine && findings.length === 0 && (
        <li data-severity="fine">
          <IconCircleCheck size={17} aria-hidden />
          <span>{t('wording.fine')}</span>
        </li>
      )}
    </ul>
  )
}
