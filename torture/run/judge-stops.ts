import type { MessageRow } from './judge.ts'
import type { Start } from './starts.ts'
import type { SeenRequest } from './traffic.ts'

/** Who wrote STOP, by contact; times in milliseconds since 1970. */
interface Stops {
  wrote: ReadonlySet<string>
  /** From when on it holds, though nobody may have read it yet (run/receipts.ts). */
  holds: ReadonlyMap<string, number>
  /** When each withdrawal was committed. */
  withdrawn: ReadonlyMap<string, number>
}

/** What came of the people who wrote STOP; times in milliseconds. */
export interface Found {
  /** Of the people who wrote: sent to before, never sent to. */
  requested: number
  spared: number
  /** Requests that WhatsApp had and had not answered yet when their person's withdrawal was committed. */
  underWay: number
  madeLate: number
  /** Requests that started after the STOP held. */
  madeUnheard: number
  afterReceipt: number
  wireLate: number[]
  arrivedLate: number[]
  toWire: number[]
  toArrival: number[]
  /** Between the start of a person's last marketing request and the commit of their withdrawal. */
  margins: number[]
  receipts: number
  violations: string[]
}

/**
 * Everybody who wrote STOP has withdrawn, nobody else has, and each of them got one receipt. Compares when each marketing request
 * started with when the person's withdrawal was committed, and its arrival with that of the receipt.
 */
export function judgeStops(
  requests: readonly SeenRequest[],
  messages: readonly MessageRow[],
  { wrote, holds, withdrawn }: Stops,
  starts: ReadonlyMap<string, Start>,
): Found {
  const found: Found = {
    requested: 0,
    spared: 0,
    underWay: 0,
    madeLate: 0,
    madeUnheard: 0,
    afterReceipt: 0,
    wireLate: [],
    arrivedLate: [],
    toWire: [],
    toArrival: [],
    margins: [],
    receipts: 0,
    violations: [],
  }
  const byId = new Map(messages.map((message) => [message.message_id, message]))
  const receipts = receiptTimes(requests, byId, found)
  const sentTo = new Set<string>()
  for (const request of requests) {
    const message = byId.get(request.messageId)
    if (message?.category !== 'marketing') continue
    const start = starts.get(request.messageId)
    if (!start) {
      found.violations.push(
        `The start of message ${request.messageId} was not noted: nothing can be said of it.`,
      )
      continue
    }
    found.toWire.push(start.wire - start.made)
    found.toArrival.push(request.at - start.made)
    if (!wrote.has(message.contact_id)) continue
    sentTo.add(message.contact_id)
    const committed = withdrawn.get(message.contact_id)
    judgeRequest(found, {
      request,
      start,
      committed,
      holds: holds.get(message.contact_id),
      receipt: receipts.get(message.contact_id),
      message,
    })
  }
  for (const contactId of wrote) {
    if (sentTo.has(contactId)) found.requested++
    else found.spared++
    if (!holds.has(contactId)) found.violations.push(`The STOP of person ${contactId} was never received.`)
    if (!withdrawn.has(contactId))
      found.violations.push(`Person ${contactId} wrote STOP and is not withdrawn.`)
    if (!receipts.has(contactId)) found.violations.push(`Person ${contactId} got no receipt.`)
  }
  for (const contactId of withdrawn.keys())
    if (!wrote.has(contactId)) found.violations.push(`Person ${contactId} is withdrawn and never wrote STOP.`)
  return found
}

/** Whether the request was with WhatsApp, and not answered yet, when the withdrawal was committed. */
export function wasUnderWay({ at, answeredAt }: SeenRequest, committed: number | undefined): boolean {
  return committed !== undefined && at < committed && committed < answeredAt
}

/** When the receipt of each person arrived. */
function receiptTimes(
  requests: readonly SeenRequest[],
  messages: ReadonlyMap<string, MessageRow>,
  found: Found,
): Map<string, number> {
  const receipts = new Map<string, number>()
  for (const request of requests) {
    const message = messages.get(request.messageId)
    if (message?.kind !== 'receipt' || request.status !== 200) continue
    found.receipts++
    if (receipts.has(message.contact_id))
      found.violations.push(`Person ${message.contact_id} got two receipts.`)
    receipts.set(message.contact_id, request.at)
  }
  return receipts
}

function judgeRequest(
  found: Found,
  one: {
    request: SeenRequest
    start: Start
    committed: number | undefined
    holds: number | undefined
    receipt: number | undefined
    message: MessageRow
  },
): void {
  const { request, start, committed, holds, receipt, message } = one
  if (holds !== undefined && start.made > holds) {
    found.madeUnheard++
    found.violations.push(
      `Message ${request.messageId} started ${(start.made - holds).toFixed(3)} ms after the STOP of person ${message.contact_id} held.`,
    )
  }
  if (receipt !== undefined && request.at > receipt) {
    found.afterReceipt++
    found.violations.push(
      `Message ${request.messageId} reached WhatsApp ${request.at - receipt} ms after the receipt of person ${message.contact_id}.`,
    )
  }
  if (committed === undefined) return
  found.margins.push(committed - start.made)
  if (wasUnderWay(request, committed)) found.underWay++
  if (start.made > committed) {
    found.madeLate++
    found.violations.push(
      `Message ${request.messageId} started ${(start.made - committed).toFixed(3)} ms after the withdrawal of person ${message.contact_id} was committed.`,
    )
  }
  if (start.wire > committed) found.wireLate.push(start.wire - committed)
  if (request.at > committed) found.arrivedLate.push(request.at - committed)
}
