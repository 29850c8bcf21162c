import { chatLanguage } from '../consent/index.ts'
import { citation } from '../platform/index.ts'
import type { findPublicNotice } from './notice.ts'
import { NOTICE_ARTICLES, NOTICE_ELEMENTS } from './notice-content.ts'
import { NOTICE_WORDS } from './notice-words/index.ts'

/** A language by its own name. */
function nameOf(language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language
  return (name[0] ?? '').toLocaleUpperCase(language) + name.slice(1)
}

const safe = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`)

/** The notice as a plain page without scripts, for people who tap the privacy link in a chat. */
export function noticePage(found: NonNullable<Awaited<ReturnType<typeof findPublicNotice>>>): string {
  const { notice, businessName, languages, imprintUrl } = found
  const language = chatLanguage(notice.language, 'en')
  const { title, version, imprint, names } = NOTICE_WORDS[language]
  const others = languages
    .filter((language) => language !== notice.language)
    .map(
      (language) =>
        `<a href="?lang=${safe(language)}" hreflang="${safe(language)}" lang="${safe(language)}">${safe(nameOf(language))}</a>`,
    )
  const published = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
  const parts = NOTICE_ELEMENTS.map(
    (
      element,
    ) => `<section><h2>${safe(names[element])} <small>${citation(NOTICE_ARTICLES[element], language)}</small></h2>
${notice.content[element]
  .split(/\n+/)
  .map((line) => `<p>${safe(line)}</p>`)
  .join('')}</section>`,
  )
  return `<!doctype html>
<html lang="${safe(notice.language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${safe(title)} – ${safe(businessName)}</title>
<style>:root{color-scheme:light dark}a{color:inherit}body{background:Canvas;color:CanvasText;font:16px/1.6 system-ui,sans-serif;max-width:44rem;margin:0 auto;padding:2rem 1.25rem 4rem;overflow-wrap:anywhere}
h1{font-size:1.6rem;line-height:1.25;margin:0 0 .25rem}h2{font-size:1.05rem;margin:1.8rem 0 .3rem}small{font-weight:400;opacity:.7;margin-left:.35rem}
p{margin:.25rem 0}header,footer{opacity:.85}nav{display:flex;flex-wrap:wrap;gap:.35rem 1rem;margin-top:.5rem}footer{margin-top:3rem;font-size:.875rem}</style></head>
<body><header><h1>${safe(title)}</h1><p>${safe(businessName)}</p>${others.length > 0 ? `<nav>${others.join('')}</nav>` : ''}</header>
<main>${parts.join('\n')}</main>
<footer>${version} ${notice.version}, ${published.format(notice.publishedAt)}${imprintUrl ? ` · <a href="${safe(imprintUrl)}">${imprint}</a>` : ''}</footer>
</body></html>`
}
