import type { StatusUpdate } from '../whatsapp/index.ts'
import { requestOf } from './callback.ts'

/** All statuses of one request in a batch, joined into one. */
export interface Joined {
  messageId: string
  /** Which request of the message it is about; null when it does not say. */
  attempt: number | null
  wamid: string
  rank: 0 | 3 | 4 | 5
  sentAt: Date | null
  deliveredAt: Date | null
  readAt: Date | null
  failedAt: Date | null
  code: number | null
  /** Meta's words about the failure. */
  detail: string
  billable: boolean | null
  /** Meta's word: `marketing`, `marketing_lite`, `utility` … */
  priceCategory: string | null
  /** `regular`, `free_customer_service`, `free_entry_point`. */
  priceType: string | null
  /** Rank of the status that told the price: a later step's word counts, whatever came first. */
  pricedAt: number
}

const RANK = { sent: 3, delivered: 4, read: 5 } as const

/**
 * One entry per request of ours, so that a statement touches each row once whatever a batch holds; statuses without our id
 * belong to messages that others sent over the same number. Pure.
 * @returns rounds to be booked one after the other: no message twice in a round, by id, so that all lock in one order
 */
export function joinStatuses(statuses: readonly StatusUpdate[]): Joined[][] {
  const byWamid = new Map<string, Joined>()
  for (const status of statuses) {
    const known = byWamid.get(status.wamid) ?? newEntry(status)
    if (!known) continue
    byWamid.set(status.wamid, add(known, status))
  }
  const rounds: Map<string, Joined>[] = []
  for (const joined of byWamid.values()) {
    const round = rounds.find((each) => !each.has(joined.messageId))
    if (round) round.set(joined.messageId, joined)
    else rounds.push(new Map([[joined.messageId, joined]]))
  }
  return rounds.map((round) => [...round.values()].sort((a, b) => (a.messageId < b.messageId ? -1 : 1)))
}

function newEntry({ callback, wamid }: StatusUpdate): Joined | null {
  const own = requestOf(callback)
  if (!own) return null
  return {
    ...own,
    wamid,
    rank: 0,
    sentAt: null,
    deliveredAt: null,
    readAt: null,
    failedAt: null,
    code: null,
    detail: '',
    billable: null,
    priceCategory: null,
    priceType: null,
    pricedAt: -1,
  }
}

function add(joined: Joined, status: StatusUpdate): Joined {
  if (status.status === 'failed') {
    joined.failedAt ??= status.at
    if (joined.code === null && status.error) {
      joined.code = status.error.code
      joined.detail = status.error.detail
    }
  } else {
    const step = RANK[status.status]
    if (step > joined.rank) joined.rank = step
    joined[`${status.status}At`] ??= status.at
  }
  const rank = status.status === 'failed' ? 0 : RANK[status.status]
  if (status.pricing && rank > joined.pricedAt) {
    joined.pricedAt = rank
    const { billable, category, free, type } = status.pricing
    joined.billable = billable && !free
    joined.priceCategory = word(category)
    joined.priceType = type ? word(type) : joined.billable ? 'regular' : 'free_customer_service'
  }
  return joined
}

/** Meta writes some names with a hyphen in one place and an underscore in another. */
function word(name: string): string {
  return name.trim().toLowerCase().replaceAll('-', '_').slice(0, 40)
}
