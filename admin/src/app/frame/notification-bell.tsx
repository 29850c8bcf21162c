import { ActionIcon, Button, Indicator, Tooltip } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconBell, IconBellOff } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Notification } from '../../api/entities.ts'
import { useApi, useChange } from '../../api/use-api.ts'
import { EmptyState } from '../../design/empty-state.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { SideSheet } from '../../design/side-sheet.tsx'
import { Relative } from '../../design/values.tsx'
import classes from './notification-bell.module.css'
import { NotificationLink } from './notification-link.tsx'

const MOST_COUNTED = 9

/** The bell with how much the member has not read, and the drawer with everything it rang for. Going to a thing reads it. */
export function NotificationBell() {
  const { t } = useTranslation(['app', 'design'])
  const api = useApi()
  const [opened, { open, close }] = useDisclosure(false)
  const unread = useQuery(
    api.query(['notifications', 'unread'], (client, signal) =>
      client.GET('/api/v1/notifications', { params: { query: { unread: '1' } }, signal }),
    ),
  )
  const read = useChange(
    (client, ids: string[] | undefined) => client.POST('/api/v1/notifications/read', { body: { ids } }),
    { touches: [['notifications']] },
  )
  const count = unread.data?.items.length ?? 0
  return (
    <>
      <Tooltip label={t('notifications.title')}>
        <Indicator
          disabled={count === 0}
          size={17}
          offset={8}
          label={<span aria-hidden>{count > MOST_COUNTED ? `${MOST_COUNTED}+` : count}</span>}
          classNames={{ indicator: classes.count }}
          withBorder
        >
          <ActionIcon size="lg" onClick={open} aria-label={t('notifications.open', { count })}>
            <IconBell size={19} stroke={1.7} />
          </ActionIcon>
        </Indicator>
      </Tooltip>
      <SideSheet
        opened={opened}
        onClose={close}
        title={t('notifications.title')}
        footer={
          count > 0 && (
            <Button
              variant="default"
              size="xs"
              loading={read.isPending}
              onClick={() => read.mutate(undefined)}
            >
              {t('notifications.readAll')}
            </Button>
          )
        }
      >
        <NotificationList
          onGo={(item) => {
            close()
            if (!item.readAt) read.mutate([item.id])
          }}
        />
      </SideSheet>
    </>
  )
}

function NotificationList({ onGo }: { onGo: (item: Notification) => void }) {
  const { t } = useTranslation(['app', 'design'])
  const api = useApi()
  const list = useInfiniteQuery(
    api.pages<Notification>(['notifications', 'all'], (client, after, signal) =>
      client.GET('/api/v1/notifications', { params: { query: { limit: 30, after } }, signal }),
    ),
  )
  const items = list.data?.pages.flatMap((page) => page.items) ?? []
  if (list.error) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />
  if (!list.isPending && items.length === 0) {
    return (
      <EmptyState
        icon={IconBellOff}
        title={t('notifications.emptyTitle')}
        text={t('notifications.emptyText')}
      />
    )
  }
  return (
    <>
      <ul className={classes.list} aria-busy={list.isPending}>
        {items.map((item) => (
          <li
            key={item.id}
            className={classes.item}
            data-severity={item.severity}
            data-unread={!item.readAt || undefined}
          >
            <span className={classes.dot} aria-hidden />
            <div className={classes.words}>
              <NotificationLink notification={item} onGo={() => onGo(item)} />
              {item.detail && <p>{item.detail}</p>}
              <span className={classes.when}>
                <Relative at={item.at} />
                {!item.readAt && ` · ${t('notifications.unread')}`}
              </span>
            </div>
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <Button variant="subtle" size="xs" fullWidth onClick={() => void list.fetchNextPage()}>
          {t('design:table.more')}
        </Button>
      )}
    </>
  )
}
