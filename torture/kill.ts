import type { Torture, TortureContext } from './harness.ts'
import { demand } from './harness.ts'
import type { Child } from './run/child.ts'
import { Installation } from './run/installation.ts'
import { inWords, judgeMarketing } from './run/judge.ts'
import { pause } from './run/wait.ts'

const CHANNELS = 3
const CAMPAIGNS = 2
/** Of the standard throughput of a number. */
const PER_SECOND = CHANNELS * 80

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

const torture: Torture = {
  name: 'kill',
  title:
    'SIGKILL to dispatchers, intakes, all processes and PostgreSQL at random times while campaigns run over three channels. ' +
    'Nobody gets anything twice, nobody is lost, what is in doubt is said to be.',
  async run(context) {
    const { quick, chance, say, tell } = context
    const kills = quick ? 6 : 50
    const messages = quick ? 600 : 20_000
    const installation = await Installation.open(context, {
      channels: CHANNELS,
      campaignsPerChannel: CAMPAIGNS,
      peoplePerChannel: Math.ceil(messages / CHANNELS / CAMPAIGNS),
      throughput: 'STANDARD',
      processes: { dispatch: 3, intake: 2, jobs: 1 },
      // Each answer takes a while, so that there is always something under way.
      dials: { latencyMs: [20, 150], duplicateRate: 0.05, shuffle: true },
    })
    say(`${installation.queued} messages are queued`)
    installation.startAll()
    await firstRequests(installation)

    // Spread over the time that the sending takes at least.
    const gapMs = (installation.queued / PER_SECOND / kills) * 1_000
    const plan = planKills(context, kills)
    const done = new Map<Kind, number>()
    let whileSending = 0
    const restarts: Promise<void>[] = []
    for (const kind of plan) {
      await pause(chance.between(gapMs * 0.3, gapMs))
      const left = await installation.sql<{ count: number }>(
        'select count(*)::int as count from message_queue',
      )
      if ((left[0]?.count ?? 0) > 0) whileSending++
      done.set(kind, (done.get(kind) ?? 0) + 1)
      restarts.push(...(await strike(context, installation, kind)))
      // The database is what the next look needs.
      if (kind === 'PostgreSQL') await Promise.all(restarts.splice(0))
    }
    await Promise.all(restarts)
    say('all kills done')
    await installation.comeToRest(quick ? 45_000 : 90_000)
    const verdict = await judgeMarketing(installation)
    tell(
      `${kills} kills, ${whileSending} of them while messages waited: ${inWords(Object.fromEntries(done))}`,
    )
    tell(
      `${verdict.candidates} candidates = ${verdict.messages} messages + ${verdict.exclusions} exclusions: ${inWords(verdict.states)}`,
    )
    const { unknown = 0 } = verdict.states
    tell(
      `WhatsApp took ${verdict.taken} messages, each once; in doubt, and never requested again: ${unknown}`,
    )
    demand(verdict.taken + unknown === verdict.messages, 'Messages are neither with WhatsApp nor in doubt.')
  },
}

/** Every kind at least once when there are enough kills, in random order. */
function planKills({ chance }: TortureContext, kills: number): Kind[] {
  const weighted = KINDS.flatMap((kind) => Array.from({ length: WEIGHTS[kind] }, () => kind))
  const sure: Kind[] = KINDS.slice(0, kills)
  return chance.shuffled([
    ...sure,
    ...Array.from({ length: kills - sure.length }, () => chance.pick(weighted)),
  ])
}

/** @returns the restarts, which follow after a short while */
async function strike(
  { chance, quick }: TortureContext,
  installation: Installation,
  kind: Kind,
): Promise<Promise<void>[]> {
  const { postgres } = installation
  const downMs = chance.between(50, quick ? 1_000 : 3_000)
  const again = async (child: Child) => {
    await pause(downMs)
    child.start()
  }
  if (kind === 'PostgreSQL') {
    await postgres.kill()
    return [pause(downMs).then(() => postgres.start())]
  }
  if (kind === 'a session of PostgreSQL') {
    postgres.killSession(chance.between(0, 1_000))
    return []
  }
  const candidates = kind === 'every process' ? installation.servers : installation.of(kind)
  const victims = kind === 'every process' ? candidates : [chance.pick(candidates)]
  await Promise.all(victims.map((victim) => victim.end('SIGKILL')))
  return victims.map(again)
}

async function firstRequests({ traffic }: Installation): Promise<void> {
  for (let tries = 0; traffic.requests.length === 0; tries++) {
    demand(tries < 600, 'Nothing was sent within a minute.')
    await pause(100)
  }
}

export default torture
