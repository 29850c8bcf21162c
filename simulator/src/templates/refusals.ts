import { type GraphFault, templateFault } from '../errors.ts'

/** A header, body or footer against the rules for its kind. */
export const format = (part: 'header' | 'body' | 'footer', why: string): GraphFault =>
  templateFault(
    { header: 2388047, body: 2388072, footer: 2388073 }[part],
    `The ${part} of the template is not valid`,
    why,
  )

/** More characters than Meta takes. */
export const tooLong = (part: string, limit: number): GraphFault =>
  templateFault(2388040, 'Character limit exceeded', `The ${part} may have at most ${limit} characters.`)

/** Something that has to be there is not, an example for instance. */
export const missing = (what: string): GraphFault =>
  templateFault(2388043, 'A part of the template is missing', what)

/** Buttons against the rules. */
export const buttons = (why: string): GraphFault =>
  templateFault(2388081, 'The buttons of the template are not valid', why)

/** A carousel against the rules. */
export const carousel = (why: string): GraphFault =>
  templateFault(2388081, 'The carousel of the template is not valid', why)
