import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** What somebody reads in a PDF, and what a screen reader is told about it. */
export async function readPdf(file: Uint8Array) {
  const pdf = await getDocument({ data: new Uint8Array(file), verbosity: 0 }).promise
  const pages: string[] = []
  const roles: string[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''))
    roles.push(JSON.stringify(await page.getStructTree()))
  }
  const { info } = await pdf.getMetadata()
  return { pages, text: pages.join(' ').replaceAll(/\s+/g, ' '), roles, info }
}
