import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getCard } from '../card/index.ts'
import { personKey } from '../contacts/index.ts'
import { createTestBusiness, type TestBusiness } from '../testing/business.ts'
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

/** What a backup of these tables holds; put back as whoever restores a dump does it, with triggers and keys off. */
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

  async function restore(): Promise<void> {
    await runtime.db.transaction().execute(async (trx) => {
      await sql`set local session_replication_role to replica`.execute(trx)
      for (const table of TABLES) {
        await sql`delete from ${sql.table(table)}`.execute(trx)
        const { rows } = await sql<{ name: string }>`
          select column_name as name from information_schema.columns
          where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER'`.execute(trx)
        const columns = sql.join(rows.map(({ name }) => sql.ref(name)))
        await sql`insert into ${sql.table(table)} (${columns}) select ${columns} from backup.${sql.ref(table)}`.execute(
          trx,
        )
      }
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
