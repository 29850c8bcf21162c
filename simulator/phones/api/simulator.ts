import { call, withQuery } from './call.ts'
import type {
  ChatMessage,
  ChatView,
  CrowdCounts,
  Dials,
  Link,
  LogPage,
  PeoplePage,
  Person,
  SimAccount,
  SimNumber,
  SimTemplate,
  TemplateEvent,
} from './types.ts'

const personPath = (id: string) => `/sim/people/${encodeURIComponent(id)}`

export const listNumbers = () => call<SimNumber[]>('GET', '/sim/numbers')

export const changeNumberState = (
  id: string,
  change: Partial<Pick<SimNumber, 'quality' | 'limit' | 'throughput' | 'status'>>,
) => call<SimNumber>('PATCH', `/sim/numbers/${encodeURIComponent(id)}`, change)

export const getDials = () => call<Dials>('GET', '/sim/dials')

export const turnDials = (change: Partial<Dials>) => call<Dials>('PATCH', '/sim/dials', change)

/** People by newest activity; `crowd` picks either the crowd or everybody else. */
export const listPeople = (filter: { query?: string; crowd: boolean; limit: number }) =>
  call<PeoplePage>('GET', withQuery('/sim/people', filter))

export const createPerson = (person: {
  name: string
  phone: string | null
  username?: string
  language: 'de' | 'en'
}) => call<Person>('POST', '/sim/people', person)

export const getPerson = (id: string) => call<Person>('GET', personPath(id))

export const getChat = (id: string, phoneNumberId: string) =>
  call<ChatView>('GET', `${personPath(id)}/chats/${encodeURIComponent(phoneNumberId)}`)

export const sendText = (
  id: string,
  message: { phoneNumberId: string; text: string; replyTo?: string; forwarded?: boolean },
) => call<ChatMessage>('POST', `${personPath(id)}/messages`, message)

export const sendMedia = (
  id: string,
  media: { phoneNumberId: string; type: 'image' | 'audio'; caption?: string },
) => call<ChatMessage>('POST', `${personPath(id)}/media`, media)

export const tapButton = (id: string, tap: { messageId: string; index?: number; rowId?: string }) =>
  call<ChatMessage>('POST', `${personPath(id)}/taps`, tap)

export const markRead = (id: string, phoneNumberId: string) =>
  call<{ read: number }>('POST', `${personPath(id)}/reads`, { phoneNumberId })

export const setBlocked = (id: string, phoneNumberId: string, blocked: boolean) =>
  call<Person>('POST', `${personPath(id)}/blocks`, { phoneNumberId, blocked })

export const setMarketing = (id: string, phoneNumberId: string, value: 'stop' | 'resume') =>
  call<Person>('POST', `${personPath(id)}/marketing`, { phoneNumberId, value })

export const changePhone = (id: string, phone: string) =>
  call<Person>('POST', `${personPath(id)}/number`, { phone })

export const reportNumber = (id: string, phoneNumberId: string) =>
  call<Person>('POST', `${personPath(id)}/reports`, { phoneNumberId })

/** `null` gives the username up again, so that the number shows. */
export const hideBehindUsername = (id: string, username: string | null) =>
  call<Person>('POST', `${personPath(id)}/username`, { username })

export const shareOwnNumber = (id: string, phoneNumberId: string) =>
  call<ChatMessage>('POST', `${personPath(id)}/own-number`, { phoneNumberId })

export const listAccounts = () => call<SimAccount[]>('GET', '/sim/wabas')

export const changeAccount = (id: string, change: Partial<Pick<SimAccount, 'payment' | 'verification'>>) =>
  call<SimAccount>('PATCH', `/sim/wabas/${encodeURIComponent(id)}`, change)

/** Nothing the business begins goes out for so many days; 0 lifts every restriction. */
export const restrictAccount = (id: string, days: number) =>
  days === 0
    ? call<SimAccount>('DELETE', `/sim/wabas/${encodeURIComponent(id)}/restrictions`)
    : call<SimAccount>('POST', `/sim/wabas/${encodeURIComponent(id)}/restrictions`, { days })

export const banAccount = (id: string, state: 'schedule' | 'disable' | 'reinstate') =>
  call<SimAccount>('POST', `/sim/wabas/${encodeURIComponent(id)}/ban`, { state })

/** Moves the simulated time forward: windows close, pauses end. @returns the new time */
export const advanceClock = (advanceMs: number) => call<{ now: string }>('POST', '/sim/clock', { advanceMs })

/** Reads a wa.me link: whom it writes to, and the text it puts into the composer. */
export const readLink = (url: string) => call<Link>('POST', '/sim/links', { url })

export const createCrowd = (crowd: { count: number; phoneNumberId: string; optIn?: { text: string } }) =>
  call<{ created: number }>('POST', '/sim/crowd', crowd)

export const countCrowd = () => call<CrowdCounts>('GET', '/sim/crowd')

export const listTemplates = () => call<SimTemplate[]>('GET', '/sim/templates')

export const sendTemplateEvent = (id: string, event: TemplateEvent) =>
  call<object>('POST', `/sim/templates/${encodeURIComponent(id)}/events`, { event })

export const setTemplateCategory = (id: string, category: string) =>
  call<object>('POST', `/sim/templates/${encodeURIComponent(id)}/category`, { category })

export const readLog = (query: { after?: number; kind?: 'request' | 'webhook'; limit: number }) =>
  call<LogPage>('GET', withQuery('/sim/log', query))
