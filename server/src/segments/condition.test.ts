import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import { describe, expect, it } from 'vitest'
import { ManualClock } from '../platform/index.ts'
import { rulesCondition } from './condition.ts'
import { Rules } from './rules.ts'

const compiler = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})
const ctx = { businessId: 'b1', clock: new ManualClock('2026-11-18T11:00:00Z') }
const compiled = (rules: unknown) => rulesCondition(ctx, Rules.parse(rules)).compile(compiler)

describe('rulesCondition', () => {
  it('names the business first and leaves out people erased or merged into others, also for "everybody"', () => {
    const { sql, parameters } = compiled({ match: 'all', groups: [] })
    expect(sql).toBe(
      '(contact.business_id = $1 and contact.erased_at is null and contact.merged_into is null and true)',
    )
    expect(parameters).toEqual(['b1'])
  })

  it('joins groups and rules as they say', () => {
    const { sql, parameters } = compiled({
      match: 'any',
      groups: [
        {
          match: 'all',
          rules: [
            { field: 'country', op: 'is', value: 'DE' },
            { field: 'created', op: 'within_days', value: 7 },
          ],
        },
        { match: 'all', rules: [{ field: 'language', op: 'is_not', value: 'de' }] },
      ],
    })
    expect(sql.replace(/\s+/g, ' ')).toBe(
      '(contact.business_id = $1 and contact.erased_at is null and contact.merged_into is null and (((contact.country is not distinct from $2::char(2)) and coalesce("contact"."created_at" >= $3::timestamptz, false)) or ((not coalesce(lower(left(contact.language, $4)) = $5, false)))))',
    )
    expect(parameters).toEqual(['b1', 'DE', new Date('2026-11-11T11:00:00Z'), 2, 'de'])
  })

  it('passes every value as a parameter: a value can never become SQL', () => {
    const evil = "'; drop table contact; --"
    const { sql, parameters } = compiled({
      match: 'all',
      groups: [{ match: 'all', rules: [{ field: 'attribute', key: evil, op: 'is', value: evil }] }],
    })
    expect(sql).not.toContain('drop')
    expect(parameters).toContain(evil)
  })

  it.each([
    { match: 'all', groups: [{ match: 'all', rules: [] }] },
    { match: 'all', groups: [{ match: 'all', rules: [{ field: 'name', op: 'is', value: 'Anna' }] }] },
    { match: 'some', groups: [] },
    { match: 'all', groups: [{ match: 'all', rules: [{ field: 'created', op: 'within_days', value: 0 }] }] },
  ])('refuses rules that mean nothing: %j', (rules) => expect(Rules.safeParse(rules).success).toBe(false))
})
