import { type Content, mediaOf } from './content.ts'
import type { Findings } from './finding.ts'
import { variableNames, variablesIn } from './variables.ts'

const EMOJI = /\p{Extended_Pictographic}/u
const withoutVariables = (text: string) => text.replace(/\{\{[^{}]*\}\}/g, '')

/** Header, body, footer and samples against Meta's limits and causes of rejection. */
export function checkTexts(content: Content, findings: Findings): void {
  checkMedia(content, findings)
  checkHeader(content, findings)
  checkBody(content.body, findings)
  checkFooter(content.footer, findings)
  checkSamples(content, findings)
}

function checkMedia(content: Content, findings: Findings): void {
  for (const { where, header } of mediaOf(content)) {
    if (header.mediaId || /^https?:\/\/[^\s]+$/i.test(header.url ?? '')) continue
    findings.error(
      'header_file',
      where,
      'Hier fehlt die Datei: Lade eine hoch oder nenne eine Adresse, die mit https:// beginnt.',
      'The file is missing here: upload one or give an address that starts with https://.',
    )
  }
  const { header } = content
  if (header?.format === 'location' && (header.latitude === null || header.longitude === null)) {
    findings.error(
      'header_place',
      'header',
      'Sag, welchen Ort die Karte zeigt.',
      'Say which place the map shows.',
    )
  }
}

function checkHeader({ header }: Content, findings: Findings): void {
  if (!header) return
  if (header.format !== 'text') return
  const { text } = header
  if (text.trim() === '') {
    findings.error(
      'header_empty',
      'header',
      'Die Kopfzeile ist leer. Schreib etwas hinein oder entferne sie.',
      'The header is empty. Write something or remove it.',
    )
  }
  tooLong('header_length', 'header', text, 60, findings)
  const tokens = variablesIn(text)
  if (tokens.length > 1) {
    findings.error(
      'header_variables',
      'header',
      'Die Kopfzeile darf eine Variable haben, nicht mehr.',
      'The header may have one variable, not more.',
    )
  }
  checkNames(text, 'header', findings)
  if (/[\n\r*_~`]/.test(withoutVariables(text)) || EMOJI.test(text)) {
    findings.error(
      'header_format',
      'header',
      'In der Kopfzeile gehen keine Emojis, Zeilenumbrüche und Formatierungen (* _ ~ `).',
      'The header takes no emoji, line breaks or formatting (* _ ~ `).',
    )
  }
}

function checkBody(text: string, findings: Findings): void {
  if (text.trim() === '') {
    findings.error('body_empty', 'body', 'Der Text fehlt.', 'The text is missing.')
    return
  }
  tooLong('body_length', 'body', text, 1024, findings)
  if (/ {5,}/.test(text)) {
    findings.error(
      'body_spaces',
      'body',
      'Mehr als vier Leerzeichen hintereinander lehnt Meta ab.',
      'Meta refuses more than four spaces in a row.',
    )
  }
  if (/(\r?\n){3,}/.test(text)) {
    findings.error(
      'body_line_breaks',
      'body',
      'Mehr als zwei Zeilenumbrüche hintereinander lehnt Meta ab.',
      'Meta refuses more than two line breaks in a row.',
    )
  }
  checkNames(text, 'body', findings)
  const tokens = variablesIn(text)
  const [first] = tokens
  const last = tokens.at(-1)
  if (first && last && (text.slice(0, first.start).trim() === '' || text.slice(last.end).trim() === '')) {
    findings.error(
      'variable_at_edge',
      'body',
      'Am Anfang und am Ende darf keine Variable stehen. Schreib zum Beispiel „Hallo {{first_name}},“.',
      'The text may neither start nor end with a variable. Write for example “Hello {{first_name}},”.',
    )
  }
  if (
    tokens.some(
      (token, index) => tokens[index + 1] && text.slice(token.end, tokens[index + 1]?.start).trim() === '',
    )
  ) {
    findings.error(
      'variables_adjacent',
      'body',
      'Zwischen zwei Variablen muss Text stehen.',
      'There must be text between two variables.',
    )
  }
  const names = new Set(tokens.map((token) => token.name)).size
  const words = withoutVariables(text)
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length
  if (names > 0 && words < names * 2 + 1) {
    findings.error(
      'variable_density',
      'body',
      'Zu viele Variablen für so wenig Text. Schreib mehr Wörter oder nimm Variablen heraus.',
      'Too many variables for so little text. Add words or take out variables.',
    )
  }
}

function checkNames(text: string, where: string, findings: Findings): void {
  const bad = variablesIn(text).find(({ name }) => !/^([a-z][a-z0-9_]{0,50}|[1-9]\d?)$/.test(name))
  if (bad) {
    findings.error(
      'variable_name',
      where,
      `Der Name der Variable {{${bad.name}}} geht nicht: kleine Buchstaben, Ziffern und _ sind erlaubt.`,
      `The variable name {{${bad.name}}} does not work: small letters, digits and _ are allowed.`,
    )
  }
  if (/\{\{|\}\}/.test(withoutVariables(text))) {
    findings.error(
      'variable_braces',
      where,
      'Eine Variable ist nicht richtig geschlossen. Schreib sie so: {{first_name}}.',
      'A variable is not closed properly. Write it like this: {{first_name}}.',
    )
  }
}

function checkFooter(footer: string | undefined, findings: Findings): void {
  if (footer === undefined || footer === '') return
  tooLong('footer_length', 'footer', footer, 60, findings)
  if (footer.includes('{{')) {
    findings.error(
      'footer_variables',
      'footer',
      'In der Fußzeile gehen keine Variablen.',
      'The footer takes no variables.',
    )
  }
  if (/[\n\r]/.test(footer) || EMOJI.test(footer)) {
    findings.error(
      'footer_format',
      'footer',
      'In der Fußzeile gehen keine Emojis und Zeilenumbrüche.',
      'The footer takes no emoji or line breaks.',
    )
  }
}

function checkSamples(content: Content, findings: Findings): void {
  const names = new Set(variableNames(content))
  for (const name of names) {
    if ((content.samples[name] ?? '').trim() === '') {
      findings.error(
        'sample_missing',
        `samples.${name}`,
        `Für {{${name}}} fehlt ein Beispiel. Meta prüft die Vorlage damit.`,
        `An example for {{${name}}} is missing. Meta reviews the template with it.`,
      )
    }
  }
  const positional = [...names].filter((name) => /^\d+$/.test(name))
  if (positional.length > 0 && positional.length < names.size) {
    findings.error(
      'variables_mixed',
      'body',
      'Nummerierte und benannte Variablen lassen sich nicht mischen.',
      'Numbered and named variables cannot be mixed.',
    )
  }
}

function tooLong(rule: string, where: string, text: string, limit: number, findings: Findings): void {
  if (text.length > limit) {
    findings.error(
      rule,
      where,
      `${text.length} Zeichen; höchstens ${limit} sind erlaubt.`,
      `${text.length} characters; at most ${limit} are allowed.`,
    )
  }
}
