import { CHAT_LANGUAGES, type ChatLanguage } from '../consent/index.ts'
import { Html, html, webLink } from './html.ts'
import type { Settings } from './settings.ts'
import { STYLE } from './style.ts'
import { TEXTS } from './texts.ts'

/** What every page of a person has around it. */
export interface Frame extends Pick<Settings, 'language' | 'business' | 'expiresAt'> {
  /** Path of the person's page; everything of it lies below. */
  base: string
  token: string
}

interface Sheet {
  language: ChatLanguage
  title: string
  header: Html
  body: Html | readonly Html[]
  footer?: Html
}

/** A whole document. It says itself that nobody may index it or learn its address by a link. */
export function page({ language, title, header, body, footer }: Sheet): string {
  return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex,nofollow,noarchive"><meta name="referrer" content="no-referrer"><meta name="format-detection" content="telephone=no">
<link rel="icon" href="data:,"><title>${title}</title><style>${new Html(STYLE)}</style></head>
<body><div class="page"><header>${header}</header><main>${body}</main>${footer ?? null}</div></body></html>`
    .markup
}

/** A page of the person: the business above, imprint, privacy and how long it is valid below. */
export function personPage(
  frame: Frame,
  content: {
    title: string
    lead?: string | null
    body: Html | readonly Html[]
    switchAt?: string
    documentTitle?: string
  },
): string {
  const { language, business } = frame
  const texts = TEXTS[language]
  const { title, lead, body, switchAt, documentTitle } = content
  return page({
    language,
    title: `${documentTitle ?? title} · ${business.name}`,
    header: html`${brand(business.name)}<h1>${title}</h1>${lead ? html`<p class="soft">${lead}</p>` : null}`,
    body,
    footer: html`${switchAt === undefined ? null : languages(language, switchAt)}<footer>
<p>${texts.valid(dayOf(frame, frame.expiresAt))}</p>
<nav aria-label="${business.legalName}">${business.privacyUrl ? html`<a href="${webLink(business.privacyUrl)}" rel="noreferrer noopener">${texts.privacy}</a>` : null}${business.imprintUrl ? html`<a href="${webLink(business.imprintUrl)}" rel="noreferrer noopener">${texts.imprint}</a>` : null}</nav></footer>`,
  })
}

export function brand(name: string): Html {
  return html`<div class="brand"><span aria-hidden="true">${[...name][0] ?? ''}</span>${name}</div>`
}

/** The same page in the other languages: plain links, which change nothing. */
export function languages(current: ChatLanguage, at: string): Html {
  const links = CHAT_LANGUAGES.map(
    (each) =>
      html`<li><a href="${at}?lang=${each}" hreflang="${each}" lang="${each}"${each === current ? html` aria-current="true"` : null}>${TEXTS[each].name}</a></li>`,
  )
  return html`<nav class="languages" aria-label="${TEXTS[current].languages}"><ul>${links}</ul></nav>`
}

/** A day as people in this language write it, where the business is. */
export function dayOf({ language, business }: Pick<Frame, 'language' | 'business'>, at: Date): string {
  const tag = language === 'en' ? 'en-GB' : language
  return new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: business.timeZone }).format(at)
}

/** Every act is a form of its own: what only opens links can never do it. */
export function actForm(
  { base, token, language }: Pick<Frame, 'base' | 'token' | 'language'>,
  act: string,
  fields: Record<string, string>,
  inside: Html,
): Html {
  const hidden = Object.entries({ token, lang: language, ...fields }).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )
  return html`<form method="post" action="${base}/${act}">${hidden}${inside}</form>`
}
