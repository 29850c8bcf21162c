import { parse } from 'csv-parse/sync'
import type { z } from 'zod'
import type { Sentence } from '../platform/index.ts'
import { marketNamed } from './market-names.ts'
import { checkRate, RateFields } from './set.ts'

type Rate = z.output<typeof RateFields>

/** A line of a file that became a rate, or why it did not. */
export type ReadLine =
  | { line: number; rate: Rate & { currency: string } }
  | { line: number; problem: Sentence }

/** What a column may be called, in the words of files and of people. */
const COLUMNS = new Map<string, keyof Rate>([
  ['market', 'market'],
  ['markt', 'market'],
  ['country', 'market'],
  ['land', 'market'],
  ['category', 'category'],
  ['kategorie', 'category'],
  ['currency', 'currency'],
  ['währung', 'currency'],
  ['price', 'price'],
  ['preis', 'price'],
  ['rate', 'price'],
  ['from', 'effectiveFrom'],
  ['effective_from', 'effectiveFrom'],
  ['ab', 'effectiveFrom'],
  ['to', 'effectiveTo'],
  ['effective_to', 'effectiveTo'],
  ['bis', 'effectiveTo'],
  ['tier_from', 'tierFrom'],
  ['stufe_ab', 'tierFrom'],
  ['tier_to', 'tierTo'],
  ['stufe_bis', 'tierTo'],
  ['source', 'source'],
  ['quelle', 'source'],
  ['verified', 'verified'],
  ['geprüft', 'verified'],
])
const NEEDED = ['market', 'category', 'price', 'effectiveFrom'] as const

const sentence = (de: string, en: string): Sentence => ({ de, en })

const WRONG: Partial<Record<keyof Rate, Sentence>> = {
  market: sentence('Den Markt gibt es nicht', 'There is no such market'),
  category: sentence('Die Kategorie gibt es nicht', 'There is no such category'),
  currency: sentence('Die Währung hat drei Buchstaben', 'The currency has three letters'),
  price: sentence('Das ist kein Preis', 'This is no price'),
  effectiveFrom: sentence('Das Datum braucht die Form 2026-10-01', 'The date has to look like 2026-10-01'),
  effectiveTo: sentence(
    'Das Ende ist kein Datum oder liegt vor dem Anfang',
    'The end is no date, or before the start',
  ),
  tierFrom: sentence(
    'Stufen haben nur utility und authentication, mit ganzen Zahlen',
    'Only utility and authentication have tiers, in whole numbers',
  ),
  tierTo: sentence('Die Stufe endet vor ihrem Anfang', 'The tier ends before it begins'),
  source: sentence('Die Quelle ist zu lang', 'The source is too long'),
}

/** Why nothing at all can be read. */
export class UnreadableFile extends Error {
  readonly sentence: Sentence
  constructor(said: Sentence) {
    super(said.en)
    this.sentence = said
  }
}

/**
 * Reads prices from CSV with a line of headings; commas, semicolons or tabs, `0.1131` or `0,1131`, `2026-10-01` or `01.10.2026`.
 * What cannot be read is reported with its line, the rest is kept.
 * @param defaults currency and source where the file names none
 * @throws UnreadableFile without the columns that are needed
 */
export function readRates(text: string, defaults: { currency: string; source: string }): ReadLine[] {
  const [first = ''] = text.replace(/^\uFEFF/, '').split('\n')
  const delimiter = [';', '\t', ','].find((each) => first.includes(each)) ?? ','
  const records: string[][] = parse(text.replace(/^\uFEFF/, ''), {
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    trim: true,
  })
  const [headings = [], ...rows] = records
  const columns = headings.map((heading) => COLUMNS.get(heading.toLowerCase().replaceAll(' ', '_')))
  const missing = NEEDED.filter((column) => !columns.includes(column))
  if (missing.length > 0) {
    throw new UnreadableFile(
      sentence(
        'Die erste Zeile muss mindestens diese Spalten nennen: market, category, price, effective_from.',
        'The first line has to name at least these columns: market, category, price, effective_from.',
      ),
    )
  }
  const seen = new Map<string, number>()
  return rows.flatMap((cells, index): ReadLine[] => {
    const line = index + 2
    if (cells.every((cell) => cell === '')) return []
    const read = readLine(cells, columns, defaults)
    if ('problem' in read) return [{ line, ...read }]
    const { market, category, currency, effectiveFrom, tierFrom } = read.rate
    const key = [market, category, currency, effectiveFrom, tierFrom].join(' ')
    const before = seen.get(key)
    seen.set(key, before ?? line)
    if (before === undefined) return [{ line, rate: read.rate }]
    return [{ line, problem: sentence(`Steht schon in Zeile ${before}`, `Stands in line ${before} already`) }]
  })
}

function readLine(
  cells: readonly string[],
  columns: readonly (keyof Rate | undefined)[],
  defaults: { currency: string; source: string },
): { rate: Rate & { currency: string } } | { problem: Sentence } {
  const cell = (column: keyof Rate) => cells[columns.indexOf(column)] || undefined
  const currency = (cell('currency') ?? defaults.currency).toUpperCase()
  const named = currenciesIn(cell('price') ?? '')
  if (named.length > 0 && !named.includes(currency)) {
    const price = short(cell('price') ?? '')
    return {
      problem: sentence(
        `Der Preis nennt eine andere Währung als ${currency}: ${price}`,
        `The price names another currency than ${currency}: ${price}`,
      ),
    }
  }
  const rate = RateFields.superRefine(checkRate).safeParse({
    market: marketNamed(cell('market') ?? '') ?? '',
    category: cell('category')?.toLowerCase().replaceAll(/[ -]/g, '_'),
    currency,
    price: numberOf(cell('price')) ?? Number.NaN,
    effectiveFrom: dateOf(cell('effectiveFrom')),
    effectiveTo: dateOf(cell('effectiveTo')) ?? null,
    tierFrom: countOf(cell('tierFrom')) ?? 0,
    tierTo: countOf(cell('tierTo')) ?? null,
    source: cell('source') ?? defaults.source,
    verified: /^(1|true|yes|ja|x|wahr)$/i.test(cell('verified') ?? ''),
  })
  if (rate.success) return { rate: { ...rate.data, currency: rate.data.currency ?? defaults.currency } }
  const [field] = rate.error.issues[0]?.path ?? []
  const words =
    WRONG[field as keyof Rate] ?? sentence('Die Zeile ist nicht lesbar', 'The line cannot be read')
  const said = cell(field as keyof Rate)
  return {
    problem: said ? sentence(`${words.de}: ${short(said)}`, `${words.en}: ${short(said)}`) : words,
  }
}

const short = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

/** `0.1131`, `0,1131`, `$0.1131`; undefined for an empty cell, NaN for anything else: a thousand must not become a one. */
function numberOf(cell: string | undefined): number | undefined {
  if (cell === undefined) return undefined
  const plain = cell.replace(/[€$£₹\s]|[A-Z]{3}/g, '').replace(',', '.')
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN
}

/** `100001`, `100,001`, `100.001`: messages are whole, so what parts them are thousands. */
function countOf(cell: string | undefined): number | undefined {
  if (cell === undefined) return undefined
  const isGrouped = /^\d{1,3}([.,'’\s]\d{3})+$/.test(cell)
  return numberOf(isGrouped ? cell.replaceAll(/\D/g, '') : cell)
}

const SIGNS: Record<string, readonly string[]> = {
  '€': ['EUR'],
  '£': ['GBP'],
  '₹': ['INR'],
  $: ['USD', 'ARS', 'AUD', 'CLP', 'COP', 'HKD', 'MXN', 'SGD'],
}

/** The currencies that a price may mean by its sign or code; none when it has neither. */
function currenciesIn(price: string): readonly string[] {
  const [code] = /[A-Z]{3}/.exec(price) ?? []
  if (code) return [code]
  return Object.entries(SIGNS).find(([sign]) => price.includes(sign))?.[1] ?? []
}

function dateOf(cell: string | undefined): string | undefined {
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(cell ?? '')
  if (!german) return cell
  const [, day = '', month = '', year = ''] = german
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
