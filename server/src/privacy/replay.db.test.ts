import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getCard } from '../card/index.ts'
import { personKey } from '../contacts/index.ts'
import { createTestBusiness, type TestBusiness } from '../testing/business.ts'
import { allowTriggers } from '../testing/database.ts'
import { dump, traces } from '../testing/dump.ts'
import { optIn, wireChats } from '../testing/opt-in.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { erasePerson } from './erase.ts'
import { replayShredded } from './replay-shredded.ts'
import { formatShredded, parseShredded, rememberedShredded } from './shred-list.ts'
import { shredProofs } from './shred-proofs.ts'
import { shreddedText } from './shredded-text.ts'

const ANNA = { phone: '+4915127182818', name: 'Annegret Quittenbaum', text: 'Gern die Pflanzenpost!' }
const BEN = { phone: '+4915131415926', name: 'Benno Birnbaum', text: 'Ja bitte, Pflanzenpost' }

/** What a backup holds of people, parents first. */
const TABLES = [
  'contact',
  'contact_key',
  'contact_identity',
  'contact_marketing',
  'consent',
  'consent_event',
  'consent_question',
  'conversation',
  'inbound_message',
  'message',
  'suppression',
  'restricted_vault',
  'restricted_evidence',
  'privacy_request',
  'shredded_key',
  'ledger_entry',
  'ledger_redaction',
]

describe('a backup that is older than an erasure', () => {
  let runtime: TestRuntime
  let business: TestBusiness
  let anna: string
  let ben: string
  beforeAll(async () => {
    runtime = await createTestRuntime()
    wireChats(runtime)
    business = await createTestBusiness(runtime)
    anna = await optIn(business, ANNA)
    ben = await optIn(business, BEN)
  })
  afterAll(() => runtime.close())

  async function backUp(): Promise<void> {
    await sql`create schema backup`.execute(runtime.db)
    for (const table of TABLES)
      await sql`create table backup.${sql.ref(table)} as select * from ${sql.table(table)}`.execute(
        runtime.db,
      )
  }

  async function columnsOf(table: string): Promise<{ all: string[]; key: string[] }> {
    const { rows } = await sql<{ name: string; key: boolean }>`
      select a.attname as name, a.attnum = any((i.indkey::int2[])[0:i.indnkeyatts - 1]) as key
      from pg_attribute a join pg_index i on i.indrelid = a.attrelid and i.indisprimary
      where a.attrelid = ${table}::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''`.execute(
      runtime.db,
    )
    return {
      all: rows.map(({ name }) => name),
      key: rows.filter(({ key }) => key).map(({ name }) => name),
    }
  }

  /** Makes every row what it was, without asking the triggers of the ledger. */
  async function restore(): Promise<void> {
    const columns = new Map(
      await Promise.all(TABLES.map(async (table) => [table, await columnsOf(table)] as const)),
    )
    await runtime.db.transaction().execute(async (trx) => {
      await allowTriggers(trx)
      for (const table of TABLES) await sql`alter table ${sql.table(table)} disable trigger user`.execute(trx)
      for (const table of [...TABLES].reverse()) {
        const key = sql.join((columns.get(table)?.key ?? []).map((name) => sql.ref(name)))
        await sql`delete from ${sql.table(table)} where (${key}) not in (select ${key} from backup.${sql.ref(table)})`.execute(
          trx,
        )
      }
      for (const table of TABLES) {
        const { all = [], key = [] } = columns.get(table) ?? {}
        const names = sql.join(all.map((name) => sql.ref(name)))
        const changes = sql.join(all.map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`))
        await sql`insert into ${sql.table(table)} (${names}) select ${names} from backup.${sql.ref(table)}
          on conflict (${sql.join(key.map((name) => sql.ref(name)))}) do update set ${changes}`.execute(trx)
      }
      await sql`set constraints all immediate`.execute(trx)
      for (const table of TABLES) await sql`alter table ${sql.table(table)} enable trigger user`.execute(trx)
    })
  }

  it('C-59: gives back nobody: the list beside the database erases them again before anything opens', async () => {
    await backUp()
    await erasePerson(business.ctx, anna, { confirm: 'ERASE' })
    expect(await replayShredded(runtime)).toEqual({ keys: 0, people: 0 })
    const remembered = rememberedShredded(runtime.config)
    expect(remembered).toHaveLength(1)

    await restore()
    expect((await getCard(business.ctx, anna, 'de')).name).toBe(ANNA.name)
    expect(await replayShredded(runtime)).toEqual({ keys: 1, people: 1 })
    await expect(getCard(business.ctx, anna, 'de')).rejects.toThrow('not_found')
    expect(await personKey(business.ctx, anna)).toBeNull()
    const now = await dump(runtime.db, 'public')
    expect(traces(now, [ANNA.phone.slice(1), 'Quittenbaum'])).toEqual([])
    expect((await getCard(business.ctx, ben, 'de')).name).toBe(BEN.name)
    const requests = await runtime.db
      .selectFrom('privacy_request')
      .select(['contact_id', 'kind', 'via'])
      .execute()
    expect(requests).toEqual([{ contact_id: anna, kind: 'erasure', via: 'replay' }])
    expect(await runtime.db.selectFrom('suppression').selectAll().execute()).toHaveLength(1)
    // Once is enough, and the file does not grow by it.
    expect(await replayShredded(runtime)).toEqual({ keys: 0, people: 0 })
    expect(rememberedShredded(runtime.config)).toEqual(remembered)
  })

  it('C-59: gives back no proof whose time was over', async () => {
    runtime.clock.set('2031-01-02T00:00:00Z')
    expect(await shredProofs(runtime)).toBeGreaterThan(0)
    await restore()
    expect(await replayShredded(runtime)).toEqual({ keys: 2, people: 1 })
    expect(await runtime.db.selectFrom('restricted_vault').selectAll().execute()).toEqual([])
    const left = await runtime.db
      .selectFrom('consent_event')
      .select('evidence_sealed')
      .where('contact_id', '=', anna)
      .execute()
    expect(left.map((row) => row.evidence_sealed)).toEqual(left.map(() => null))
  })

  it('C-59: does as much with a list from paper, when the data folder is lost too', async () => {
    const paper = await shreddedText(business.ctx)
    expect(paper).toBe(formatShredded(parseShredded(paper)))
    expect(paper).not.toContain(anna)
    await restore()
    const bare = { ...runtime, config: { ...runtime.config, dataDir: `${runtime.config.dataDir}-lost` } }
    expect(await replayShredded(bare)).toEqual({ keys: 0, people: 0 })
    expect(await personKey(business.ctx, anna)).not.toBeNull()
    expect(await replayShredded(bare, parseShredded(paper))).toEqual({ keys: 2, people: 1 })
    expect(await personKey(business.ctx, anna)).toBeNull()
  })

  it('C-59: what the database knows and the file does not is added to the file', async () => {
    const bare = { ...runtime, config: { ...runtime.config, dataDir: `${runtime.config.dataDir}-other` } }
    await replayShredded(bare)
    expect(
      rememberedShredded(bare.config)
        .map(({ digest }) => digest)
        .sort(),
    ).toEqual(
      rememberedShredded(runtime.config)
        .map(({ digest }) => digest)
        .sort(),
    )
  })
})
