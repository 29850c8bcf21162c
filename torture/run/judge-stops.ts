import type { MessageRow } from './judge.ts'
import type { Start } from './starts.ts'
import type { SeenRequest } from './traffic.ts'

/** What came of the people who withdrew; times in milliseconds. */
export interface Found {
  /** Of the people who withdrew: sent to before, never sent to. */
  requested: number
  spared: number
  madeLate: number
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
 * Compares when each marketing request started with when the person's withdrawal was committed, and its arrival with that of the
 * receipt.
 * @param withdrawn commit time by contact, milliseconds since 1970
 */
export function judgeStops(
  requests: readonly SeenRequest[],
  messages: readonly MessageRow[],
  withdrawn: ReadonlyMap<string, number>,
  starts: ReadonlyMap<string, Start>,
): Found {
  const found: Found = {
    requested: 0,
    spared: 0,
    madeLate: 0,
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
    const committed = withdrawn.get(message.contact_id)
    if (committed === undefined) continue
    sentTo.add(message.contact_id)
    judgeRequest(found, { request, start, committed, receipt: receipts.get(message.contact_id), message })
  }
  for (const contactId of withdrawn.keys()) {
    if (sentTo.has(contactId)) found.requested++
    else found.spared++
    if (!receipts.has(contactId)) found.violations.push(`Person ${contactId} got no receipt.`)
  }
  return found
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
    committed: number
    receipt: number | undefined
    message: MessageRow
  },
): void {
  const { request, start, committed, receipt, message } = one
  found.margins.push(committed - start.made)
  if (receipt !== undefined && request.at > receipt) {
    found.afterReceipt++
    found.violations.push(
      `Message ${request.messageId} reached WhatsApp ${request.at - receipt} ms after the receipt of person ${message.contact_id}.`,
    )
  }
  if (start.made > committed) {
    found.madeLate++
    found.violations.push(
      `Message ${request.messageId} started ${(start.made - committed).toFixed(3)} ms after the withdrawal of person ${message.contact_id} was committed.`,
    )
  }
  if (start.wire > committed) found.wireLate.push(start.wire - committed)
  if (request.at > committed) found.arrivedLate.push(request.at - committed)
}
