import { Alert } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { LedgerVerdict } from '../../api/campaign-entities.ts'
import { CopyField } from '../../design/copy-field.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './privacy.module.css'

/** What a check of the whole ledger found: calm when all is well, and precise when not. */
export function Verdict({ verdict, compared }: { verdict: LedgerVerdict; compared: boolean }) {
  const { t } = useTranslation('privacy')
  const format = useFormat()
  const counted = (count: number) => ({ count, number: format.number(count) })
  if (verdict.ok) {
    return (
      <Alert
        variant="light"
        color="jade"
        icon={<IconCircleCheck size={22} stroke={1.7} />}
        title={t('result.ok', counted(verdict.checked))}
      >
        {t('result.okText', { date: format.dateTime(verdict.at) })}
        {compared && ` ${t('result.okSince')}`}
        {(verdict.shredded ?? 0) > 0 && (
          <p className={classes.aside}>{t('result.shredded', counted(verdict.shredded ?? 0))}</p>
        )}
        {(verdict.unexplained ?? 0) > 0 && (
          <p className={classes.worry}>{t('result.unexplained', counted(verdict.unexplained ?? 0))}</p>
        )}
      </Alert>
    )
  }
  return (
    <Alert
      variant="light"
      color="red"
      icon={<IconAlertTriangle size={22} stroke={1.7} />}
      title={t('result.bad')}
    >
      <p className={classes.fault}>{verdict.detail ?? verdict.reason}</p>
      <p className={classes.aside}>
        {(verdict.seq ?? 0) > 0 && `${t('result.before', counted(verdict.seq ?? 0))} `}
        {t('result.meaning')}
      </p>
      <p className={classes.aside}>{t('result.next')}</p>
      {verdict.entryId && (
        <div className={classes.faultId}>
          <CopyField label={t('result.entry')} value={verdict.entryId} />
        </div>
      )}
    </Alert>
  )
}
