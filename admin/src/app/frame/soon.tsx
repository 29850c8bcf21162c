import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** Stands in for a page that is still being built. */
export function Soon() {
  const { t } = useTranslation('app')
  return <Text c="dimmed">{t('soon')}</Text>
}
