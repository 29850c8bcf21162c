import { Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** The end of a settings form: says what is unsaved, or why nothing can be changed. */
export function SaveBar({
  dirty,
  loading,
  allowed,
  onReset,
}: {
  dirty: boolean
  loading: boolean
  allowed: boolean
  onReset: () => void
}) {
  const { t } = useTranslation('settings')
  if (!allowed) {
    return (
      <Text size="sm" c="dimmed">
        {t('ownerOnly')}
      </Text>
    )
  }
  return (
    <Group justify="flex-end" gap="xs">
      {dirty && (
        <Button variant="subtle" color="gray" onClick={onReset}>
          {t('reset')}
        </Button>
      )}
      <Button type="submit" disabled={!dirty} loading={loading}>
        {t('save')}
      </Button>
    </Group>
  )
}
