import { Button, ScrollArea, Skeleton } from '@mantine/core'
import { IconMessageOff } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Fragment, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConversationMessage } from '../../api/campaign-entities.ts'
import { useApi } from '../../api/use-api.ts'
import { EmptyState } from '../../design/empty-state.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { useFormat } from '../../i18n/format.ts'
import { Message } from './message.tsx'
import classes from './messages.module.css'
import type { ChatKey } from './use-chat.ts'

const pageSize = 40

/** The chat, oldest at the top. New messages keep the end in sight, older ones keep the place. */
export function Messages({ chat }: { chat: ChatKey }) {
  const { t } = useTranslation('inbox')
  const api = useApi()
  const viewport = useRef<HTMLDivElement>(null)
  const seen = useRef<{ first?: string | undefined; last?: string | undefined; height: number }>({
    height: 0,
  })
  const query = useInfiniteQuery(
    api.pages<ConversationMessage>(
      ['conversations', chat.contactId, chat.channelId, 'messages'],
      (client, before, signal) =>
        client.GET('/api/v1/conversations/{contactId}/{channelId}/messages', {
          params: {
            path: { contactId: chat.contactId, channelId: chat.channelId },
            query: { limit: pageSize, ...(before ? { before } : {}) },
          },
          signal,
        }),
    ),
  )
  const messages = (query.data?.pages.flatMap((page) => page.items) ?? []).toReversed()
  const first = messages[0]?.id
  const last = messages.at(-1)?.id
  useLayoutEffect(() => {
    const box = viewport.current
    if (!box) return
    const before = seen.current
    if (last !== before.last) box.scrollTop = box.scrollHeight
    else if (first !== before.first) box.scrollTop += box.scrollHeight - before.height
    seen.current = { first, last, height: box.scrollHeight }
  }, [first, last])

  if (query.error && messages.length === 0) {
    return (
      <div className={classes.messagesEmpty}>
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      </div>
    )
  }
  if (query.isPending) {
    return (
      <div className={classes.messagesEmpty} aria-busy role="status" aria-label={t('loading')}>
        <Skeleton height="3rem" width="55%" m="md" />
        <Skeleton height="4rem" width="60%" m="md" ml="auto" />
        <Skeleton height="3rem" width="40%" m="md" />
      </div>
    )
  }
  if (messages.length === 0) {
    return (
      <div className={classes.messagesEmpty}>
        <EmptyState icon={IconMessageOff} title={t('noMessages')} text={t('noMessagesText')} />
      </div>
    )
  }
  return (
    <ScrollArea
      classNames={{ root: classes.messages, content: classes.content }}
      viewportRef={viewport}
      viewportProps={{ tabIndex: 0, role: 'log', 'aria-label': t('chat') }}
      type="auto"
    >
      <div className={classes.paper}>
        {query.hasNextPage && (
          <Button
            variant="default"
            size="xs"
            className={classes.earlier}
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {t('earlier')}
          </Button>
        )}
        {messages.map((message, index) => {
          const day = new Date(message.at).toDateString()
          const before = messages[index - 1]
          const newDay = !before || new Date(before.at).toDateString() !== day
          return (
            <Fragment key={message.id}>
              {newDay && <Day at={message.at} />}
              <Message message={message} chat={chat} />
            </Fragment>
          )
        })}
      </div>
    </ScrollArea>
  )
}

const dayMs = 86_400_000

function Day({ at }: { at: string }) {
  const { t } = useTranslation('inbox')
  const format = useFormat()
  const day = new Date(at).toDateString()
  const word =
    day === new Date().toDateString()
      ? t('today')
      : day === new Date(Date.now() - dayMs).toDateString()
        ? t('yesterday')
        : format.date(at)
  return <span className={classes.day}>{word}</span>
}
