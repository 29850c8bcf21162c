/** Markup that is safe to put into a page as it stands. */
export class Html {
  readonly markup: string

  constructor(markup: string) {
    this.markup = markup
  }
}

type Part = string | number | Html | readonly Html[] | null | false

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? '')
}

function write(part: Part): string {
  if (part === null || part === false) return ''
  if (part instanceof Html) return part.markup
  if (typeof part === 'object') return part.map((each) => each.markup).join('')
  return escaped(String(part))
}

/** Markup with values in it: texts are escaped, in elements and in quoted attributes alike; `null` and `false` are left out. */
export function html(fixed: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(fixed.reduce((all, piece, index) => all + write(parts[index - 1] ?? null) + piece))
}

/** A web address as an `href`: anything but http and https becomes a link to nowhere. */
export function webLink(url: string): string {
  return /^https?:\/\//i.test(url) ? url : '#'
}

/** The lines of a plain text as paragraphs, with web addresses that can be followed. */
export function paragraphs(text: string): Html[] {
  return text
    .split(/\n{2,}/)
    .filter((each) => each.trim() !== '')
    .map((each) => html`<p>${each.split(/(https?:\/\/[^\s<>"'“”«»]+)/).map(linkOrText)}</p>`)
}

function linkOrText(piece: string, index: number): Html {
  if (index % 2 === 0) return html`${piece}`
  const [, url = piece, rest = ''] = /^(.*?)([.,;:!?)]*)$/.exec(piece) ?? []
  return html`<a href="${url}" rel="noreferrer noopener">${url}</a>${rest}`
}
