import { type Content, mediaOf } from '../content.ts'
import { isPositional, namesIn, textsOf, variableNames, variablesIn } from '../variables.ts'
import type { FindingCode, Findings } from './finding.ts'
import { nameOf, plainLine, renamed } from './repair.ts'

const EMOJI = /\p{Extended_Pictographic}/u
export const withoutVariables = (text: string): string => text.replace(/\{\{[^{}]*\}\}/g, ' ')

/** Words of a text, variables left out. */
export const wordsOf = (text: string): string[] =>
  withoutVariables(text)
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))

/** Header, body, footer and samples against Meta's limits and causes of rejection (Meta, template components). */
export function checkTexts(content: Content, findings: Findings): void {
  checkMedia(content, findings)
  checkHeader(content, findings)
  checkBody(content, findings)
  checkFooter(content, findings)
  for (const { where, text } of textsOf(content)) checkNames(text, where, content, findings)
  checkNumbers(content, findings)
  checkSamples(content, findings)
}

function checkMedia(content: Content, findings: Findings): void {
  for (const { where, header } of mediaOf(content)) {
    if (header.mediaId || /^https?:\/\/[^\s]+$/i.test(header.url ?? '')) continue
    findings.add('header_file', where)
  }
  const { header } = content
  if (header?.format !== 'location') return
  if (header.latitude === null || header.longitude === null || !header.name.trim() || !header.address.trim())
    findings.add('header_place', 'header')
}

function checkHeader(content: Content, findings: Findings): void {
  const { header } = content
  if (header?.format !== 'text') return
  const { text } = header
  if (text.trim() === '') {
    const { header: _, ...rest } = content
    findings.add('header_empty', 'header', {}, { content: rest })
  }
  tooLong('header_length', 'header', text, 60, findings)
  if (variablesIn(text).length > 1) findings.add('header_variables', 'header')
  if (/[\n\r*_~`]/.test(withoutVariables(text)) || EMOJI.test(text)) {
    const repair = { content: { ...content, header: { format: 'text' as const, text: plainLine(text) } } }
    findings.add('header_format', 'header', {}, repair)
  }
}

function checkBody(content: Content, findings: Findings): void {
  const { body } = content
  if (body.trim() === '') {
    findings.add('body_empty', 'body')
    return
  }
  tooLong('body_length', 'body', body, 1024, findings)
  if (/ {5,}/.test(body))
    findings.add('body_spaces', 'body', {}, { content: { ...content, body: body.replace(/ {5,}/g, ' ') } })
  if (/(\r?\n){3,}/.test(body)) {
    const mended = body.replace(/(\r?\n){3,}/g, '\n\n')
    findings.add('body_line_breaks', 'body', {}, { content: { ...content, body: mended } })
  }
  checkPlaces(body, 'body', findings)
}

/** Where variables stand in a text, and how many of them for how many words. */
export function checkPlaces(text: string, where: string, findings: Findings): void {
  const tokens = variablesIn(text)
  const [first] = tokens
  const last = tokens.at(-1)
  if (!first || !last) return
  if (text.slice(0, first.start).trim() === '' || text.slice(last.end).trim() === '')
    findings.add('variable_at_edge', where)
  const adjacent = tokens.some((token, index) => {
    const next = tokens[index + 1]
    return next !== undefined && text.slice(token.end, next.start).trim() === ''
  })
  if (adjacent) findings.add('variables_adjacent', where)
  const names = namesIn(text).length
  const words = wordsOf(text).length
  if (words < names * 2 + 1) findings.add('variable_density', where, { names, words })
}

function checkNames(text: string, where: string, content: Content, findings: Findings): void {
  const bad = namesIn(text).find((name) => !/^([a-z][a-z0-9_]{0,50}|[1-9]\d?)$/.test(name))
  if (bad !== undefined) {
    const taken = new Set(variableNames(content))
    const better = nameOf(bad, 'value')
    const repair = taken.has(better)
      ? null
      : { content: renamed(content, (name) => (name === bad ? better : name)) }
    findings.add('variable_name', where, { name: bad }, repair)
  }
  if (/\{\{|\}\}/.test(withoutVariables(text))) findings.add('variable_braces', where)
}

/** Numbers instead of names: Meta takes them in sequence; people do not see what they mean. */
function checkNumbers(content: Content, findings: Findings): void {
  const header = content.header?.format === 'text' ? namesIn(content.header.text) : []
  const body = namesIn(content.body)
  const texts = [...header, ...body, ...(content.cards ?? []).flatMap((card) => namesIn(card.body))]
  const numbers = [...new Set(texts.filter(isPositional))]
  const [first] = numbers
  if (first === undefined) return
  const named = { content: renamed(content, (name) => (isPositional(name) ? `value_${name}` : name)) }
  if (numbers.length < new Set(texts).size) findings.add('variables_mixed', 'body', {}, named)
  else {
    const inOrder = (names: string[]) =>
      names.every((name) => Number(name) >= 1 && Number(name) <= names.length)
    if (!inOrder(header) || !inOrder(body)) findings.add('variables_sequence', 'body', {}, named)
  }
  findings.add('variable_unnamed', 'body', { name: first }, named)
}

function checkFooter(content: Content, findings: Findings): void {
  const { footer } = content
  if (!footer) return
  tooLong('footer_length', 'footer', footer, 60, findings)
  if (footer.includes('{{')) findings.add('footer_variables', 'footer')
  if (/[\n\r]/.test(footer) || EMOJI.test(footer))
    findings.add('footer_format', 'footer', {}, { content: { ...content, footer: plainLine(footer) } })
}

const PERSON = /[^\s@]+@(?!.*\bexample\b)[^\s@]+\.[a-z]{2,}|\+\d[\d\s()/-]{7,}/i

function checkSamples(content: Content, findings: Findings): void {
  for (const name of variableNames(content)) {
    const sample = (content.samples[name] ?? '').trim()
    const where = `samples.${name}`
    if (sample === '') findings.add('sample_missing', where, { name })
    else if (sample.includes('{{')) findings.add('sample_variable', where, { name })
    else if (PERSON.test(sample)) findings.add('sample_person', where, { name })
  }
}

export function tooLong(
  code: FindingCode,
  where: string,
  text: string,
  limit: number,
  findings: Findings,
): void {
  if (text.length > limit) findings.add(code, where, { count: text.length, over: text.length - limit })
}
