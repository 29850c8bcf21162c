import fc from 'fast-check'
import { expect, it } from 'vitest'
import { PageQuery, toPage } from './paging.ts'

it('reads the query of a list, with 50 rows when nothing is said', () => {
  expect(PageQuery.parse({})).toEqual({ limit: 50 })
  expect(PageQuery.parse({ limit: '200', after: 'x' })).toEqual({ limit: 200, after: 'x' })
  for (const limit of ['0', '201', '-1', '1.5', 'many'])
    expect(PageQuery.safeParse({ limit }).success, limit).toBe(false)
})

it('shows every row once, in order, however long the pages are', () => {
  fc.assert(
    fc.property(fc.nat(60), fc.integer({ min: 1, max: 20 }), (count, limit) => {
      const rows = Array.from({ length: count }, (_, index) => index)
      const seen: number[] = []
      let next: string | null = '-1'
      let pages = 0
      while (next !== null) {
        const after = Number(next)
        const found = rows.filter((row) => row > after).slice(0, limit + 1)
        const page: { items: number[]; next: string | null } = toPage(found, limit, String, (row) => row)
        expect(page.items.length).toBeLessThanOrEqual(limit)
        seen.push(...page.items)
        next = page.next
        pages++
      }
      expect(seen).toEqual(rows)
      expect(pages).toBe(Math.max(1, Math.ceil(count / limit)))
    }),
  )
})
