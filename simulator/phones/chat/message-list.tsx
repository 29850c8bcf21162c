import { IconChevronDown } from '@tabler/icons-react'
import { Fragment, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useSettings } from '../app/settings.tsx'
import { dayName, daysBetween } from '../ui/when.ts'
import { Bubble, type BubbleActions } from './bubble.tsx'
import type { ChatState, ShownMessage } from './chat-state.ts'
import s from './message-list.module.css'
import { TypingDots } from './typing-dots.tsx'

/** Nearer to the end than this counts as "at the bottom", in CSS pixels. */
const nearBottom = 60

interface MessageListProps {
  state: ChatState
  businessName: string
  actions: BubbleActions
}

const sameDay = (a: ShownMessage | undefined, b: ShownMessage) =>
  a !== undefined && daysBetween(new Date(a.at), new Date(b.at)) === 0

/** The messages of a chat by day. It stays at the newest one, unless somebody scrolled up to read. */
export function MessageList({ state, businessName, actions }: MessageListProps) {
  const { words, locale } = useSettings()
  const frame = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const stuck = useRef(true)
  const lastTop = useRef(0)
  const [away, setAway] = useState(false)
  const byId = useMemo(
    () => new Map(state.messages.map((message) => [message.id, message])),
    [state.messages],
  )
  const newest = state.messages.at(-1)

  const toBottom = useCallback(() => {
    const element = frame.current
    if (element) element.scrollTop = element.scrollHeight
  }, [])

  // What the person just wrote is always shown, wherever they were reading.
  useLayoutEffect(() => {
    if (newest?.local === 'sending') stuck.current = true
    if (stuck.current && state.messages.length > 0) toBottom()
  }, [state.messages, newest?.local, toBottom])

  // Pictures load late, the composer grows, the keyboard opens: follow every change of height.
  useEffect(() => {
    const follow = new ResizeObserver(() => {
      if (stuck.current) toBottom()
    })
    if (frame.current) follow.observe(frame.current)
    if (content.current) follow.observe(content.current)
    return () => follow.disconnect()
  }, [toBottom])

  // Right-click or long press anywhere on a bubble; the same menu has a button on the bubble for keyboards.
  useEffect(() => {
    const element = content.current
    const onContextMenu = (event: MouseEvent) => {
      const target = event.target instanceof Element ? event.target : undefined
      if (!target?.closest('[data-bubble]') || target.closest('a')) return
      const message = byId.get(target.closest<HTMLElement>('[data-wamid]')?.dataset['wamid'] ?? '')
      if (!message || message.local) return
      event.preventDefault()
      actions.openMenu(message, { x: event.clientX, y: event.clientY })
    }
    element?.addEventListener('contextmenu', onContextMenu)
    return () => element?.removeEventListener('contextmenu', onContextMenu)
  }, [byId, actions])

  // Only scrolling up lets go of the bottom: a message that slips in above also changes the distance to it.
  const onScroll = () => {
    const element = frame.current
    if (!element) return
    const near = element.scrollHeight - element.scrollTop - element.clientHeight < nearBottom
    if (near) stuck.current = true
    else if (element.scrollTop < lastTop.current) stuck.current = false
    lastTop.current = element.scrollTop
    setAway(!stuck.current)
  }

  const now = new Date()
  return (
    <div className={s.wrap}>
      <div ref={frame} className={s.frame} onScroll={onScroll}>
        <div ref={content} className={s.content} role="log" aria-label={words.messages}>
          <ol>
            {state.messages.map((message, at) => {
              const before = state.messages[at - 1]
              const newDay = !sameDay(before, message)
              return (
                <Fragment key={message.id}>
                  {newDay && (
                    <li className={s.day}>
                      <span>{dayName(message.at, now, locale, words)}</span>
                    </li>
                  )}
                  <Bubble
                    message={message}
                    quoted={message.replyTo ? byId.get(message.replyTo) : undefined}
                    businessName={businessName}
                    first={newDay || before?.direction !== message.direction || before.type === 'system'}
                    actions={actions}
                  />
                </Fragment>
              )
            })}
          </ol>
          {state.typing && <TypingDots label={words.isTyping(businessName)} />}
        </div>
      </div>
      {away && (
        <button
          type="button"
          className={s.jump}
          aria-label={words.toNewest}
          onClick={() => {
            stuck.current = true
            frame.current?.scrollTo({ top: frame.current.scrollHeight, behavior: 'smooth' })
          }}
        >
          <IconChevronDown size={22} aria-hidden="true" />
        </button>
      )}
    </div>
  )
}
