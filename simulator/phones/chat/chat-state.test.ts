import { describe, expect, it } from 'vitest'
import type { ChatMessage } from '../api/types.ts'
import { type ChatAction, type ChatState, chatReducer, emptyChat } from './chat-state.ts'

const message = (id: string, at: number, change: Partial<ChatMessage> = {}): ChatMessage => ({
  id,
  personId: 'p',
  phoneNumberId: 'n',
  direction: 'in',
  at: new Date(at).toISOString(),
  type: 'text',
  body: id,
  status: 'delivered',
  ...change,
})

const play = (...actions: ChatAction[]): ChatState => actions.reduce(chatReducer, emptyChat)
const ids = (state: ChatState) => state.messages.map((each) => each.id)

describe('chatReducer', () => {
  it('puts a message that comes late where it belongs', () => {
    const state = play(
      { kind: 'loaded', messages: [message('a', 1), message('c', 3)], typing: false },
      { kind: 'arrived', message: message('b', 2) },
    )
    expect(ids(state)).toEqual(['a', 'b', 'c'])
  })

  it('shows a message once, whichever of answer and live event comes first', () => {
    const draft = message('local-1', 5, { direction: 'out', body: 'Hallo' })
    const real = message('wamid.1', 6, { direction: 'out', body: 'Hallo', status: 'sent' })
    const sending: ChatAction = { kind: 'sending', message: draft }
    const answer: ChatAction = { kind: 'sent', localId: 'local-1', message: real }
    const event: ChatAction = { kind: 'arrived', message: real }
    for (const order of [
      [answer, event],
      [event, answer],
      [event, event, answer],
    ]) {
      expect(ids(play(sending, ...order))).toEqual(['wamid.1'])
    }
  })

  it('keeps two equal texts apart', () => {
    const draft = (n: number) => message(`local-${n}`, n, { direction: 'out', body: 'ja' })
    const real = (n: number) => message(`wamid.${n}`, n, { direction: 'out', body: 'ja' })
    const state = play(
      { kind: 'sending', message: draft(1) },
      { kind: 'sending', message: draft(2) },
      { kind: 'arrived', message: real(1) },
      { kind: 'sent', localId: 'local-1', message: real(1) },
      { kind: 'arrived', message: real(2) },
      { kind: 'sent', localId: 'local-2', message: real(2) },
    )
    expect(ids(state)).toEqual(['wamid.1', 'wamid.2'])
  })

  it('never moves a status backwards', () => {
    const state = play(
      { kind: 'arrived', message: message('a', 1, { status: 'sent' }) },
      { kind: 'status', id: 'a', status: 'read' },
      { kind: 'status', id: 'a', status: 'delivered' },
      { kind: 'arrived', message: message('a', 1, { status: 'sent' }) },
    )
    expect(state.messages[0]?.status).toBe('read')
  })

  it('keeps what could not be sent when the chat is loaded again', () => {
    const state = play(
      { kind: 'sending', message: message('local-1', 9, { direction: 'out' }) },
      { kind: 'unsent', localId: 'local-1' },
      { kind: 'loaded', messages: [message('a', 1)], typing: false },
      { kind: 'arrived', message: message('b', 20) },
    )
    expect(ids(state)).toEqual(['a', 'b', 'local-1'])
    expect(state.messages.at(-1)?.local).toBe('unsent')
  })

  it('ends typing when the answer comes', () => {
    const state = play({ kind: 'typing', typing: true }, { kind: 'arrived', message: message('a', 1) })
    expect(state.typing).toBe(false)
  })
})
