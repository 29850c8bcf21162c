import { Progress, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ContactImport } from '../../api/entities.ts'
import { useFormat } from '../../i18n/format.ts'
import classes from './contacts.module.css'

/** While the server reads. How many lines a file has is only known at its end, so lines are counted, not promised. */
export function ImportRunning({
  fileName,
  progress,
}: {
  fileName: string
  progress: ContactImport | undefined
}) {
  const { t } = useTranslation('contacts')
  const format = useFormat()
  const read = progress?.rowsTotal ?? 0
  return (
    <div className={classes.running}>
      <Text fw={560}>{t('wizard.running')}</Text>
      <Text size="sm" c="dimmed">
        {fileName}
      </Text>
      <span className={classes.bigNumber} aria-hidden>
        {format.number(read)}
      </span>
      <Text size="sm" role="status">
        {t('wizard.progress', { count: read, number: format.number(read) })}
      </Text>
      <Progress value={100} animated className={classes.bar} aria-label={t('wizard.running')} />
      <Text size="sm" c="dimmed">
        {t('wizard.runningText')}
      </Text>
    </div>
  )
}
