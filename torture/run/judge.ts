import { demand } from '../harness.ts'
import type { Installation } from './installation.ts'
import type { SeenRequest } from './traffic.ts'

export interface MessageRow {
  message_id: string
  contact_id: string
  campaign_id: string | null
  kind: string
  category: string
  state: string
  reason: string | null
}

export interface Verdict {
  candidates: number
  messages: number
  exclusions: number
  states: Record<string, number>
  /** Marketing requests that WhatsApp has taken. */
  taken: number
}

const REACHED = ['accepted', 'held', 'sent', 'delivered', 'read']
const FINAL = [...REACHED, 'failed', 'withheld']

export function allMessages(installation: Installation): Promise<MessageRow[]> {
  return installation.sql<MessageRow>(
    'select message_id, contact_id, campaign_id, kind, category, state, reason from message',
  )
}

/**
 * Nobody twice, nobody lost: compares what the simulator has seen with what the database says in the end.
 * @throws Violation naming the message
 */
export async function judgeMarketing(installation: Installation): Promise<Verdict> {
  const rows = (await allMessages(installation)).filter((row) => row.category === 'marketing')
  const requests = installation.traffic.requests.filter((request) => request.template !== null)
  nobodyTwice(requests)
  const taken = countBy(
    requests.filter((request) => request.status === 200),
    (request) => request.messageId,
  )
  const known = new Set(rows.map((row) => row.message_id))
  for (const id of taken.keys())
    demand(known.has(id), `WhatsApp got message ${id}, which the database does not know.`)
  for (const { message_id, contact_id, state } of rows) {
    const times = taken.get(message_id) ?? 0
    demand(
      FINAL.includes(state) || state === 'unknown',
      `Message ${message_id} to person ${contact_id} is still ${state}.`,
    )
    if (REACHED.includes(state))
      demand(
        times === 1,
        `Message ${message_id} to person ${contact_id} is ${state}, WhatsApp took it ${times} times.`,
      )
    // Every request that WhatsApp took was followed by a status: nothing of it may stay in doubt or count as not sent.
    if (!REACHED.includes(state))
      demand(times === 0, `Message ${message_id} to person ${contact_id} is ${state}, but WhatsApp took it.`)
  }
  return { ...(await accountForEverybody(installation)), taken: taken.size }
}

function nobodyTwice(requests: readonly SeenRequest[]): void {
  const seen = new Map<string, SeenRequest>()
  for (const request of [...requests].sort((a, b) => a.at - b.at || a.seq - b.seq)) {
    const { to, template, messageId } = request
    for (const key of [messageId, `${to} ${template}`]) {
      const before = seen.get(key)
      if (before)
        demand(
          before.status !== 200,
          `Message ${messageId} (before: ${before.messageId}) was requested again at ${new Date(request.at).toISOString()}, ` +
            `${request.at - before.at} ms after WhatsApp had taken it.`,
        )
      seen.set(key, before?.status === 200 ? before : request)
    }
  }
}

/** candidates = messages + exclusions, for every campaign, and nobody in both. */
async function accountForEverybody(
  installation: Installation,
): Promise<Pick<Verdict, 'candidates' | 'messages' | 'exclusions' | 'states'>> {
  const rows = await installation.sql<{
    campaign_id: string
    candidates: number
    messages: number
    exclusions: number
    both: number
  }>(`select c.campaign_id, c.candidates,
      (select count(*)::int from message m where m.business_id = c.business_id and m.campaign_id = c.campaign_id) as messages,
      (select count(*)::int from campaign_exclusion e where e.business_id = c.business_id and e.campaign_id = c.campaign_id) as exclusions,
      (select count(*)::int from campaign_exclusion e join message m on m.business_id = e.business_id
        and m.campaign_id = e.campaign_id and m.contact_id = e.contact_id where e.business_id = c.business_id and e.campaign_id = c.campaign_id) as both
    from campaign c`)
  const sum = { candidates: 0, messages: 0, exclusions: 0 }
  for (const { campaign_id, candidates, messages, exclusions, both } of rows) {
    demand(
      candidates === messages + exclusions && both === 0,
      `Campaign ${campaign_id} has ${candidates} candidates, ${messages} messages and ${exclusions} exclusions, ${both} people are both.`,
    )
    sum.candidates += candidates
    sum.messages += messages
    sum.exclusions += exclusions
  }
  return { ...sum, states: await installation.states() }
}

function countBy<T>(things: readonly T[], keyOf: (thing: T) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const thing of things) counts.set(keyOf(thing), (counts.get(keyOf(thing)) ?? 0) + 1)
  return counts
}

/** `accepted 5, read 3`. */
export function inWords(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ')
}
