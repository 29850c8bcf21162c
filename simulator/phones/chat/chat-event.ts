import type { SimEventData, SimEventName } from '../api/events.ts'
import type { ChatMessage, MessageStatus } from '../api/types.ts'
import type { ChatAction } from './chat-state.ts'

interface ChatKey {
  personId: string
  phoneNumberId: string
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const isStatus = (value: unknown): value is MessageStatus =>
  value === 'sent' || value === 'delivered' || value === 'read' || value === 'failed'

function isMessage(value: unknown): value is ChatMessage {
  return isObject(value) && typeof value['id'] === 'string' && typeof value['body'] === 'string'
}

/** What a live event means for one chat; `undefined` when it is about something else. */
export function chatActionOf(name: SimEventName, data: SimEventData, key: ChatKey): ChatAction | undefined {
  if (name === 'message') {
    const message = data['message'] ?? data
    const mine =
      isMessage(message) && message.personId === key.personId && message.phoneNumberId === key.phoneNumberId
    return mine ? { kind: 'arrived', message } : undefined
  }
  if (data['personId'] !== key.personId || data['phoneNumberId'] !== key.phoneNumberId) return undefined
  if (name === 'typing') return { kind: 'typing', typing: data['typing'] !== false }
  const { id, status } = data
  if (name === 'status' && typeof id === 'string' && isStatus(status)) return { kind: 'status', id, status }
  return undefined
}

/** Whether an event changes this person beyond messages (blocked, number, username). */
export function isAboutPerson(name: SimEventName, data: SimEventData, personId: string): boolean {
  if (name !== 'person') return false
  const person = isObject(data['person']) ? data['person'] : data
  const id = person['id'] ?? person['personId']
  return id === undefined || id === personId
}
