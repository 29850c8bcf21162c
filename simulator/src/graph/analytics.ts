import { z } from 'zod'
import { type BookRow, HALF_HOUR } from '../books.ts'
import { DAY } from '../clock.ts'
import { GraphFault } from '../errors.ts'
import type { Waba } from '../numbers.ts'
import { rateOf } from '../rates.ts'
import type { World } from '../world.ts'
import { type Call, parse } from './call.ts'

type Json = Record<string, unknown>
type Arguments = Readonly<Record<string, string>>

/** The analytics a caller named in `?fields=…`, with their arguments in brackets (platform §8.5). */
export function analyticsOf(world: World, waba: Waba, fields: string): Json {
  const pricing = argumentsOf(fields, 'pricing_analytics')
  const plain = argumentsOf(fields, 'analytics')
  return {
    ...(pricing && { pricing_analytics: pricingAnalytics(world, waba, pricing) }),
    ...(plain && { analytics: messageAnalytics(world, waba, plain) }),
  }
}

/** `name.start(1).end(2)` as an object of texts; nothing when the field was not asked for. */
function argumentsOf(fields: string, name: string): Arguments | undefined {
  const hit = new RegExp(`(?:^|,)\\s*${name}((?:\\.\\w+\\([^()]*\\))+)`).exec(fields)
  if (!hit) return undefined
  return Object.fromEntries(
    [...(hit[1] ?? '').matchAll(/\.(\w+)\(([^()]*)\)/g)].map(([, key, value]) => [key, value]),
  )
}

const listOf = (text: string | undefined): string[] =>
  (text ?? '')
    .replace(/[[\]"'\s]/g, '')
    .split(',')
    .filter(Boolean)

/** @throws GraphFault 100 without a span of time */
function spanOf({ start, end }: Arguments): { from: number; to: number } {
  const [from, to] = [Number(start) * 1000, Number(end) * 1000]
  if (!(from > 0) || !(to > from)) throw new GraphFault(100, 'Analytics need start and end in unix seconds.')
  return { from, to }
}

function slotOf(at: number, granularity: string): { start: number; end: number } {
  if (granularity === 'HALF_HOUR') return { start: at, end: at + HALF_HOUR }
  if (granularity.startsWith('MONTH')) {
    const day = new Date(at)
    const month = (ahead: number): number => Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + ahead, 1)
    return { start: month(0), end: month(1) }
  }
  const start = at - (at % DAY)
  return { start, end: start + DAY }
}

function pricingAnalytics(world: World, waba: Waba, given: Arguments): Json {
  const { from, to } = spanOf(given)
  const dimensions = listOf(given.dimensions)
  const allows = (name: string, value: string): boolean => {
    const wanted = listOf(given[name])
    return wanted.length === 0 || wanted.includes(value)
  }
  const points = new Map<string, Json & { volume: number; cost: number }>()
  for (const row of world.books.of(waba.id, from, to)) {
    const type = row.pricing.type.toUpperCase()
    const category = row.pricing.category.toUpperCase()
    const kept =
      row.delivered > 0 &&
      allows('phone_numbers', row.phone) &&
      allows('country_codes', row.country) &&
      allows('pricing_types', type) &&
      allows('pricing_categories', category)
    if (!kept) continue
    const { start, end } = slotOf(row.at, given.granularity ?? 'DAILY')
    const facts = {
      start: start / 1000,
      end: end / 1000,
      ...(dimensions.includes('COUNTRY') && { country: row.country }),
      ...(dimensions.includes('PHONE') && { phone_number: row.phone }),
      ...(dimensions.includes('TIER') && { tier: '0:MAX' }),
      ...(dimensions.includes('PRICING_TYPE') && { pricing_type: type }),
      ...(dimensions.includes('PRICING_CATEGORY') && { pricing_category: category }),
    }
    const key = JSON.stringify(facts)
    const point = points.get(key) ?? { ...facts, volume: 0, cost: 0 }
    point.volume += row.delivered
    if (row.pricing.billable) point.cost += row.delivered * rateOf(row.country, category, waba.currency)
    points.set(key, point)
  }
  const metrics = listOf(given.metric_types)
  const data_points = [...points.values()].map(({ volume, cost, ...facts }) => ({
    ...facts,
    ...((metrics.length === 0 || metrics.includes('VOLUME')) && { volume }),
    ...((metrics.length === 0 || metrics.includes('COST')) && { cost: Math.round(cost * 10_000) / 10_000 }),
  }))
  return { data: [{ data_points }] }
}

function messageAnalytics(world: World, waba: Waba, given: Arguments): Json {
  const { from, to } = spanOf(given)
  const phones = listOf(given.phone_numbers)
  const countries = listOf(given.country_codes)
  const granularity = given.granularity ?? 'DAY'
  const rows = world.books
    .of(waba.id, from, to)
    .filter((row) => phones.length === 0 || phones.includes(row.phone))
    .filter((row) => countries.length === 0 || countries.includes(row.country))
  return {
    phone_numbers: [...new Set(rows.map(({ phone }) => phone))],
    country_codes: countries,
    granularity,
    data_points: [...bySlot(rows, granularity)].map(([start, { end, all }]) => ({
      start: start / 1000,
      end: end / 1000,
      sent: total(all, 'sent'),
      delivered: total(all, 'delivered'),
    })),
  }
}

function bySlot(rows: readonly BookRow[], granularity: string): Map<number, { end: number; all: BookRow[] }> {
  const slots = new Map<number, { end: number; all: BookRow[] }>()
  for (const row of rows) {
    const { start, end } = slotOf(row.at, granularity)
    const slot = slots.get(start) ?? { end, all: [] }
    slot.all.push(row)
    slots.set(start, slot)
  }
  return slots
}

const total = (rows: readonly BookRow[], what: 'sent' | 'delivered' | 'read'): number =>
  rows.reduce((sum, row) => sum + row[what], 0)

const templateQuery = z.looseObject({
  start: z.coerce.number().positive(),
  end: z.coerce.number().positive(),
  template_ids: z.string(),
})

/** `GET /{waba}/template_analytics` @throws GraphFault 200007 unless insights are switched on */
export function templateAnalytics({ world, id, query }: Call): unknown {
  const waba = world.numbers.wabas.get(id)
  if (!waba?.insights)
    throw new GraphFault(200007, 'Insights into templates are not switched on for this account.')
  const { start, end, template_ids } = parse(templateQuery, query)
  const ids = listOf(template_ids)
  if (ids.length > 10) throw new GraphFault(100, "Parameter 'template_ids' may hold at most 10 ids")
  const rows = world.books.of(id, start * 1000, end * 1000)
  const data_points = ids.flatMap((template_id) => {
    const own = rows.filter((row) => row.templateId === template_id)
    return [...bySlot(own, 'DAILY')].map(([from, { end: to, all }]) => ({
      template_id,
      start: from / 1000,
      end: to / 1000,
      sent: total(all, 'sent'),
      delivered: total(all, 'delivered'),
      read: total(all, 'read'),
    }))
  })
  return { data: [{ granularity: 'DAILY', product_type: 'cloud_api', data_points }] }
}
