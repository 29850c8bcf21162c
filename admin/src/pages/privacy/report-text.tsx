import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ErasureReport } from '../../api/campaign-entities.ts'
import { useFormat } from '../../i18n/format.ts'
import classes from './privacy.module.css'

/** What an erasure took away, and what stays and why; the server says it in the person's language. */
export function ReportText({ report }: { report: ErasureReport }) {
  const { t } = useTranslation('privacy')
  const format = useFormat()
  return (
    <div className={classes.report}>
      <div>
        <Title order={3}>{t('report.erased')}</Title>
        <dl className={classes.erased}>
          {report.erased.map((line) => (
            <div key={line.what}>
              <dt>{line.what}</dt>
              <dd>{format.number(line.count)}</dd>
            </div>
          ))}
        </dl>
      </div>
      <div>
        <Title order={3}>{t('report.kept')}</Title>
        <dl className={classes.kept}>
          {report.kept.map((line) => (
            <div key={line.what}>
              <dt>{line.what}</dt>
              <dd>{line.why}</dd>
            </div>
          ))}
        </dl>
      </div>
    </div>
  )
}
