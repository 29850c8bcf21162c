import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createBusiness } from '../businesses/index.ts'
import { updateBusiness } from '../businesses/update.ts'
import {
  type Actor,
  type Context,
  createContext,
  newId,
  Problem,
  withTransaction,
} from '../platform/index.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { recordAudit } from './index.ts'
import { AuditQuery, listAudit } from './list.ts'
import { difference } from './record.ts'

describe('the difference of two states', () => {
  it('keeps what changed and leaves out what did not', () => {
    const before = { state: 'draft', rules: { any: [1, 2] }, size: 3, gone: true, same: null }
    const after = { state: 'live', rules: { any: [1, 3] }, size: 3, came: 'yes', same: null }
    expect(difference(before, after)).toEqual({
      before: { state: 'draft', rules: { any: [1, 2] }, gone: true },
      after: { state: 'live', rules: { any: [1, 3] }, came: 'yes' },
    })
    expect(difference(before, before)).toEqual({ before: {}, after: {} })
  })

  it.each([
    'phone',
    'displayPhone',
    'email',
    'contactEmail',
    'accessToken',
    'appSecret',
    'password',
    'text',
    'message_text',
    'body',
    'username',
    'contactName',
    'person_name',
  ])('says that %s changed and never what it was, however deep it lies', (field) => {
    const entry = JSON.stringify([
      difference({ [field]: 'old-value' }, { [field]: 'new-value' }),
      difference({}, { inner: { [field]: 'new-value', kept: 1 } }),
      difference({ list: [{ [field]: 'old-value' }] }, { list: [] }),
    ])
    expect(entry).not.toMatch(/old-value|new-value/)
    expect(entry).toContain(field)
    expect(entry).toContain('"kept":1')
  })
})

describe('the audit log', () => {
  let runtime: TestRuntime
  let ctx: Context
  let other: Context
  let count = 0

  beforeAll(async () => {
    runtime = await createTestRuntime()
  })
  afterAll(() => runtime.close())
  beforeEach(async () => {
    ;[ctx, other] = [await newBusiness(), await newBusiness()]
  })

  async function newBusiness(): Promise<Context> {
    const system = createContext(runtime, '', { kind: 'system', job: 'test' })
    const { id } = await createBusiness(system, { slug: `audit-${++count}`, name: 'B', legalName: 'B GmbH' })
    return { ...system, businessId: id }
  }
  const as = (actor: Actor, from = ctx) => createContext(runtime, from.businessId, actor)
  const note = (n: number, from = ctx) =>
    recordAudit(from, { action: 'jar.fill', entity: 'jar', entityId: `jar-${n}`, after: { n } })

  it('says who did what, when and to what', async () => {
    const actors: [Actor, object][] = [
      [
        { kind: 'member', memberId: 'm1', role: 'marketer' },
        { kind: 'member', id: 'm1', label: 'marketer' },
      ],
      [
        { kind: 'apiKey', keyId: 'k1', role: 'agent' },
        { kind: 'apiKey', id: 'k1', label: 'agent' },
      ],
      [
        { kind: 'person', contactId: 'c1' },
        { kind: 'person', id: 'c1', label: 'person' },
      ],
      [
        { kind: 'person', contactId: null },
        { kind: 'person', id: null, label: 'person' },
      ],
      [
        { kind: 'webhook', source: 'whatsapp' },
        { kind: 'webhook', id: 'whatsapp', label: 'webhook' },
      ],
      [
        { kind: 'operator', accountId: 'a1' },
        { kind: 'operator', id: 'a1', label: 'operator' },
      ],
    ]
    for (const [actor] of actors) await note(1, as(actor))
    const { items } = await listAudit(ctx, { entity: 'jar' })
    expect(items.map((item) => item.actor)).toEqual(actors.map(([, shown]) => shown).reverse())
    expect(items[0]).toMatchObject({
      at: runtime.clock.now().toISOString(),
      action: 'jar.fill',
      entity: 'jar',
      entityId: 'jar-1',
      before: null,
      after: { n: 1 },
    })
  })

  it('holds nothing of a change that was rolled back, and no change happens without its entry', async () => {
    await expect(
      withTransaction(ctx, async (tx) => {
        await updateBusiness(tx, { name: 'Neu' })
        throw new Error('changed my mind')
      }),
    ).rejects.toThrow('changed my mind')
    expect((await listAudit(ctx, {})).items.map((item) => item.action)).toEqual(['business.create'])
    // An entry that cannot be written takes the change with it.
    await expect(
      withTransaction(ctx, async (tx) => {
        await tx.db
          .updateTable('business')
          .set({ name: 'Neu' })
          .where('business_id', '=', tx.businessId)
          .execute()
        const action = 'Not An Action' as `${string}.${string}`
        await recordAudit(tx, { action, entity: 'business', entityId: tx.businessId })
      }),
    ).rejects.toThrow()
    const row = await runtime.db
      .selectFrom('business')
      .select('name')
      .where('business_id', '=', ctx.businessId)
      .executeTakeFirst()
    expect(row?.name).toBe('B')
  })

  it('keeps of a business what changed, without its address', async () => {
    await updateBusiness(ctx, { name: 'Neu', contactEmail: 'anna@blatt.example' })
    const [entry] = (await listAudit(ctx, {})).items
    expect(entry).toMatchObject({ before: { name: 'B' }, after: { name: 'Neu' } })
    expect(entry?.after).not.toHaveProperty('legalName')
    expect(JSON.stringify(entry)).not.toContain('anna@')
  })

  it('belongs to its business and is read by owner and data protection officer', async () => {
    await note(1)
    await note(2, other)
    const seen = async (from: Context) =>
      (await listAudit(from, { entity: 'jar' })).items.map((item) => item.entityId)
    expect(await seen(as({ kind: 'member', memberId: newId(), role: 'owner' }))).toEqual(['jar-1'])
    expect(await seen(as({ kind: 'member', memberId: newId(), role: 'dpo' }, other))).toEqual(['jar-2'])
    for (const role of ['marketer', 'agent'] as const) {
      const reading = listAudit(as({ kind: 'member', memberId: newId(), role }), {})
      await expect(reading).rejects.toMatchObject({ kind: 'forbidden' })
      await expect(reading).rejects.toBeInstanceOf(Problem)
    }
  })

  it('is read in pages, newest first, and by what it is about', async () => {
    for (let n = 1; n <= 5; n++) await note(n)
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await listAudit(ctx, { entity: 'jar', limit: 2, ...(after ? { after } : {}) })
      seen.push(...page.items.map((item) => item.entityId))
      after = page.next ?? undefined
    } while (after)
    expect(seen).toEqual(['jar-5', 'jar-4', 'jar-3', 'jar-2', 'jar-1'])
    expect((await listAudit(ctx, { entity: 'jar', entityId: 'jar-3' })).items).toHaveLength(1)
    expect((await listAudit(ctx, { entity: 'lid' })).items).toEqual([])
    expect(AuditQuery.safeParse({ after: 'not-an-entry' }).success).toBe(false)
  })
})
