import {
  Button,
  CloseButton,
  SegmentedControl,
  Skeleton,
  Text,
  TextInput,
  UnstyledButton,
} from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconInbox, IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conversation } from '../../api/campaign-entities.ts'
import { EmptyState } from '../../design/empty-state.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { maskPhone } from '../../design/mask-phone.ts'
import { PersonAvatar, usePersonName } from '../../design/person.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './list.module.css'
import panes from './panes.module.css'
import type { ChatKey } from './use-chat.ts'
import { filters, type useConversations } from './use-conversations.ts'

const typingMs = 300
const skeletons = ['a', 'b', 'c', 'd', 'e', 'f']

interface ListProps extends ReturnType<typeof useConversations> {
  selected: ChatKey | undefined
  onOpen: (chat: ChatKey) => void
}

/** Left pane: conversations, the latest first; arrow keys go from one to the next. */
export function ConversationList(props: ListProps) {
  const { conversations, filter, setFilter, search, setSearch, selected, onOpen } = props
  const { t } = useTranslation('inbox')
  const list = useRef<HTMLUListElement>(null)
  const [typed, setTyped] = useState(search ?? '')
  useEffect(() => setTyped(search ?? ''), [search])
  const later = useDebouncedCallback((value: string) => setSearch(value.trim()), typingMs)
  const items = conversations.data?.pages.flatMap((page) => page.items) ?? []

  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    const focused = document.activeElement
    const index = focused instanceof HTMLButtonElement ? buttons.indexOf(focused) : -1
    const to = { ArrowDown: index + 1, ArrowUp: index - 1 }[event.key]
    if (to === undefined || index < 0) return
    event.preventDefault()
    buttons[to]?.focus()
  }
  const empty = search ? ('search' as const) : filter
  return (
    <section className={panes.list} aria-label={t('list')}>
      <div className={classes.listHead}>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={t('filter.label')}
          value={filter}
          onChange={(value) => setFilter(value === 'open' ? null : value)}
          data={filters.map((value) => ({ value, label: t(`filter.${value}`) }))}
        />
        <TextInput
          type="search"
          size="sm"
          aria-label={t('search')}
          placeholder={t('search')}
          leftSection={<IconSearch size={15} stroke={1.7} aria-hidden />}
          rightSection={
            typed && <CloseButton size="sm" aria-label={t('clearSearch')} onClick={() => setSearch(null)} />
          }
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            later(event.currentTarget.value)
          }}
        />
      </div>
      <div className={classes.listScroll} aria-busy={conversations.isPending}>
        {conversations.error && items.length === 0 ? (
          <ErrorState error={conversations.error} onRetry={() => void conversations.refetch()} />
        ) : conversations.isPending ? (
          skeletons.map((key) => <Skeleton key={key} height="3.25rem" mx="md" my="sm" />)
        ) : items.length === 0 ? (
          <EmptyState compact icon={IconInbox} title={t(`empty.${empty}`)} text={t(`empty.${empty}Text`)} />
        ) : (
          <ul ref={list} className={classes.rows} onKeyDown={onKeyDown}>
            {items.map((one) => (
              <li key={one.id}>
                <Row
                  conversation={one}
                  selected={selected?.contactId === one.contactId && selected.channelId === one.channelId}
                  onOpen={() => onOpen(one)}
                />
              </li>
            ))}
          </ul>
        )}
        {conversations.hasNextPage && (
          <Button
            variant="subtle"
            size="xs"
            fullWidth
            loading={conversations.isFetchingNextPage}
            onClick={() => void conversations.fetchNextPage()}
          >
            {t('more')}
          </Button>
        )}
      </div>
    </section>
  )
}

function Row({
  conversation,
  selected,
  onOpen,
}: {
  conversation: Conversation
  selected: boolean
  onOpen: () => void
}) {
  const { t } = useTranslation('inbox')
  const format = useFormat()
  const nameOf = usePersonName()
  const { name, phone, unread, lastAt, lastText, lastType } = conversation
  const media: Record<string, string> = t('media', { returnObjects: true })
  const type = lastType === 'reaction' && !lastText ? 'no_reaction' : lastType
  const kind = type === null || type === 'text' || type === 'button' ? undefined : media[type]
  // A reaction is an emoji, and changes are a word of ours: only beside real words the kind is told as well.
  const last = [kind, lastType === 'identity' ? '' : lastText].filter(Boolean).join(': ')
  const today = new Date(lastAt).toDateString() === new Date().toDateString()
  return (
    <UnstyledButton
      className={classes.row}
      data-selected={selected || undefined}
      data-unread={unread > 0 || undefined}
      aria-current={selected || undefined}
      onClick={onOpen}
    >
      <PersonAvatar id={conversation.contactId} name={name} />
      <span className={classes.rowWho}>
        <span className={classes.rowName}>{name || (phone ? maskPhone(phone) : nameOf({ name }))}</span>
        <time className={classes.rowAt} dateTime={lastAt} title={format.exact(lastAt)}>
          {today ? format.time(lastAt) : format.shortDate(lastAt)}
        </time>
      </span>
      <span className={classes.rowText}>
        <Text span inherit truncate="end">
          {last || t('noText')}
        </Text>
        {unread > 0 && (
          <span className={classes.unread} role="img" aria-label={t('unread', { count: unread })}>
            {unread}
          </span>
        )}
      </span>
    </UnstyledButton>
  )
}
