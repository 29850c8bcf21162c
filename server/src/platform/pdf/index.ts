export { createPdf, type PdfColumn, type PdfDocument } from './create-pdf.ts'
