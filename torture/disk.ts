import { spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { demand, type Torture, type TortureContext } from './harness.ts'
import { Installation } from './run/installation.ts'
import { inWords, judgeMarketing, keptStatuses } from './run/judge.ts'
import { personAt } from './run/seed.ts'
import { pause, waitUntil } from './run/wait.ts'

/** Room for an empty installation and a little more. */
const DISK_MB = 400
const STOP_EVERY = 10
/** Statuses go on coming for a while after nothing can be sent any more. */
const SLOW_STATUSES = { deliverMs: [50, 5_000], readMs: [100, 10_000] }

const torture: Torture = {
  name: 'disk',
  title:
    'While a campaign is sent and people write, the disk of the database becomes full, the database is killed, gets room again and is ' +
    'started, and later killed once more. Whatever was answered with 200, messages of people and statuses of ours, is there ' +
    'afterwards and processed; the rest is sent again and processed, too.',
  async run(context) {
    const { quick, say, tell } = context
    const disk = ownDisk(context)
    const installation = await Installation.open(context, {
      channels: 1,
      campaignsPerChannel: 1,
      peoplePerChannel: quick ? 800 : 4_000,
      throughput: 'STANDARD',
      processes: { dispatch: 1, intake: 2, jobs: 1 },
      webhooks: true,
      dials: { webhookBatch: 5, duplicateRate: 0.1, retryMaxMs: 4_000, ...SLOW_STATUSES },
      ...(disk
        ? {
            databaseFolder: join(disk, 'postgres'),
            databaseSettings: { max_wal_size: '64MB', min_wal_size: '32MB' },
          }
        : {}),
    })
    tell(
      disk
        ? `the database has a disk of ${DISK_MB} MB`
        : 'no disk may be mounted here: a trigger says "disk full"',
    )
    installation.startAll()
    const writing = new Writers(context, installation)
    const running = writing.run()
    await accepted(installation, 20)

    say('the disk becomes full')
    const ballast = disk ? fill(disk) : await refuseRows(installation)
    const { webhooks } = installation.traffic
    const refused = (texts: boolean) =>
      webhooks.filter(({ status, inbound }) => status === 503 && inbound.length > 0 === texts).length
    await waitUntil(() => refused(true) > 0 && refused(false) > 0, {
      stuck: 'The disk is full, but messages of people or statuses are not answered with 503.',
      progress: () => webhooks.length,
    })
    await pause(quick ? 2_000 : 10_000)
    await killWhileFull(context, installation, disk === null, ballast)
    await accepted(installation, 10)
    say('PostgreSQL is killed')
    await installation.postgres.kill()
    await pause(quick ? 500 : 3_000)
    await installation.postgres.start()
    await accepted(installation, 10)
    writing.stop()
    const written = await running
    say(`${written.texts.size} messages were written`)
    await everythingTold(installation, written.texts)
    await installation.comeToRest(150_000)

    const taken = new Set(webhooks.flatMap(({ status, inbound }) => (status === 200 ? inbound : [])))
    const refusals = refused(true) + refused(false)
    const lost = webhooks.filter(({ status }) => status === 0).length
    tell(
      `${written.texts.size} messages from people in ${webhooks.length} webhooks; answered 503: ${refusals}, not at all: ${lost}, anything else: ${webhooks.length - refusals - lost - webhooks.filter(({ status }) => status === 200).length}`,
    )
    const kept = await keptMessages(installation, [...taken], written.stops)
    tell(
      `acknowledged: ${taken.size}, of these in the database: ${kept.stored}, in the inbox: ${kept.processed}`,
    )
    demand(kept.missing === null, `Message ${kept.missing}, answered with 200, is not in the database.`)
    demand(kept.unprocessed === null, `Message ${kept.unprocessed}, answered with 200, was never processed.`)
    const statuses = await keptStatuses(installation)
    tell(
      `webhooks with statuses answered 503: ${refused(false)}; statuses acknowledged: ${statuses.acknowledged}, of these in the database: ${statuses.stored}, known to their messages: ${statuses.processed}`,
    )
    demand(
      statuses.missing === null,
      `Status ${statuses.missing}, answered with 200, is not in the database.`,
    )
    demand(statuses.unprocessed === null, `The message does not know of its status ${statuses.unprocessed}.`)
    const verdict = await judgeMarketing(installation)
    tell(`of the campaign WhatsApp took ${verdict.taken} messages, each once: ${inWords(verdict.states)}`)
    const [left] = await installation.sql<{
      count: number
    }>(`select count(*)::int as count from consent where state = 'withdrawn'
      and contact_id in (select contact_id from message)`)
    tell(`STOPs written: ${written.stopped.size}, withdrawn: ${left?.count ?? 0}`)
    demand((left?.count ?? 0) === written.stopped.size, 'Somebody wrote STOP and is not withdrawn.')
  },
}

/** SIGKILL to PostgreSQL before its disk has room again. @param byTrigger the disk is only said to be full, in the database itself */
async function killWhileFull(
  { quick, say }: TortureContext,
  { postgres }: Installation,
  byTrigger: boolean,
  makeRoom: () => Promise<void>,
): Promise<void> {
  say('PostgreSQL is killed')
  // It may have given up by itself.
  if (postgres.isUp()) await postgres.kill()
  await pause(quick ? 500 : 3_000)
  // On a full disk it could not start.
  if (!byTrigger) await makeRoom()
  await postgres.start()
  if (byTrigger) await makeRoom()
  say('there is room again')
}

/** People who write one after the other, until told to stop; every tenth says STOP. */
class Writers {
  readonly #context: TortureContext
  readonly #installation: Installation
  #stopped = false

  constructor(context: TortureContext, installation: Installation) {
    this.#context = context
    this.#installation = installation
  }

  stop(): void {
    this.#stopped = true
  }

  /** @returns ids of all messages, of those that say STOP, and the numbers of the people who said it */
  async run(): Promise<{ texts: Set<string>; stops: Set<string>; stopped: Set<string> }> {
    const { chance } = this.#context
    const { simulator, shop } = this.#installation
    const [channel] = shop.channels
    const texts = new Set<string>()
    const said = new Set<string>()
    const stopped = new Set<string>()
    if (!channel) return { texts, stops: said, stopped }
    const asked = new Set(await this.#asked())
    for (let n = 0; !this.#stopped; n++) {
      const { id, phone } = personAt(channel.first + chance.between(0, channel.people - 1))
      const stops = n % STOP_EVERY === 0 && asked.has(phone)
      const { id: wamid } = await simulator.call<{ id: string }>('POST', `/sim/people/${id}/messages`, {
        phoneNumberId: channel.phoneNumberId,
        text: stops ? 'STOP' : `Frage ${n}`,
      })
      texts.add(wamid)
      if (stops) {
        said.add(wamid)
        stopped.add(phone)
      }
      await pause(chance.between(0, 20))
    }
    return { texts, stops: said, stopped }
  }

  /** Numbers of the people who get the campaign: who withdrew before it cannot withdraw again. */
  async #asked(): Promise<string[]> {
    const { runtime, close } = await this.#installation.openRuntime()
    try {
      const { shop } = this.#installation
      const rows = await this.#installation.sql<{ digest: string }>(
        "select i.digest from contact_identity i join message m on m.contact_id = i.contact_id where i.kind = 'phone'",
      )
      const digests = new Set(rows.map((row) => row.digest))
      const everybody = shop.channels.flatMap(({ first, people }) =>
        Array.from({ length: people }, (_, n) => personAt(first + n).phone),
      )
      return everybody.filter((phone) => digests.has(runtime.vault.digest(shop.businessId, 'phone', phone)))
    } finally {
      await close()
    }
  }
}

/** Until so many more webhooks have been answered with 200. */
async function accepted({ traffic }: Installation, more: number): Promise<void> {
  const count = () => traffic.webhooks.filter(({ status }) => status === 200).length
  const goal = count() + more
  await waitUntil(() => count() >= goal, {
    stuck: 'No webhook is taken.',
    progress: count,
    patienceMs: 90_000,
  })
}

/** Until every message of people was acknowledged, and nothing waits to be processed. */
async function everythingTold(installation: Installation, texts: ReadonlySet<string>): Promise<void> {
  const { traffic } = installation
  const untold = () => {
    const taken = new Set(traffic.webhooks.flatMap(({ status, inbound }) => (status === 200 ? inbound : [])))
    return [...texts].filter((id) => !taken.has(id)).length
  }
  await waitUntil(() => untold() === 0, {
    stuck: 'Messages of people were never taken.',
    progress: untold,
    // The simulator, like Meta, waits longer after each refusal.
    patienceMs: 150_000,
  })
  await installation.nothingWaits()
  installation.expectNobodyFell()
}

/** Looks for each acknowledged message in what intake keeps and in what the inbox got; a STOP does not wait for the inbox. */
async function keptMessages(
  installation: Installation,
  wamids: readonly string[],
  stops: ReadonlySet<string>,
) {
  const { runtime, close } = await installation.openRuntime()
  try {
    const digest = (wamid: string) => runtime.vault.digest(installation.shop.businessId, 'message', wamid)
    const keys = await installation.sql<{ key: string }>(
      "select update_key as key from webhook_update where kind = 'message'",
    )
    const inbox = await installation.sql<{ key: string }>('select wamid_digest as key from inbound_message')
    const stored = new Set(keys.map(({ key }) => key))
    const processed = new Set(inbox.map(({ key }) => key))
    const missing = wamids.find((wamid) => !stored.has(digest(wamid))) ?? null
    const unprocessed = wamids.find((wamid) => !stops.has(wamid) && !processed.has(digest(wamid))) ?? null
    return {
      stored: wamids.filter((wamid) => stored.has(digest(wamid))).length,
      processed: wamids.filter((wamid) => processed.has(digest(wamid))).length,
      missing,
      unprocessed,
    }
  } finally {
    await close()
  }
}

/** A small file system in memory, where that is allowed. @returns its folder, or null */
function ownDisk(context: TortureContext): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null
  const folder = mkdtempSync(join(context.temp, 'jawort-disk-'))
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MB}m,mode=755`, 'tmpfs', folder])
  if (mounted.status !== 0) {
    rmSync(folder, { recursive: true })
    return null
  }
  context.later(async () => {
    spawnSync('umount', ['-l', folder])
    await rm(folder, { recursive: true, force: true })
  })
  mkdirSync(join(folder, 'postgres'))
  return folder
}

/** Takes all the room that is left, and what becomes free meanwhile. @returns gives it back */
function fill(disk: string): () => Promise<void> {
  const path = join(disk, 'ballast')
  const file = openSync(path, 'w')
  const block = Buffer.alloc(256 * 1024)
  const more = () => {
    try {
      while (writeSync(file, block) > 0);
    } catch {
      // Full, which was the intention.
    }
  }
  more()
  const again = setInterval(more, 50)
  return async () => {
    clearInterval(again)
    closeSync(file)
    rmSync(path)
  }
}

/** Where no disk may be mounted, the database says what it would say if its disk were full. @returns ends it */
async function refuseRows(installation: Installation): Promise<() => Promise<void>> {
  await installation.sql(`create or replace function no_room() returns trigger language plpgsql as
    $$ begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$`)
  await installation.sql(
    'create trigger no_room before insert on webhook_update for each row execute function no_room()',
  )
  return async () => {
    await installation.sql('drop trigger no_room on webhook_update')
  }
}

export default torture
