import QRCode from 'qrcode'
import { escapeMarkup } from './escape-markup.ts'

interface PosterTexts {
  headline: string
  how: string
  leave: string
}

const WIDTH = 595
const HEIGHT = 842
const CODE = 320

/** A poster of A4 size as SVG: what it is about, the code, how to leave. Prints sharp at any size. */
export function posterSvg(link: string, { headline, how, leave }: PosterTexts): string {
  const { modules } = QRCode.create(link, { errorCorrectionLevel: 'M' })
  const side = modules.size
  let path = ''
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++)
      if (modules.get(row, column)) path += `M${column} ${row}h1v1h-1z`
  const middle = (text: string, size: number, y: number, weight = 400) =>
    `<text x="${WIDTH / 2}" y="${y}" font-size="${size}" font-weight="${weight}" text-anchor="middle">${escapeMarkup(text)}</text>`
  const lines = (text: string, perLine: number, size: number, top: number, weight = 400) =>
    wrap(text, perLine).map((line, index) => middle(line, size, top + index * size * 1.35, weight))
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" font-family="Helvetica, Arial, sans-serif" fill="#14231c">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    ...lines(headline, 24, 40, 100, 700),
    `<svg x="${(WIDTH - CODE) / 2}" y="225" width="${CODE}" height="${CODE}" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><path d="${path}" fill="#000"/></svg>`,
    ...lines(how, 46, 21, 600),
    ...lines(leave, 84, 11.5, 785),
    '</svg>',
  ].join('\n')
}

/** Breaks between words; a word that is longer than a line is cut. */
function wrap(text: string, perLine: number): string[] {
  const lines: string[] = []
  let open = ''
  for (const word of text
    .split(/\s+/)
    .flatMap((each) => each.match(new RegExp(`.{1,${perLine}}`, 'gu')) ?? [])) {
    if (open !== '' && open.length + 1 + word.length > perLine) {
      lines.push(open)
      open = word
    } else open = open === '' ? word : `${open} ${word}`
  }
  return open === '' ? lines : [...lines, open]
}
