import type { ChatMessage, MessageStatus } from '../api/types.ts'

/** A message as the phone shows it; `local` messages are still on their way out of this page. */
export interface ShownMessage extends ChatMessage {
  local?: 'sending' | 'unsent'
  /** came while the chat was open, so it may appear with a little movement */
  fresh?: boolean
}

export interface ChatState {
  messages: readonly ShownMessage[]
  typing: boolean
  loaded: boolean
}

export type ChatAction =
  | { kind: 'loaded'; messages: readonly ChatMessage[]; typing: boolean }
  | { kind: 'arrived'; message: ChatMessage }
  | { kind: 'status'; id: string; status: MessageStatus }
  | { kind: 'typing'; typing: boolean }
  | { kind: 'sending'; message: ChatMessage }
  | { kind: 'sent'; localId: string; message: ChatMessage }
  | { kind: 'unsent'; localId: string }
  | { kind: 'discard'; localId: string }

export const emptyChat: ChatState = { messages: [], typing: false, loaded: false }

const rank: Record<MessageStatus, number> = { sent: 0, delivered: 1, read: 2, failed: 3 }

/** Statuses only move forward; webhooks and events may come in any order. */
function later(before: MessageStatus, next: MessageStatus): MessageStatus {
  return rank[next] > rank[before] ? next : before
}

function insert(messages: readonly ShownMessage[], message: ShownMessage): ShownMessage[] {
  const known = messages.findIndex((each) => each.id === message.id)
  if (known >= 0) {
    return messages.map((each, at) =>
      at === known ? { ...message, status: later(each.status, message.status), fresh: each.fresh } : each,
    )
  }
  let at = messages.length
  while (at > 0 && isAfter(messages[at - 1], message)) at -= 1
  return [...messages.slice(0, at), message, ...messages.slice(at)]
}

const isAfter = (other: ShownMessage | undefined, message: ShownMessage) =>
  other !== undefined && (other.local !== undefined || other.at > message.at)

/** The live event of a message can overtake the answer to its own request: it then takes the local one's place. */
function dropTwin(messages: readonly ShownMessage[], message: ChatMessage): readonly ShownMessage[] {
  if (message.direction !== 'out' || messages.some((each) => each.id === message.id)) return messages
  const twin = messages.findIndex((each) => each.local === 'sending' && each.body === message.body)
  return twin < 0 ? messages : messages.filter((_, at) => at !== twin)
}

/** The next state of an open chat. Pure. */
export function chatReducer(state: ChatState, action: ChatAction): ChatState {
  switch (action.kind) {
    case 'loaded': {
      const known = new Map(state.messages.map((each) => [each.id, each]))
      const loaded = action.messages.map((each) => {
        const before = known.get(each.id)
        return before ? { ...each, fresh: before.fresh, status: later(before.status, each.status) } : each
      })
      const locals = state.messages.filter((each) => each.local)
      return { messages: [...loaded, ...locals], typing: action.typing, loaded: true }
    }
    case 'arrived': {
      const messages = insert(dropTwin(state.messages, action.message), { ...action.message, fresh: true })
      return { ...state, messages, typing: action.message.direction === 'in' ? false : state.typing }
    }
    case 'status': {
      if (!state.messages.some((each) => each.id === action.id && each.status !== action.status)) return state
      const messages = state.messages.map((each) =>
        each.id === action.id ? { ...each, status: later(each.status, action.status) } : each,
      )
      return { ...state, messages }
    }
    case 'typing':
      return state.typing === action.typing ? state : { ...state, typing: action.typing }
    case 'sending':
      return { ...state, messages: [...state.messages, { ...action.message, local: 'sending', fresh: true }] }
    case 'sent': {
      const others = state.messages.filter((each) => each.id !== action.localId)
      return { ...state, messages: insert(others, { ...action.message, fresh: true }) }
    }
    case 'unsent': {
      const messages = state.messages.map((each) =>
        each.id === action.localId ? { ...each, local: 'unsent' as const } : each,
      )
      return { ...state, messages }
    }
    case 'discard':
      return { ...state, messages: state.messages.filter((each) => each.id !== action.localId) }
  }
}
