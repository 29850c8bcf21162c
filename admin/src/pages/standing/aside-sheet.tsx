import { Alert, Code, Skeleton, Stack, Text } from '@mantine/core'
import { IconInfoCircle, IconLock } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { AsideItem } from '../../api/entities.ts'
import { useApi } from '../../api/use-api.ts'
import { ErrorState } from '../../design/error-state.tsx'
import { SideSheet } from '../../design/side-sheet.tsx'
import { DateTime } from '../../design/values.tsx'
import classes from './standing.module.css'

interface AsideSheetProps {
  item: AsideItem
  reason: string
  onClose: () => void
}

/** What Meta sent, word for word. Every look is written into the audit log. */
export function AsideSheet({ item, reason, onClose }: AsideSheetProps) {
  const { t } = useTranslation('standing')
  return (
    <SideSheet opened wide onClose={onClose} title={reason}>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          <DateTime at={item.at} />
          {item.place && ` · ${t('aside.place', { place: item.place })}`}
        </Text>
        {item.canOpen ? (
          <Content id={item.id} />
        ) : (
          <Alert color="yellow" icon={<IconLock />}>
            {t('aside.shared')}
          </Alert>
        )}
      </Stack>
    </SideSheet>
  )
}

function Content({ id }: { id: string }) {
  const { t } = useTranslation('standing')
  const api = useApi()
  const content = useQuery({
    ...api.query(['standing', 'aside', id], (client, signal) =>
      client.GET('/api/v1/standing/aside/{id}', { params: { path: { id } }, signal }),
    ),
    // Each look is an entry in the audit log: only a person makes one.
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  if (content.error) return <ErrorState error={content.error} onRetry={() => void content.refetch()} />
  if (!content.data) return <Skeleton height="16rem" radius="md" />
  return (
    <>
      <Alert color="blue" icon={<IconInfoCircle />}>
        {t('aside.audited')}
      </Alert>
      <Code block className={classes.raw}>
        {content.data.text}
      </Code>
    </>
  )
}
