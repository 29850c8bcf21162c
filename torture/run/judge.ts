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

/**
 * Everybody who was seeded on a campaign's channel has a message or an exclusion, and nobody both. How many that are is the seed's
 * word: what the campaign itself says of its candidates is compared with it.
 */
async function accountForEverybody(
  installation: Installation,
): Promise<Pick<Verdict, 'candidates' | 'messages' | 'exclusions' | 'states'>> {
  const { channels } = installation.shop
  const people = new Map(channels.map((channel) => [channel.channelId, channel.people]))
  const rows = await installation.sql<{
    campaign_id: string
    channel_id: string
    candidates: number
    messages: number
    exclusions: number
    both: number
  }>(`select c.campaign_id, c.channel_id, c.candidates,
      (select count(*)::int from message m where m.business_id = c.business_id and m.campaign_id = c.campaign_id) as messages,
      (select count(*)::int from campaign_exclusion e where e.business_id = c.business_id and e.campaign_id = c.campaign_id) as exclusions,
      (select count(*)::int from campaign_exclusion e join message m on m.business_id = e.business_id
        and m.campaign_id = e.campaign_id and m.contact_id = e.contact_id where e.business_id = c.business_id and e.campaign_id = c.campaign_id) as both
    from campaign c`)
  const seeded = channels.flatMap((channel) => channel.templateIds).length
  demand(rows.length === seeded, `${seeded} campaigns were seeded, there are ${rows.length}.`)
  const sum = { candidates: 0, messages: 0, exclusions: 0 }
  for (const { campaign_id, channel_id, candidates, messages, exclusions, both } of rows) {
    const everybody = people.get(channel_id)
    demand(
      candidates === everybody && messages + exclusions === everybody && both === 0,
      `${everybody} people were seeded for campaign ${campaign_id}, which has ${candidates} candidates, ${messages} messages and ${exclusions} exclusions; ${both} people are both.`,
    )
    sum.candidates += candidates
    sum.messages += messages
    sum.exclusions += exclusions
  }
  return { ...sum, states: await installation.states() }
}

/** A message that a process took over from the queue, in order to send it. */
export interface Claim {
  /** As it calls itself to PostgreSQL. */
  process: string
  channelId: string
  messageId: string
  /** By the clock of the process, milliseconds since 1970. */
  at: number
}

/** Something that ended requests on their way: a kill, a line that was cut. */
export interface Cut {
  from: number
  /** By then it had happened for certain. */
  until: number
  /** Processes that it met; all of them when it does not say. */
  processes?: readonly string[]
}

/**
 * What a process has claimed on a channel and not brought onto the wire: one claim is being started, the next one waits behind it,
 * and the requests of the one before may still be opening their connections. Everything older is with WhatsApp, or came back.
 */
const LAST_CLAIMS = 3

/** From now on every claim is noted where it is committed: what a message says of its claim is gone with the next one. */
export async function noteClaims(installation: Installation): Promise<void> {
  await installation.sql(`create schema torture;
    create table torture.claim (process text, channel_id uuid, message_id uuid, claimed_at timestamptz);
    create function torture.note_claim() returns trigger language plpgsql security definer as $$ begin
      insert into torture.claim values (current_setting('application_name'), new.channel_id, new.message_id, new.claimed_at);
      return null;
    end $$;
    create trigger note_claim after update of epoch on message_queue for each row
      when (new.epoch is not null and new.epoch is distinct from old.epoch) execute function torture.note_claim()`)
}

export async function claimsOf(installation: Installation): Promise<Claim[]> {
  const rows = await installation.sql<{
    process: string
    channel_id: string
    message_id: string
    claimed_at: Date
  }>('select process, channel_id, message_id, claimed_at from torture.claim')
  return rows.map((row) => ({
    process: row.process,
    channelId: row.channel_id,
    messageId: row.message_id,
    at: row.claimed_at.getTime(),
  }))
}

/** Marketing messages of which nobody can say whether they reached WhatsApp. */
export async function inDoubt(installation: Installation): Promise<string[]> {
  const rows = await installation.sql<{ message_id: string }>(
    "select message_id from message where category = 'marketing' and state = 'unknown'",
  )
  return rows.map((row) => row.message_id)
}

/** The messages that may have been on their way when something was cut: no others may stay in doubt. */
export function onTheirWay(claims: readonly Claim[], cuts: readonly Cut[]): Set<string> {
  const met = new Set<string>()
  for (const runner of Map.groupBy(claims, (claim) => `${claim.process} ${claim.channelId}`).values()) {
    // All messages of one claim have its time.
    const batches = [...Map.groupBy(runner, (claim) => claim.at)].sort(([a], [b]) => a - b)
    for (const { from, until, processes } of cuts) {
      if (processes && !processes.includes(runner[0]?.process ?? '')) continue
      const before = batches.filter(([at]) => at < from).slice(-LAST_CLAIMS)
      const meanwhile = batches.filter(([at]) => at >= from && at <= until)
      for (const [, batch] of [...before, ...meanwhile]) for (const { messageId } of batch) met.add(messageId)
    }
  }
  return met
}

/** Steps of a message as statuses tell them; a message never goes back. */
const STEPS = ['sent', 'delivered', 'read']

/** What became of the statuses that were answered with 200, each counted once. */
export interface KeptStatuses {
  acknowledged: number
  stored: number
  processed: number
  /** One that is not in the database, and one of which its message does not know. */
  missing: string | null
  unprocessed: string | null
}

/** Looks for each acknowledged status in what intake keeps, and whether its message has come at least as far. */
export async function keptStatuses(installation: Installation): Promise<KeptStatuses> {
  const { runtime, close } = await installation.openRuntime()
  await close()
  const digest = (wamid: string) => runtime.vault.digest(installation.shop.businessId, 'message', wamid)
  // Statuses go on coming: what was acknowledged before we look has to be there, and processed once nothing waits.
  const acknowledged = await acknowledgedStatuses(installation)
  await installation.nothingWaits()
  const keys = await installation.sql<{ key: string }>(
    "select update_key as key from webhook_update where kind = 'status'",
  )
  const messages = await installation.sql<{ wamid: string; state: string }>(
    'select wamid_digest as wamid, state from message where wamid_digest is not null',
  )
  const stored = new Set(keys.map(({ key }) => key))
  const states = new Map(messages.map(({ wamid, state }) => [wamid, state]))
  const told = [...acknowledged].map(([name, { id, status }]) => {
    const wamid = digest(id)
    return {
      name,
      stored: stored.has(`${wamid}.${status}`),
      processed: STEPS.indexOf(states.get(wamid) ?? '') >= STEPS.indexOf(status),
    }
  })
  return {
    acknowledged: told.length,
    stored: told.filter((one) => one.stored).length,
    processed: told.filter((one) => one.processed).length,
    missing: told.find((one) => !one.stored)?.name ?? null,
    unprocessed: told.find((one) => !one.processed)?.name ?? null,
  }
}

interface ToldStatus {
  id: string
  status: string
}

interface StatusBody {
  entry?: { changes?: { value?: { statuses?: ToldStatus[] } }[] }[]
}

/** From the simulator's log, which is long enough for a run of this size. */
async function acknowledgedStatuses({ simulator }: Installation): Promise<Map<string, ToldStatus>> {
  const found = new Map<string, ToldStatus>()
  for (let after = -1, next = 0; next > after; ) {
    after = next
    const page = await simulator.call<{ entries: { status: number; body?: StatusBody }[]; next: number }>(
      'GET',
      `/sim/log?after=${after}&limit=5000&kind=webhook`,
    )
    next = page.next
    for (const { status, body } of page.entries) {
      if (status !== 200) continue
      const values = (body?.entry ?? []).flatMap((each) => each.changes ?? []).map((change) => change.value)
      for (const one of values.flatMap((value) => value?.statuses ?? []))
        found.set(`${one.id} (${one.status})`, one)
    }
  }
  return found
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
