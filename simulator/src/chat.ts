import type { Entry } from './books.ts'
import type { TemplateCategory } from './templates/store.ts'

type ButtonKind =
  | 'quick_reply'
  | 'reply'
  | 'url'
  | 'phone_number'
  | 'copy_code'
  | 'list'
  | 'contact_info'
  | 'location'

export interface ChatButton {
  index: number
  kind: ButtonKind
  text: string
  id?: string
  payload?: string
  url?: string
}

/** What a message shows; the part that rendering decides. */
export interface Content {
  type:
    | 'text'
    | 'template'
    | 'interactive'
    | 'image'
    | 'video'
    | 'document'
    | 'audio'
    | 'sticker'
    | 'location'
    | 'contacts'
    | 'order'
    | 'button'
    | 'system'
  header?: { format: 'text' | 'image' | 'video' | 'document' | 'location'; text?: string; url?: string }
  body: string
  footer?: string
  buttons?: ChatButton[]
  list?: {
    button: string
    sections: { title?: string; rows: { id: string; title: string; description?: string }[] }[]
  }
  template?: string
  /** Cards of a carousel; `buttons` holds indexes into the buttons of the message. */
  cards?: { header?: Content['header']; body: string; buttons: number[] }[]
}

/** A message as the phone shows it: `in` came from the business, `out` was typed by the person. */
export interface ChatMessage extends Content {
  id: string
  personId: string
  phoneNumberId: string
  direction: 'in' | 'out'
  at: string
  replyTo?: string
  forwarded?: boolean
  status: 'sent' | 'delivered' | 'read' | 'failed'
  tapped?: string[]
  reaction?: string
}

/** What must be remembered of a business's message to tell about it later by webhook. */
export interface Sent {
  callback: string | undefined
  /** How the business addressed the person; statuses answer in the same way (platform §3.3). */
  address: { kind: 'phone' | 'bsuid'; value: string }
  category: TemplateCategory | 'SERVICE'
  templateId: string | undefined
  /** Sent by the Marketing Messages API. */
  lite?: boolean
  /** The identity the business believes to write to, when it asks for the check (platform §2.1). */
  identityHash?: string | undefined
}

export interface StoredMessage {
  view: ChatMessage
  sent?: Sent
  /** What it was counted under when it was delivered. */
  entry?: Entry
}

export interface Chat {
  personId: string
  phoneNumberId: string
  messages: StoredMessage[]
  /** When the person last wrote or tapped; opens the 24 h window. */
  lastFromPerson: number | undefined
  /** When the person came by an advert and was not answered yet. */
  cameByAdvert?: number
  /** Until when everything is free, because an advert was answered in time. */
  freeUntil?: number
  unread: number
  typingUntil: number
}

const KEPT_PER_CHAT = 500

/** Every chat between a person and a number, and the way from a wamid to its message. */
export class Chats {
  readonly #chats = new Map<string, Chat>()
  readonly #byPerson = new Map<string, Chat[]>()
  readonly #byWamid = new Map<string, StoredMessage>()

  /** The chat, made on first use. */
  open(personId: string, phoneNumberId: string): Chat {
    const key = `${personId} ${phoneNumberId}`
    const known = this.#chats.get(key)
    if (known) return known
    const chat: Chat = {
      personId,
      phoneNumberId,
      messages: [],
      lastFromPerson: undefined,
      unread: 0,
      typingUntil: 0,
    }
    this.#chats.set(key, chat)
    this.#byPerson.set(personId, [...(this.#byPerson.get(personId) ?? []), chat])
    return chat
  }

  of(personId: string): readonly Chat[] {
    return this.#byPerson.get(personId) ?? []
  }

  message(wamid: string): StoredMessage | undefined {
    return this.#byWamid.get(wamid)
  }

  /** Puts a message at the end; the oldest go when a chat holds more than 500. */
  append(chat: Chat, message: StoredMessage): void {
    chat.messages.push(message)
    this.#byWamid.set(message.view.id, message)
    if (message.view.direction === 'in') {
      chat.unread += 1
      chat.typingUntil = 0
    }
    if (chat.messages.length > KEPT_PER_CHAT) {
      const gone = chat.messages.shift()
      if (gone) this.#byWamid.delete(gone.view.id)
    }
  }

  clear(): void {
    this.#chats.clear()
    this.#byPerson.clear()
    this.#byWamid.clear()
  }
}

const WINDOW = 24 * 3_600_000

/** True while the customer service window is open: 24 h from the person's last message. */
export const windowOpen = (chat: Chat, now: number): boolean =>
  chat.lastFromPerson !== undefined && now - chat.lastFromPerson < WINDOW
