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
  billable: boolean | null
  priceCategory: string | null
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
    billable: null,
    priceCategory: null,
  }
}

function add(joined: Joined, status: StatusUpdate): Joined {
  if (status.status === 'failed') {
    joined.failedAt ??= status.at
    joined.code ??= status.error?.code ?? null
  } else {
    const rank = RANK[status.status]
    if (rank > joined.rank) joined.rank = rank
    joined[`${status.status}At`] ??= status.at
  }
  if (status.pricing) {
    joined.billable = status.pricing.billable && !status.pricing.free
    joined.priceCategory = priceCategory(status.pricing.category)
  }
  return joined
}

/** Meta's names for what is billed, in the words of our price table. */
function priceCategory(category: string): string {
  if (category.startsWith('marketing')) return 'marketing'
  if (category.startsWith('authentication')) return 'authentication'
  return category === 'utility' ? 'utility' : 'service'
}
