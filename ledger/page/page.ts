import { LedgerError } from '../src/error.ts'
import { formatVerifierKey, parseVerifierKey, type VerifierKey } from '../src/key.ts'
import { describeCheck, PACK_WORDS, type PackLanguage } from '../src/pack_words.ts'
import { EXIT_CODES } from '../src/verdict.ts'
import type { PackCheck, PackEvent, PackReport } from '../src/verify_pack.ts'
import { verifyPackFile } from '../src/verify_pack_file.ts'
import { WORDS } from './words.ts'

// The page that checks a proof pack without a network. Text only ever gets in as text, never as markup.

let language: PackLanguage = navigator.language.startsWith('de') ? 'de' : 'en'
let bytes: Uint8Array | undefined
let fileName = ''

const main = document.body.appendChild(document.createElement('main'))

type Child = Node | string | undefined

function el(
  tag: string,
  attributes: { readonly [name: string]: string },
  ...children: readonly Child[]
): HTMLElement {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...children.filter((child) => child !== undefined))
  return element
}

const result = el('section', { 'aria-live': 'polite' })
const input = document.createElement('input')
input.type = 'file'
input.id = 'file'
input.accept = '.zip,application/zip'
input.addEventListener('change', () => take(input.files?.[0]))
const keyInput = document.createElement('input')
keyInput.id = 'key'
keyInput.autocomplete = 'off'
keyInput.spellcheck = false
keyInput.addEventListener('change', () => check())

function draw(): void {
  const words = WORDS[language]
  document.documentElement.lang = language
  document.title = words.title
  const other = el('button', { type: 'button', class: 'other' }, words.other)
  other.addEventListener('click', () => {
    language = language === 'de' ? 'en' : 'de'
    draw()
    check()
  })
  const drop = el(
    'label',
    { class: 'drop', for: 'file' },
    el('strong', {}, words.drop),
    el('span', {}, words.or),
    // The browser's own button speaks the browser's language; this one speaks that of the page.
    input,
    el('span', { class: 'choose' }, words.choose),
  )
  for (const name of ['dragenter', 'dragover']) {
    drop.addEventListener(name, (event) => {
      event.preventDefault()
      drop.classList.add('over')
    })
  }
  drop.addEventListener('dragleave', () => drop.classList.remove('over'))
  drop.addEventListener('drop', (event) => {
    event.preventDefault()
    drop.classList.remove('over')
    take(event.dataTransfer?.files[0])
  })
  main.replaceChildren(
    el('header', {}, el('span', { class: 'brand' }, 'Jawort'), other),
    el('h1', {}, words.title),
    el('p', { class: 'lead' }, words.lead),
    drop,
    el('p', { class: 'quiet' }, words.private),
    el(
      'details',
      {},
      el('summary', {}, words.keyLabel),
      el('p', { class: 'quiet' }, words.keyHint),
      el('label', { for: 'key', class: 'hidden' }, words.keyLabel),
      keyInput,
    ),
    result,
  )
}

async function take(file: File | undefined): Promise<void> {
  if (!file) return
  bytes = new Uint8Array(await file.arrayBuffer())
  fileName = file.name
  await check()
}

async function check(): Promise<void> {
  if (!bytes) return
  const words = WORDS[language]
  let keys: VerifierKey[] | undefined
  try {
    keys = keyInput.value.trim() === '' ? undefined : [parseVerifierKey(keyInput.value.trim())]
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error
    result.replaceChildren(el('p', { class: 'verdict bad', role: 'alert' }, words.keyWrong))
    return
  }
  show(await verifyPackFile(bytes, keys))
}

function show(report: PackReport): void {
  const words = WORDS[language]
  const { verdict, key, keyGiven, issuedAt, checks, events } = report
  const look = verdict === 'valid' ? 'good' : verdict === 'shredded' ? 'part' : 'bad'
  const banner = el(
    'div',
    { class: `verdict ${look}`, id: 'verdict', 'data-code': String(EXIT_CODES[verdict]) },
    el('strong', {}, PACK_WORDS[language].verdicts[verdict]),
    el('span', {}, fileName),
    issuedAt ? el('span', {}, `${words.issued}: ${instant(issuedAt)}`) : undefined,
  )
  const shownKey = key
    ? el(
        'p',
        { class: 'quiet' },
        keyGiven ? words.keyGiven : words.keyInPack,
        el('code', {}, formatVerifierKey(key)),
      )
    : undefined
  const subjects = [...new Set(checks.map(({ subject }) => subject))]
  const groups = subjects.map((subject, at) =>
    group(
      subject === '' ? words.pack : words.event(at),
      checks.filter((each) => each.subject === subject),
      events.find((event) => event.subject === subject),
    ),
  )
  result.replaceChildren(
    banner,
    ...(shownKey ? [shownKey] : []),
    ...paper(checks),
    el('h2', {}, words.trustTitle),
    el('ul', { class: 'plain' }, ...words.trust.map((line) => el('li', {}, line))),
    el('h2', {}, words.checks),
    ...groups,
  )
}

/** Whoever came by the QR code of a printed proof brought its root along. */
function paper(checks: readonly PackCheck[]): HTMLElement[] {
  const root = new URLSearchParams(location.hash.slice(1)).get('root')
  if (!root) return []
  const words = WORDS[language]
  const same = checks.some(
    ({ step, verdict, detail }) =>
      step === 'checkpoint' && verdict === 'valid' && detail.endsWith(` ${root}`),
  )
  return [el('p', { class: same ? 'good' : 'bad', id: 'paper' }, same ? words.paperSame : words.paperOther)]
}

function group(title: string, checks: readonly PackCheck[], event: PackEvent | undefined): HTMLElement {
  const words = WORDS[language]
  const lines = checks.map((each) => {
    const [look, sign] = signOf(each)
    return el('li', { class: look }, el('b', { 'aria-hidden': 'true' }, sign), describeCheck(each, language))
  })
  return el(
    'section',
    { class: 'group' },
    el('h3', {}, event ? `${title}: ${event.leaf.type}, ${instant(event.leaf.t)}` : title),
    el('ul', { class: 'checks' }, ...lines),
    event?.wording ? el('h4', {}, words.wording) : undefined,
    event?.wording ? el('blockquote', {}, event.wording) : undefined,
    event?.payload ? el('h4', {}, words.evidence) : undefined,
    event?.payload ? el('pre', {}, JSON.stringify(event.payload, null, 2)) : undefined,
  )
}

function signOf({ verdict, unchecked }: PackCheck): readonly [string, string] {
  if (unchecked) return ['part', '?']
  if (verdict === 'valid') return ['good', '✓']
  return verdict === 'shredded' ? ['part', '–'] : ['bad', '✗']
}

function instant(text: string): string {
  const options = { dateStyle: 'long', timeStyle: 'medium', timeZone: 'UTC' } as const
  return `${new Date(text).toLocaleString(language, options)} UTC`
}

draw()
