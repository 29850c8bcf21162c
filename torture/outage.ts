import { demand, type Torture } from './harness.ts'
import { type FaultProxy, startFaultProxy } from './run/faults.ts'
import { Installation } from './run/installation.ts'
import { type Cut, claimsOf, inDoubt, inWords, judgeMarketing, noteClaims, onTheirWay } from './run/judge.ts'
import { virtualNow } from './run/virtual.ts'
import { pause, waitUntil } from './run/wait.ts'

const HOUR_MS = 3_600_000
/** Longest back-off after an hour: a quarter of one; then the sending itself. */
const GOES_ON_WITHIN_MINUTES = 20

const torture: Torture = {
  name: 'outage',
  title:
    'Nobody answers at WhatsApp for an hour (on clocks that go faster), before the first message and again in the middle. ' +
    'Sending goes on by itself, everybody gets the message, once; in doubt is at most what was on its way when the line was cut.',
  async run(context) {
    const { quick, chance, say, tell } = context
    const speed = quick ? 600 : 60
    const messages = quick ? 600 : 3_000
    let started: FaultProxy | undefined
    const installation = await Installation.open(context, {
      channels: 1,
      campaignsPerChannel: 1,
      peoplePerChannel: messages,
      throughput: 'STANDARD',
      processes: { intake: 1 },
      speed,
      dials: { latencyMs: [100, 300] },
      graphUrl: async (simulatorUrl) => {
        started = await startFaultProxy(simulatorUrl, chance)
        context.later(() => started?.close())
        return started.url
      },
    })
    const proxy = started
    demand(proxy !== undefined, 'There is no proxy.')
    await noteClaims(installation)
    await forgetBeats(installation)
    const now = virtualNow(speed, Number(installation.env.TORTURE_SINCE))
    const cuts: Cut[] = []
    const minutes = (ms: number) => (ms * speed) / 60_000
    for (const part of [0, 0.4]) {
      await waitUntil(() => proxy.passed.length >= part * installation.queued, {
        stuck: 'Sending stands still.',
        progress: () => proxy.passed.length,
      })
      cuts.push(await proxy.down(now))
      installation.startAll()
      await waitUntil(() => installation.servers.every((server) => server.isReady), {
        stuck: 'The processes do not start.',
      })
      const before = proxy.passed.length
      say(`an hour without WhatsApp, after ${before} of ${installation.queued} messages`)
      await pause(HOUR_MS / speed)
      await proxy.up()
      const since = performance.now()
      await waitUntil(() => proxy.passed.length > before, {
        stuck: 'After the hour nothing goes on.',
        patienceMs: (GOES_ON_WITHIN_MINUTES * 60_000) / speed + 30_000,
        lookMs: 10,
      })
      tell(
        `after ${before} messages an hour of silence; sending went on ${minutes(performance.now() - since).toFixed(1)} minutes after it`,
      )
    }
    await installation.comeToRest()
    const [attempts] = await installation.sql<{ most: number }>(
      'select max(attempts)::int as most from message',
    )
    const verdict = await judgeMarketing(installation)
    const { failed = 0 } = verdict.states
    const doubts = await inDoubt(installation)
    const met = onTheirWay(await claimsOf(installation), cuts)
    tell(
      `${verdict.candidates} candidates = ${verdict.messages} messages + ${verdict.exclusions} exclusions: ${inWords(verdict.states)}`,
    )
    tell(
      `WhatsApp took ${verdict.taken}, each once; in doubt ${doubts.length}, of the ${met.size} that were on their way when the line was cut; most attempts for one message: ${attempts?.most}`,
    )
    demand(failed === 0, `${failed} messages failed because WhatsApp was away for an hour.`)
    demand(
      doubts.length + verdict.taken === verdict.messages,
      'Messages are neither with WhatsApp nor in doubt.',
    )
    const other = doubts.find((id) => !met.has(id))
    demand(other === undefined, `Message ${other} is in doubt, and was not on its way when the line was cut.`)
  },
}

/**
 * Hours go by on the fast clock until its process is up, and the other process has the usual one: when each of them gave a sign of
 * life says nothing here, and would let everything wait for a person.
 */
async function forgetBeats(installation: Installation): Promise<void> {
  const sql = (text: string) => installation.sql(text)
  await sql(`create function no_beat() returns trigger language plpgsql as $$
    begin new.beat_at := null; return new; end $$`)
  await sql(
    'create trigger no_beat before insert or update on installation for each row execute function no_beat()',
  )
  await sql('update installation set beat_at = null')
}

export default torture
