import qrcode from 'qrcode'
import {
  ACCENT,
  type Column,
  createSheet,
  type Element,
  INK,
  LEFT,
  QUIET,
  type Sheet,
  type SheetOptions,
  type Style,
  WIDTH,
} from './sheet.ts'

const BODY: Style = { size: 9.5, leading: 14.5, weight: 'regular', color: INK }
const STRONG: Style = { ...BODY, weight: 'bold' }
const SMALL: Style = { size: 8, leading: 12, weight: 'regular', color: QUIET }
const LABEL: Style = { ...BODY, color: QUIET }
const HEADINGS: {
  readonly [L in Level]: { readonly style: Style; readonly above: number; readonly below: number }
} = {
  1: { style: { size: 23, leading: 29, weight: 'bold', color: INK }, above: 20, below: 8 },
  2: { style: { size: 13, leading: 18, weight: 'bold', color: INK }, above: 24, below: 7 },
  3: { style: { size: 10, leading: 15, weight: 'bold', color: INK }, above: 14, below: 3 },
}
const TAGS = { 1: 'H1', 2: 'H2', 3: 'H3' } as const
const GAP = 16
/** Height of a row of one line, and of a note and the head above the rows. */
const ROW = BODY.leading + 7
const NOTE = 4 * SMALL.leading
/** A longer table would leave too much of a page empty. */
const SHORT_TABLE = 12

type Level = 1 | 2 | 3

/** A column's title, or its title with its share of the width (all shares are added up; 1 unless told). */
export type PdfColumn = string | { readonly title: string; readonly share?: number }

/** A document that is written from top to bottom; pages break by themselves. */
export type PdfDocument = {
  /**
   * The document's own title is level 1, once. `rows`: how many rows of one line the table under it has; a short table begins on the
   * next page with its heading rather than breaking.
   */
  heading(level: Level, text: string, about?: { readonly rows?: number }): void
  paragraph(text: string): void
  /** Small and quiet: an explanation, a source, a limit. */
  note(text: string): void
  list(items: readonly string[]): void
  /** Labels with their values. */
  fields(rows: readonly (readonly [label: string, value: string])[]): void
  table(content: {
    readonly columns: readonly PdfColumn[]
    readonly rows: readonly (readonly string[])[]
  }): void
  /** Somebody's exact words: `caption` says whose and when, `language` (BCP 47) when not the document's. */
  quote(text: string, about?: { readonly caption?: string; readonly language?: string }): void
  /** A QR code of `text` with the caption, and the text itself, beside it. */
  qr(text: string, caption: string): void
  /** The file. Nothing can be added afterwards. */
  end(): Promise<Buffer>
}

/**
 * A tagged PDF (structure, language, title, descriptions of figures) on A4 in Noto Sans, with numbered pages. Text may
 * hold anything: what no font can draw is written out (see `readable`).
 */
export async function createPdf(options: SheetOptions): Promise<PdfDocument> {
  const sheet = await createSheet(options)
  return {
    heading: (level, text, { rows = 0 } = {}) => heading(sheet, level, text, rows),
    paragraph(text) {
      block(sheet, 'P', text, BODY)
      sheet.space(6)
    },
    note(text) {
      block(sheet, 'P', text, SMALL)
      sheet.space(6)
    },
    list: (items) => list(sheet, items),
    fields: (rows) => fields(sheet, rows),
    table: ({ columns, rows }) => table(sheet, columns, rows),
    quote: (text, about = {}) => quote(sheet, text, about),
    qr: (text, caption) => qr(sheet, text, caption),
    end: () => sheet.end(),
  }
}

function heading(sheet: Sheet, level: Level, text: string, rows: number): void {
  const { style, above, below } = HEADINGS[level]
  const lines = sheet.lines(text, style)
  // A heading never stands alone at the foot of a page.
  const head = above + lines.length * style.leading + below
  sheet.need(head + (rows > 0 && rows <= SHORT_TABLE ? NOTE + rows * ROW : 4 * BODY.leading))
  sheet.space(above)
  sheet.draw([{ element: sheet.element(TAGS[level]), lines, x: LEFT, style }], TAGS[level])
  sheet.space(below)
}

function block(sheet: Sheet, tag: string, text: string, style: Style): void {
  const lines = sheet.lines(text, style)
  sheet.need(Math.min(lines.length, 2) * style.leading)
  sheet.draw([{ element: sheet.element(tag), lines, x: LEFT, style }], tag)
}

function list(sheet: Sheet, items: readonly string[]): void {
  const parent = sheet.element('L')
  for (const item of items) {
    const li = sheet.element('LI', parent)
    const lines = sheet.lines(item, BODY, WIDTH - 14)
    sheet.need(Math.min(lines.length, 2) * BODY.leading)
    sheet.draw([
      { element: sheet.element('Lbl', li), lines: ['•'], x: LEFT, style: LABEL },
      { element: sheet.element('LBody', li), lines, x: LEFT + 14, style: BODY },
    ])
    sheet.space(3)
  }
  sheet.space(4)
}

function fields(sheet: Sheet, rows: readonly (readonly [string, string])[]): void {
  const labels = 148
  const parent = sheet.element('Table')
  for (const [label, value] of rows) {
    const row = sheet.element('TR', parent)
    drawRow(sheet, [
      cell(sheet, headOf(sheet, row, 'Row'), label, LEFT, labels - GAP, LABEL),
      cell(sheet, sheet.element('TD', row), value, LEFT + labels, WIDTH - labels, BODY),
    ])
  }
  sheet.space(8)
}

function table(sheet: Sheet, columns: readonly PdfColumn[], rows: readonly (readonly string[])[]): void {
  const places = placesOf(columns)
  const head = { ...SMALL, weight: 'bold' } as const
  const parent = sheet.element('Table')
  const first = sheet.element('TR', parent)
  const titles = places.map(({ title, x, width }) => ({
    lines: sheet.lines(title, head, width),
    x,
    style: head,
    element: headOf(sheet, first, 'Column'),
  }))
  sheet.need(4 * BODY.leading)
  sheet.draw(titles, 'TH')
  underHead(sheet)
  for (const values of rows) {
    const row = sheet.element('TR', parent)
    const cells = places.map(({ x, width }, at) =>
      cell(sheet, sheet.element('TD', row), values[at] ?? '', x, width, BODY),
    )
    drawRow(sheet, cells, () => {
      sheet.repeat(titles)
      underHead(sheet)
    })
  }
  sheet.space(10)
}

function underHead(sheet: Sheet): void {
  sheet.space(3)
  sheet.rule(QUIET)
  sheet.space(1)
}

function placesOf(columns: readonly PdfColumn[]) {
  const shares = columns.map((column) => (typeof column === 'string' ? 1 : (column.share ?? 1)))
  const unit = (WIDTH - GAP * (columns.length - 1)) / shares.reduce((sum, share) => sum + share, 0)
  let x = LEFT
  return columns.map((column, at) => {
    const place = {
      title: typeof column === 'string' ? column : column.title,
      x,
      width: (shares[at] ?? 1) * unit,
    }
    x += place.width + GAP
    return place
  })
}

function headOf(sheet: Sheet, row: Element, scope: 'Row' | 'Column'): Element {
  const options = { alt: undefined, scope }
  return sheet.element('TH', row, options)
}

function cell(sheet: Sheet, element: Element, text: string, x: number, width: number, style: Style): Column {
  return { element, lines: sheet.lines(text, style, width), x, style }
}

/** A row stays whole when it is short; a long one breaks where the page ends. */
function drawRow(sheet: Sheet, cells: readonly Column[], onNewPage?: () => void): void {
  const count = Math.max(...cells.map(({ lines }) => lines.length))
  if (sheet.need(Math.min(count, 12) * BODY.leading + 8)) onNewPage?.()
  sheet.space(3.5)
  sheet.draw(cells, 'P')
  sheet.space(3.5)
  sheet.rule()
}

function quote(
  sheet: Sheet,
  text: string,
  { caption, language }: { readonly caption?: string; readonly language?: string },
): void {
  const inset = 14
  const bar = (top: number, bottom: number) => sheet.fill(ACCENT, [[LEFT, top, 2, bottom - top]])
  const parent = sheet.element('BlockQuote', undefined, language ? { lang: language } : {})
  const lines = sheet.lines(text, BODY, WIDTH - inset)
  // Short words stay whole.
  sheet.need((lines.length > 6 ? 3 : lines.length) * BODY.leading + (caption ? 2 * SMALL.leading : 0) + 6)
  sheet.space(4)
  if (caption) {
    const element = sheet.element('P', parent)
    const captionLines = sheet.lines(caption, SMALL, WIDTH - inset)
    sheet.draw([{ element, lines: captionLines, x: LEFT + inset, style: SMALL }], 'P', (top, bottom) =>
      bar(top, bottom + 2),
    )
    sheet.space(2)
  }
  sheet.draw([{ element: sheet.element('P', parent), lines, x: LEFT + inset, style: BODY }], 'P', bar)
  sheet.space(8)
}

function qr(sheet: Sheet, text: string, caption: string): void {
  const { modules } = qrcode.create(text, { errorCorrectionLevel: 'M' })
  const size = 108
  const side = size / modules.size
  const beside = LEFT + size + 20
  const captionLines = sheet.lines(caption, STRONG, WIDTH - size - 20)
  const textLines = sheet.lines(text, SMALL, WIDTH - size - 20)
  sheet.need(Math.max(size, captionLines.length * STRONG.leading + textLines.length * SMALL.leading) + 16)
  sheet.space(8)
  const top = sheet.y
  const boxes: [number, number, number, number][] = []
  for (let row = 0; row < modules.size; row++) {
    for (let from = 0; from < modules.size; from++) {
      if (!modules.get(row, from)) continue
      let to = from
      while (to < modules.size && modules.get(row, to)) to++
      boxes.push([LEFT + from * side, top + row * side, (to - from) * side, side])
      from = to
    }
  }
  sheet.figure(`QR: ${caption}`, INK, boxes)
  sheet.draw([{ element: sheet.element('P'), lines: captionLines, x: beside, style: STRONG }])
  sheet.space(2)
  sheet.draw([{ element: sheet.element('P'), lines: textLines, x: beside, style: SMALL }])
  sheet.space(Math.max(0, top + size - sheet.y) + 10)
}
