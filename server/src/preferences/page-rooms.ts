import type { ChatLanguage } from '../consent/index.ts'
import type { Purpose } from './code.ts'
import { type Html, html } from './html.ts'
import { actForm, brand, type Frame, languages, page, personPage } from './page.ts'
import type { Settings } from './settings.ts'
import { TEXTS } from './texts.ts'

/** Where a code leads to, and how its last button is called. */
const ROOMS = {
  data: { title: 'data', at: 'data', next: 'next', grave: false },
  erasure: { title: 'erase', at: 'erase', next: 'eraseNow', grave: true },
} as const

/** The door of a room: what is behind it, and how to show who one is. */
export function doorPage(frame: Frame, settings: Settings, purpose: Purpose): string {
  const texts = TEXTS[frame.language]
  const room = ROOMS[purpose]
  const key = settings.windowOpen
    ? html`<p>${texts.codeWhy}</p>${actForm(frame, 'code', { purpose }, html`<button class="main">${texts.sendCode}</button>`)}`
    : html`<p>${texts.codeWhy}</p><p>${texts.writeFirst}</p><a class="button main" href="${settings.chatUrl}" rel="noreferrer noopener">${texts.openChat}</a>`
  return personPage(frame, {
    title: texts[room.title],
    lead: purpose === 'data' ? texts.dataText(frame.business.name) : texts.eraseText,
    switchAt: `${frame.base}/${room.at}`,
    body: [
      ...(purpose === 'erasure'
        ? [what(texts.eraseGoes, texts.goes), what(texts.eraseStays, texts.stays)]
        : []),
      html`<section class="card">${key}</section>`,
      back(frame),
    ],
  })
}

function what(title: string, items: readonly string[]): Html {
  return html`<section class="card"><h2>${title}</h2><ul class="list">${items.map((item) => html`<li>${item}</li>`)}</ul></section>`
}

/** Where the six digits are typed; after a wrong one, with how many tries are left. */
export function codePage(frame: Frame, purpose: Purpose, codeId: string, left?: number): string {
  const texts = TEXTS[frame.language]
  const room = ROOMS[purpose]
  const wrong = left !== undefined
  const field = html`<div class="stack"><p class="soft">${texts.codeSent}</p><div><label for="code">${texts.code}</label>
<input type="text" id="code" name="code" inputmode="numeric" autocomplete="one-time-code" pattern="[0-9 ]{6,7}" maxlength="7" required autofocus${
    wrong ? html` aria-invalid="true" aria-describedby="wrong"` : null
  }></div>${wrong ? html`<p class="error" id="wrong" role="alert">${texts.wrongCode(left)}</p>` : null}
<button class="${room.grave ? 'grave' : 'main'}">${texts[room.next]}</button></div>`
  return personPage(frame, {
    title: texts[room.title],
    lead: purpose === 'erasure' ? texts.eraseText : null,
    body: [
      html`<section class="card">${actForm(frame, room.at, { purpose, code_id: codeId }, field)}</section>`,
      back(frame),
    ],
  })
}

/** No code came, or it opens nothing. */
export function noCodePage(frame: Frame, purpose: Purpose, why: 'dead' | 'too_many'): string {
  const texts = TEXTS[frame.language]
  const again = actForm(frame, 'code', { purpose }, html`<button class="main">${texts.sendCode}</button>`)
  return personPage(frame, {
    title: texts[ROOMS[purpose].title],
    body: [
      html`<section class="card"><p role="alert">${why === 'dead' ? texts.deadCode : texts.tooManyCodes}</p>${why === 'dead' ? again : null}</section>`,
      back(frame),
    ],
  })
}

/** The data of who showed that the number is theirs. */
export function readyPage(frame: Frame, proof: string): string {
  const texts = TEXTS[frame.language]
  const take = (format: 'pdf' | 'json') =>
    actForm(frame, 'download', { proof, format }, html`<button class="main">${texts[format]}</button>`)
  return personPage(frame, {
    title: texts.dataReady,
    lead: texts.dataReadyText,
    body: [
      html`<section class="card"><div class="row">${take('pdf')}${take('json')}</div></section>`,
      back(frame),
    ],
  })
}

function back({ base, language }: Frame): Html {
  return html`<p class="back"><a href="${base}?lang=${language}">← ${TEXTS[language].back}</a></p>`
}

/** The last page of somebody of whom nothing is known any more. */
export function erasedPage({ language, business }: Frame): string {
  const texts = TEXTS[language]
  return page({
    language,
    title: texts.erased,
    header: html`${brand(business.name)}<h1>${texts.erased}</h1>`,
    body: html`<div class="card done" role="status"><p>${texts.erasedText}</p></div>`,
  })
}

/** Nobody's page: the link opens nothing, or something went wrong. Says nothing of whom it might have been. */
export function notePage(
  language: ChatLanguage,
  what: 'gone' | 'busy' | 'failed',
  switchAt?: string,
): string {
  const texts = TEXTS[language]
  return page({
    language,
    title: texts[what],
    header: html`<h1>${texts[what]}</h1>`,
    body: html`<div class="card"><p>${texts[`${what}Text`]}</p></div>`,
    ...(switchAt === undefined ? {} : { footer: languages(language, switchAt) }),
  })
}
