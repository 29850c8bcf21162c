import { templateFault } from '../errors.ts'
import { checkButtons } from './check-buttons.ts'
import { checkCarousel } from './check-carousel.ts'
import { format, missing, tooLong } from './refusals.ts'
import type { ParameterFormat, TemplateCategory, TemplateComponent, TemplatePiece } from './schema.ts'
import { variableNames, variablesOf } from './variables.ts'

const HEADER_FORMATS = new Set(['TEXT', 'IMAGE', 'VIDEO', 'DOCUMENT', 'LOCATION'])
const COMPONENT_TYPES = new Set(['HEADER', 'BODY', 'FOOTER', 'BUTTONS', 'CAROUSEL'])
const BODY_LIMIT = 1024
const CARD_LIMIT = 160

/**
 * Meta's rules for the content of a template (platform §5.2), checked when it is created or edited.
 * @throws GraphFault code 100 with the subcode of the rule
 */
export function checkContent(
  components: readonly TemplateComponent[],
  parameterFormat: ParameterFormat,
  category: TemplateCategory,
): void {
  const seen = new Set<string>()
  for (const component of components) {
    if (!COMPONENT_TYPES.has(component.type)) {
      throw missing(
        `Components of type ${component.type} are not known here; use HEADER, BODY, FOOTER, BUTTONS and CAROUSEL.`,
      )
    }
    if (seen.has(component.type)) throw missing(`There may be one component of type ${component.type}.`)
    seen.add(component.type)
  }
  const find = (type: string): TemplateComponent | undefined =>
    components.find((component) => component.type === type)
  const body = find('BODY')
  if (!body) throw missing('A template needs a component of type BODY.')
  checkHeader(find('HEADER'), parameterFormat)
  checkBody(body, parameterFormat)
  checkFooter(find('FOOTER'))
  checkButtons(find('BUTTONS')?.buttons ?? [])
  checkCarousel(components, (piece) => checkBody(piece, parameterFormat, CARD_LIMIT))
  checkContactButton(find('BUTTONS'), category)
}

/** @throws GraphFault when the name is not 1–512 of a–z, 0–9 and underscore */
export function checkName(name: string): void {
  if (name.length > 512) throw tooLong('name', 512)
  if (!/^[a-z0-9_]+$/.test(name)) {
    throw templateFault(
      2388041,
      'The name is not valid',
      'Use lower-case letters, digits and underscores only.',
    )
  }
}

function checkHeader(header: TemplateComponent | undefined, parameterFormat: ParameterFormat): void {
  if (!header) return
  if (!HEADER_FORMATS.has(header.format ?? ''))
    throw format('header', 'The format of the header is missing or unknown.')
  if (header.format === 'LOCATION') return
  if (header.format !== 'TEXT') {
    if (!header.example?.header_handle?.[0])
      throw missing('A header with media needs an example (header_handle).')
    return
  }
  const text = header.text ?? ''
  if (text.trim() === '') throw format('header', 'The header needs a text.')
  if (text.length > 60) throw tooLong('header', 60)
  if (/[\n\r*_~`]|\p{Extended_Pictographic}/u.test(text.replace(/\{\{[^{}]*\}\}/g, ''))) {
    throw format('header', 'The header may not hold line breaks, formatting or emoji.')
  }
  const names = variableNames(text)
  if (names.length > 1) throw format('header', 'The header may have one variable.')
  checkNames('header', names, parameterFormat)
  const examples = header.example?.header_text_named_params ?? header.example?.header_text ?? []
  if (names.length > examples.length) throw missing('The variable of the header needs an example.')
}

function checkBody(body: TemplatePiece, parameterFormat: ParameterFormat, limit = BODY_LIMIT): void {
  const text = body.text ?? ''
  if (text.trim() === '') throw missing('The body needs a text.')
  if (text.length > limit) throw tooLong('body', limit)
  if (/ {5,}/.test(text)) throw format('body', 'More than four spaces in a row are not allowed.')
  if (/\n{3,}/.test(text)) throw format('body', 'More than two line breaks in a row are not allowed.')
  const found = variablesOf(text)
  const names = variableNames(text)
  checkNames('body', names, parameterFormat)
  const first = found[0]
  const last = found.at(-1)
  if (first && last && (text.slice(0, first.start).trim() === '' || text.slice(last.end).trim() === '')) {
    throw templateFault(
      2388299,
      'Parameters at start or end',
      "Variables can't be at the start or end of the template.",
    )
  }
  for (const [index, variable] of found.entries()) {
    const next = found[index + 1]
    if (next && text.slice(variable.end, next.start).trim() === '') {
      throw format('body', 'Parameters next to each other are not allowed. Separate them by text.')
    }
  }
  const words = text
    .replace(/\{\{[^{}]*\}\}/g, ' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length
  if (names.length > 0 && words < names.length * 2 + 1) {
    throw templateFault(
      2388293,
      'Too many parameters',
      'There are too many variables for the length of the text. Add words or remove variables.',
    )
  }
  const named = new Set((body.example?.body_text_named_params ?? []).map((param) => param.param_name))
  const examples =
    parameterFormat === 'NAMED'
      ? names.filter((name) => named.has(name)).length
      : (body.example?.body_text?.[0]?.length ?? 0)
  if (examples < names.length) throw missing('Every variable of the body needs an example.')
}

function checkNames(
  part: 'header' | 'body',
  names: readonly string[],
  parameterFormat: ParameterFormat,
): void {
  for (const [index, name] of names.entries()) {
    if (parameterFormat === 'NAMED' && !/^[a-z][a-z0-9_]*$/.test(name)) {
      throw format(
        part,
        `The variable {{${name}}} is not valid: lower-case letters, digits and underscores only.`,
      )
    }
    if (parameterFormat === 'POSITIONAL' && name !== String(index + 1)) {
      throw format(part, 'Variables must be numbers in sequence: {{1}}, {{2}}, …')
    }
  }
}

function checkFooter(footer: TemplateComponent | undefined): void {
  if (!footer) return
  const text = footer.text ?? ''
  if (text.trim() === '') throw format('footer', 'The footer needs a text.')
  if (text.length > 60) throw tooLong('footer', 60)
  if (text.includes('{{')) throw format('footer', 'The footer may not have variables.')
  if (/[\n\r]|\p{Extended_Pictographic}/u.test(text))
    throw format('footer', 'The footer may not hold line breaks or emoji.')
}

/** Only marketing and utility may ask for the number. */
function checkContactButton(part: TemplateComponent | undefined, category: TemplateCategory): void {
  const asks = part?.buttons?.some((button) => button.type === 'REQUEST_CONTACT_INFO')
  if (asks && category === 'AUTHENTICATION') {
    throw templateFault(
      2388050,
      'The button that asks for the number is not valid',
      'Only marketing and utility templates may ask for the number.',
    )
  }
}
