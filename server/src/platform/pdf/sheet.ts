import { fontFile, isDrawable, type Script, splitByFont, type Weight } from './fonts.ts'
import { readable } from './readable.ts'
import { wrap } from './wrap.ts'

// A4 in points, and where text may stand.
const PAGE = { width: 595.28, height: 841.89 } as const
export const LEFT = 68
export const WIDTH = PAGE.width - 2 * LEFT
const TOP = 68
const BOTTOM = PAGE.height - 84
const FOOT = PAGE.height - 48

export const INK = '#1c2126'
export const QUIET = '#59636e'
const RULE = '#d5dbe1'
export const ACCENT = '#0f7a5a'

/** How a text looks; sizes in points. */
export type Style = {
  readonly size: number
  readonly leading: number
  readonly weight: Weight
  readonly color: string
}

export type Element = ReturnType<PDFKit.PDFDocument['struct']>

/** Lines that are to be drawn side by side at the same height, such as the cells of a row. */
export type Column = {
  readonly element: Element
  readonly lines: readonly string[]
  readonly x: number
  readonly style: Style
}

export type SheetOptions = {
  readonly title: string
  /** BCP 47, such as `de`: what a screen reader speaks. */
  readonly language: string
  readonly author: string
  readonly createdAt?: Date
}

export type Sheet = Awaited<ReturnType<typeof createSheet>>

/**
 * A document with a cursor: knows pages, lines and the structure tree, but nothing of headings or tables. What draws is large and is
 * read when somebody first wants a document: most processes never do.
 */
export async function createSheet({ title, language, author, createdAt }: SheetOptions) {
  const { default: PDFDocument } = await import('pdfkit')
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    bufferPages: true,
    autoFirstPage: true,
    pdfVersion: '1.7',
    tagged: true,
    lang: language,
    displayTitle: true,
    font: fontFile('latin', 'regular'),
    info: { Title: title, Author: author, Producer: 'Jawort', Creator: 'Jawort', ...dated(createdAt) },
  })
  const chunks: Buffer[] = []
  const finished = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
  })
  const root = doc.struct('Document')
  doc.addStructure(root)
  let y = TOP

  const setFont = (script: Script, { size, weight }: Style) =>
    doc.font(fontFile(script, weight)).fontSize(size)

  const measure = (style: Style) => (text: string) =>
    splitByFont(text).reduce((sum, piece) => sum + setFont(piece.script, style).widthOfString(piece.text), 0)

  const drawLine = (line: string, x: number, top: number, style: Style) => {
    doc.fillColor(style.color)
    const baseline = top + style.leading * 0.5 + style.size * 0.36
    let at = x
    for (const piece of splitByFont(line)) {
      setFont(piece.script, style)
      doc.text(piece.text, at, baseline, { lineBreak: false, baseline: 'alphabetic' })
      at += doc.widthOfString(piece.text)
    }
  }

  const newPage = () => {
    doc.addPage()
    y = TOP
  }

  /** Draws what means nothing to a screen reader. */
  const artifact = (type: 'Layout' | 'Pagination', draw: () => void) => {
    doc.markContent('Artifact', { type })
    draw()
    doc.endMarkedContent()
  }

  const content = (element: Element, tag: string, draw: () => void) => {
    element.add(doc.markStructureContent(tag))
    draw()
    doc.endMarkedContent()
  }

  return {
    /** A part of the document's structure; its tag is one of PDF's (P, H1, Table, TR …). */
    element(tag: string, parent: Element = root, options: { lang?: string; alt?: string } = {}): Element {
      const element = doc.struct(tag, options)
      parent.add(element)
      return element
    },

    /** The lines of a text at most `width` wide, only of characters that can be drawn. */
    lines: (text: string, style: Style, width = WIDTH): string[] =>
      wrap(readable(text, isDrawable), width, measure(style)),

    /** Draws columns side by side and goes below the longest; goes on on the next page where one ends. */
    draw(columns: readonly Column[], tag = 'P', onPart?: (top: number, bottom: number) => void): void {
      const rows = Math.max(...columns.map(({ lines }) => lines.length))
      const step = Math.max(...columns.map(({ style }) => style.leading))
      for (let from = 0; from < rows; ) {
        if (y + step > BOTTOM) newPage()
        const fits = Math.min(rows, from + Math.floor((BOTTOM - y) / step))
        // The last line never stands alone on the next page.
        const to = rows - fits === 1 && fits - from > 2 ? fits - 1 : fits
        for (const { element, lines, x, style } of columns) {
          const part = lines.slice(from, to)
          if (part.length === 0) continue
          content(element, tag, () => {
            for (const [at, line] of part.entries()) drawLine(line, x, y + at * step, style)
          })
        }
        const bottom = y + (to - from) * step
        onPart?.(y, bottom)
        y = bottom
        from = to
      }
    },

    /** Goes to the next page when less than `height` is left; true when it went. */
    need(height: number): boolean {
      if (y === TOP || y + height <= BOTTOM) return false
      newPage()
      return true
    },

    /** Leaves room; never at the top of a page. */
    space(height: number): void {
      if (y > TOP) y += height
    },

    /** A hairline over the whole width. */
    rule(color = RULE, width = 0.6): void {
      artifact('Layout', () => {
        doc
          .moveTo(LEFT, y)
          .lineTo(LEFT + WIDTH, y)
          .lineWidth(width)
          .strokeColor(color)
          .stroke()
      })
    },

    /** A filled rectangle, or many in one path, that is no content. */
    fill(color: string, boxes: readonly (readonly [number, number, number, number])[]): void {
      artifact('Layout', () => paint(doc, color, boxes))
    },

    /** The same as a figure that has a description. */
    figure(alt: string, color: string, boxes: readonly (readonly [number, number, number, number])[]): void {
      const element = doc.struct('Figure', { alt })
      root.add(element)
      content(element, 'Figure', () => paint(doc, color, boxes))
    },

    /** Text that is repeated for the eye only, such as the head of a table that goes on. */
    repeat(columns: readonly Omit<Column, 'element'>[]): void {
      const rows = Math.max(...columns.map(({ lines }) => lines.length))
      const step = Math.max(...columns.map(({ style }) => style.leading))
      artifact('Pagination', () => {
        for (const { lines, x, style } of columns) {
          for (const [at, line] of lines.entries()) drawLine(line, x, y + at * step, style)
        }
      })
      y += rows * step
    },

    get y() {
      return y
    },

    /** Numbers the pages and closes the document. */
    async end(): Promise<Buffer> {
      const style: Style = { size: 7.5, leading: 11, weight: 'regular', color: QUIET }
      const { count } = doc.bufferedPageRange()
      const [name = ''] = wrap(readable(title, isDrawable), WIDTH * 0.8, measure(style))
      for (let page = 0; page < count; page++) {
        doc.switchToPage(page)
        const number = `${page + 1} / ${count}`
        artifact('Pagination', () => {
          doc
            .moveTo(LEFT, FOOT - 10)
            .lineTo(LEFT + WIDTH, FOOT - 10)
            .lineWidth(0.6)
            .strokeColor(RULE)
            .stroke()
          drawLine(name, LEFT, FOOT - 4, style)
          drawLine(number, LEFT + WIDTH - measure(style)(number), FOOT - 4, style)
        })
      }
      root.end()
      doc.end()
      return finished
    },
  }
}

function dated(createdAt: Date | undefined) {
  return createdAt ? { CreationDate: createdAt, ModDate: createdAt } : {}
}

function paint(
  doc: PDFKit.PDFDocument,
  color: string,
  boxes: readonly (readonly [number, number, number, number])[],
): void {
  for (const [x, y, width, height] of boxes) doc.rect(x, y, width, height)
  doc.fill(color)
}
