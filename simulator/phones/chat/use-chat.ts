import { useCallback, useEffect, useEffectEvent, useReducer, useRef } from 'react'
import { onSimEvent } from '../api/events.ts'
import { getChat, markRead, sendMedia, sendText, tapButton } from '../api/simulator.ts'
import type { ChatMessage, ChatView } from '../api/types.ts'
import { type Live, useLive } from '../api/use-live.ts'
import { useWords } from '../app/settings.tsx'
import { attempt } from '../ui/toast.ts'
import { chatActionOf, isAboutPerson } from './chat-event.ts'
import { type ChatState, chatReducer, emptyChat, type ShownMessage } from './chat-state.ts'
import { usePageVisible } from './use-page-visible.ts'

/** A business's typing indicator ends by itself after 25 seconds. */
const typingMs = 25_000
let lastLocal = 0

export interface Chat {
  view: Live<ChatView>
  state: ChatState
  send(text: string, replyTo?: string): void
  retry(message: ShownMessage): void
  media(type: 'image' | 'audio', caption?: string): void
  tap(message: ChatMessage, choice: { index?: number; rowId?: string }): void
}

/** One open chat: its messages live, and everything the person can do in it. Mount it with a key per chat. */
export function useChat(personId: string, phoneNumberId: string): Chat {
  const words = useWords()
  const [state, dispatch] = useReducer(chatReducer, emptyChat)
  const view = useLive(
    `${personId}/${phoneNumberId}`,
    () => getChat(personId, phoneNumberId),
    // A message wakes a load too: one that arrives during a load would be missing from its answer.
    (name, data) =>
      name === 'numbers' ||
      isAboutPerson(name, data, personId) ||
      chatActionOf(name, data, { personId, phoneNumberId })?.kind === 'arrived',
  )

  useEffect(() => {
    if (view.data) dispatch({ kind: 'loaded', messages: view.data.messages, typing: view.data.typing })
  }, [view.data])

  useEffect(
    () =>
      onSimEvent((name, data) => {
        const action = chatActionOf(name, data, { personId, phoneNumberId })
        if (action) dispatch(action)
      }),
    [personId, phoneNumberId],
  )

  useEffect(() => {
    if (!state.typing) return
    const timer = setTimeout(() => dispatch({ kind: 'typing', typing: false }), typingMs)
    return () => clearTimeout(timer)
  }, [state.typing])

  useReadMarks(personId, phoneNumberId, state)

  const deliver = useCallback(
    async (draft: ChatMessage) => {
      const { phoneNumberId, body, replyTo, forwarded } = draft
      const work = sendText(draft.personId, { phoneNumberId, text: body, replyTo, forwarded })
      const message = await attempt(work, words.unreachable)
      if (message) dispatch({ kind: 'sent', localId: draft.id, message })
      else dispatch({ kind: 'unsent', localId: draft.id })
    },
    [words],
  )

  const send = useCallback(
    (text: string, replyTo?: string) => {
      lastLocal += 1
      const draft: ChatMessage = {
        id: `local-${lastLocal}`,
        personId,
        phoneNumberId,
        direction: 'out',
        at: new Date().toISOString(),
        type: 'text',
        body: text,
        status: 'sent',
        replyTo,
      }
      dispatch({ kind: 'sending', message: draft })
      void deliver(draft)
    },
    [personId, phoneNumberId, deliver],
  )

  const retry = useCallback(
    (message: ShownMessage) => {
      dispatch({ kind: 'discard', localId: message.id })
      send(message.body, message.replyTo)
    },
    [send],
  )

  const arrive = useCallback(
    async (work: Promise<ChatMessage>) => {
      const message = await attempt(work, words.unreachable)
      if (message) dispatch({ kind: 'arrived', message })
    },
    [words],
  )

  const media = useCallback(
    (type: 'image' | 'audio', caption?: string) =>
      void arrive(sendMedia(personId, { phoneNumberId, type, caption: caption || undefined })),
    [personId, phoneNumberId, arrive],
  )

  const tap = useCallback(
    (message: ChatMessage, choice: { index?: number; rowId?: string }) =>
      void arrive(tapButton(personId, { messageId: message.id, ...choice })).then(view.reload),
    [personId, arrive, view.reload],
  )

  return { view, state, send, retry, media, tap }
}

/** Marks messages as read while the chat is open and the page is visible, once per newest message. */
function useReadMarks(personId: string, phoneNumberId: string, state: ChatState): void {
  const visible = usePageVisible()
  const askedFor = useRef<string>(undefined)
  const newestUnread = state.messages.findLast(
    (each) => each.direction === 'in' && (each.status === 'sent' || each.status === 'delivered'),
  )?.id

  const ask = useEffectEvent(async (id: string) => {
    askedFor.current = id
    // Failure shows in the connection note already; the next message or reconnect asks again.
    await markRead(personId, phoneNumberId).catch(() => {
      askedFor.current = undefined
    })
  })

  useEffect(() => {
    if (visible && newestUnread && askedFor.current !== newestUnread) void ask(newestUnread)
  }, [visible, newestUnread])
}
