import { existsSync } from 'node:fs'
import type { Torture, TortureContext } from './harness.ts'
import { demand } from './harness.ts'
import type { Child } from './run/child.ts'
import { Installation } from './run/installation.ts'
import {
  type Claim,
  type Cut,
  claimsOf,
  inDoubt,
  inWords,
  judgeMarketing,
  noteClaims,
  onTheirWay,
} from './run/judge.ts'
import { pause, waitUntil } from './run/wait.ts'

const CHANNELS = 3
const CAMPAIGNS = 2
/** Of the standard throughput of a number. */
const EACH_PER_SECOND = 80
/** What is claimed at once: as much as can be on its way within 200 ms. */
const LARGEST_CLAIM = EACH_PER_SECOND * 0.2
/** When less than this share of the messages is left, sending only trickles until the last kill. */
const RESERVE = 0.3
/** So long may processes take to come up before there is somebody to kill. */
const PATIENCE_MS = 60_000
/** A session that is killed takes all others with it within this time. */
const FALLS_WITHIN_MS = 10_000

const KINDS = [
  'dispatch',
  'intake',
  'jobs',
  'every process',
  'PostgreSQL',
  'a session of PostgreSQL',
] as const
type Kind = (typeof KINDS)[number]

/** What is killed how often; whatever a process does, dispatchers are what this is about. */
const WEIGHTS: Record<Kind, number> = {
  dispatch: 8,
  intake: 4,
  jobs: 1,
  'every process': 2,
  PostgreSQL: 2,
  'a session of PostgreSQL': 2,
}

/** What came of a kill. */
interface Struck {
  /** Whether it ended anything that ran. */
  hit: boolean
  cut: Cut
  restarts: Promise<void>[]
}

const torture: Torture = {
  name: 'kill',
  title:
    'SIGKILL to dispatchers, intakes, all processes and PostgreSQL at random times while campaigns run over three channels. ' +
    'Nobody gets anything twice, nobody is lost; in doubt is at most what the killed had claimed last, and it is said to be.',
  async run(context) {
    const { quick, chance, say, tell } = context
    const kills = quick ? 6 : 50
    const messages = quick ? 1_200 : 20_000
    const installation = await Installation.open(context, {
      channels: CHANNELS,
      campaignsPerChannel: CAMPAIGNS,
      peoplePerChannel: Math.ceil(messages / CHANNELS / CAMPAIGNS),
      throughput: 'STANDARD',
      processes: { dispatch: 3, intake: 2, jobs: 1 },
      // Each answer takes a while, so that there is always something under way.
      dials: { latencyMs: [20, 150], duplicateRate: 0.05, shuffle: true },
      // Under these names PostgreSQL knows them, and notes their claims.
      dispatchEnv: (n) => ({ PGAPPNAME: `dispatch ${n + 1}` }),
    })
    await noteClaims(installation)
    say(`${installation.queued} messages are queued`)
    installation.startAll()
    await firstRequests(installation)

    const plan = planKills(context, kills)
    const done = new Map<Kind, number>()
    const cuts: Cut[] = []
    const restarts: Promise<void>[] = []
    let fewest = installation.queued
    for (let left = fewest; plan.length > 0; ) {
      // Spread over the time that the sending takes at least.
      const gapMs = (left / (CHANNELS * EACH_PER_SECOND) / plan.length) * 1_000
      await pause(chance.between(gapMs * 0.3, gapMs))
      const { kind, victims } = await nextVictims(context, installation, plan)
      left = await waiting(installation)
      demand(left > 0, `All messages are sent, and ${plan.length} of ${kills} kills are still to come.`)
      const struck = await strike(context, installation, kind, victims)
      cuts.push(struck.cut)
      restarts.push(...struck.restarts)
      if (!struck.hit) continue
      plan.splice(plan.indexOf(kind), 1)
      fewest = Math.min(fewest, left)
      done.set(kind, (done.get(kind) ?? 0) + 1)
    }
    await setPace(installation, 1, EACH_PER_SECOND)
    await Promise.all(restarts)
    say('all kills done')
    await installation.comeToRest(quick ? 45_000 : 90_000)
    const verdict = await judgeMarketing(installation)
    tell(
      `${kills} kills of what was up and at work: ${inWords(Object.fromEntries(done))}; each while at least ${fewest} messages waited`,
    )
    tell(
      `${verdict.candidates} candidates = ${verdict.messages} messages + ${verdict.exclusions} exclusions: ${inWords(verdict.states)}`,
    )
    const claims = await claimsOf(installation)
    const most = largestClaim(claims)
    const met = onTheirWay(claims, cuts)
    const doubts = await inDoubt(installation)
    tell(
      `WhatsApp took ${verdict.taken} messages, each once; in doubt, and never requested again: ${doubts.length}, of the ${met.size} that the killed had claimed last, ${most} at once at most`,
    )
    demand(
      verdict.taken + doubts.length === verdict.messages,
      'Messages are neither with WhatsApp nor in doubt.',
    )
    demand(most <= LARGEST_CLAIM, `${most} messages were claimed at once.`)
    const other = doubts.find((id) => !met.has(id))
    demand(
      other === undefined,
      `Message ${other} is in doubt, and nobody was killed who had just claimed it.`,
    )
  },
}

/** Every kind at least once when there are enough kills, in random order. */
function planKills({ chance, tell }: TortureContext, kills: number): Kind[] {
  const kinds = KINDS.filter((kind) => kind !== 'a session of PostgreSQL' || existsSync('/proc/self/stat'))
  if (kinds.length < KINDS.length) tell('sessions of PostgreSQL cannot be told apart here: none is killed')
  const weighted = kinds.flatMap((kind) => Array.from({ length: WEIGHTS[kind] }, () => kind))
  const sure = kinds.slice(0, kills)
  return chance.shuffled([
    ...sure,
    ...Array.from({ length: kills - sure.length }, () => chance.pick(weighted)),
  ])
}

/** The first kill of the plan for which somebody is up and at work; waits for somebody when there is nobody. */
async function nextVictims(
  context: TortureContext,
  installation: Installation,
  plan: readonly Kind[],
): Promise<{ kind: Kind; victims: Child[] }> {
  let found: { kind: Kind; victims: Child[] } | undefined
  const look = async () => {
    // However long it takes until there is somebody, messages have to be left for the kill.
    if ((await waiting(installation)) < installation.queued * RESERVE) await setPace(installation, 0.1, 1)
    const atWork = await whoWorks(installation)
    for (const kind of new Set(plan)) {
      const victims = victimsOf(context, installation, kind, atWork)
      if (!victims) continue
      found = { kind, victims }
      return true
    }
    return false
  }
  await waitUntil(look, {
    stuck: `Nobody is at work who could be killed next (${plan.join(', ')}).`,
    // Whoever is up and does not answer, so that one knows whom it is about.
    progress: async () => {
      const answers = await Promise.all(installation.servers.map((server) => server.answers()))
      return installation.servers.filter((server, n) => server.isUp && !answers[n]).map(({ name }) => name)
    },
    patienceMs: PATIENCE_MS,
    lookMs: 100,
  })
  demand(found !== undefined, 'Nobody was found.')
  return found
}

/** Processes that answer; of the dispatchers those that made the last claim of a channel, in this life. */
async function whoWorks(installation: Installation): Promise<Child[]> {
  const rows = await installation.sql<{ process: string; claimed_at: Date }>(
    'select distinct on (channel_id) process, claimed_at from torture.claim order by channel_id, claimed_at desc',
  )
  const dispatchers = installation.of('dispatch')
  const up = installation.servers.filter(
    (server) =>
      server.isReady &&
      (!dispatchers.includes(server) ||
        rows.some((row) => row.process === server.name && row.claimed_at.getTime() > server.startedAt)),
  )
  const answers = await Promise.all(up.map((server) => server.answers()))
  return up.filter((_server, n) => answers[n])
}

/** @returns null when nobody of that kind is at work; nobody for PostgreSQL, which has just answered */
function victimsOf(
  { chance }: TortureContext,
  installation: Installation,
  kind: Kind,
  atWork: readonly Child[],
): Child[] | null {
  if (kind === 'PostgreSQL' || kind === 'a session of PostgreSQL') return []
  const working = (['dispatch', 'intake', 'jobs'] as const).map((role) => ({
    role,
    servers: installation.of(role).filter((server) => atWork.includes(server)),
  }))
  if (kind === 'every process')
    return working.every(({ servers }) => servers.length > 0) ? installation.servers : null
  const servers = working.find(({ role }) => role === kind)?.servers ?? []
  return servers.length > 0 ? [chance.pick(servers)] : null
}

/** Kills, and starts again after a short while; PostgreSQL is back when this resolves. */
async function strike(
  { chance, quick }: TortureContext,
  installation: Installation,
  kind: Kind,
  victims: readonly Child[],
): Promise<Struck> {
  const downMs = chance.between(50, quick ? 1_000 : 3_000)
  const from = Date.now()
  if (kind === 'PostgreSQL') {
    await installation.postgres.kill()
    await pause(downMs)
    // Sessions may finish what they were at after their server is gone, but not after the next one has taken over.
    await installation.postgres.start()
    return { hit: true, cut: { from, until: Date.now() }, restarts: [] }
  }
  if (kind === 'a session of PostgreSQL') {
    const hit = await killSession(installation, chance.between(0, 1_000))
    return { hit, cut: { from, until: Date.now() }, restarts: [] }
  }
  const ended = await Promise.all(victims.map((victim) => victim.end('SIGKILL')))
  const again = async (child: Child) => {
    await pause(downMs)
    child.start()
  }
  return {
    hit: ended.includes(true),
    cut: { from, until: Date.now(), processes: victims.map(({ name }) => name) },
    restarts: victims.map(again),
  }
}

/** @returns whether all other sessions fell with it; the server is back then */
async function killSession(installation: Installation, index: number): Promise<boolean> {
  const own = async () => (await installation.sql<{ pid: number }>('select pg_backend_pid() as pid'))[0]?.pid
  const before = await own()
  try {
    if (!installation.postgres.killSession(index)) return false
  } catch {
    // It ended by itself just now.
    return false
  }
  for (const until = performance.now() + FALLS_WITHIN_MS; performance.now() < until; await pause(20))
    if ((await own()) !== before) return true
  return false
}

/** @param pace share of the time in which campaigns are sent */
async function setPace(installation: Installation, pace: number, perSecond: number): Promise<void> {
  await installation.sql(`update campaign set pace = ${pace}; update channel set throughput = ${perSecond}`)
}

async function waiting(installation: Installation): Promise<number> {
  const [row] = await installation.sql<{ count: number }>(
    'select count(*)::int as count from message_queue where epoch is null',
  )
  return row?.count ?? 0
}

function largestClaim(claims: readonly Claim[]): number {
  const sizes = [...Map.groupBy(claims, ({ channelId, at }) => `${channelId} ${at}`).values()]
  return Math.max(0, ...sizes.map((claim) => claim.length))
}

async function firstRequests({ traffic }: Installation): Promise<void> {
  for (let tries = 0; traffic.requests.length === 0; tries++) {
    demand(tries < 1_800, 'Nothing was sent within three minutes.')
    await pause(100)
  }
}

export default torture
