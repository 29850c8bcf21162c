import { GraphFault } from '../errors.ts'
import type { SendComponent, SendParameter, TemplateSend } from '../graph/message-schema.ts'
import type { TemplateButton, TemplatePiece } from './schema.ts'
import type { Template } from './store.ts'
import { variableNames } from './variables.ts'

/** What a send fills into a template: values of variables, media or place of the header, parameters by button index. */
export interface Filling {
  header: Map<string, string>
  body: Map<string, string>
  media: SendParameter | undefined
  buttons: Map<number, SendParameter>
  /** One for each card of a carousel. */
  cards: Filling[]
}

const WITHOUT_TEXT = ['IMAGE', 'VIDEO', 'DOCUMENT', 'LOCATION']

/**
 * Holds the parameters of a send against the template.
 * @throws GraphFault 132000 (count), 132012 (kind, name), 132018 (characters), 131008 (missing)
 */
export function fit(template: Template, send: TemplateSend): Filling {
  const filling = fitPieces(template, template.components, send.components)
  const cards = template.components.find((one) => one.type === 'CAROUSEL')?.cards ?? []
  const given = send.components.find((one) => one.type === 'carousel')?.cards ?? []
  if (cards.length !== given.length) {
    const counts = `(${given.length}) does not match the expected number of cards (${cards.length})`
    throw new GraphFault(132000, `carousel: number of cards ${counts}`)
  }
  filling.cards = cards.map(({ components }, index) => {
    const card = given.find((one) => one.card_index === index)
    if (!card) throw new GraphFault(132012, `carousel: there is no card with the card_index ${index}`)
    return fitPieces(template, components, card.components)
  })
  return filling
}

function fitPieces(
  template: Template,
  pieces: readonly TemplatePiece[],
  send: readonly SendComponent[],
): Filling {
  const part = (type: string): TemplatePiece | undefined => pieces.find((one) => one.type === type)
  const given = (type: string): SendParameter[] => send.find((one) => one.type === type)?.parameters ?? []
  const header = part('HEADER')
  const bare = header !== undefined && WITHOUT_TEXT.includes(header.format ?? '')
  const headerText = header?.format === 'TEXT' ? (header.text ?? '') : ''
  return {
    header: bare ? new Map() : values(template, 'header', headerText, given('header')),
    body: values(template, 'body', part('BODY')?.text ?? '', given('body')),
    media: bare ? mediaOf(header.format ?? '', given('header')) : undefined,
    buttons: buttonsOf(
      part('BUTTONS'),
      send.filter((one) => one.type === 'button'),
    ),
    cards: [],
  }
}

function values(
  template: Template,
  part: 'header' | 'body',
  text: string,
  given: readonly SendParameter[],
): Map<string, string> {
  const names = variableNames(text)
  if (names.length !== given.length) {
    const counts = `(${given.length}) does not match the expected number of params (${names.length})`
    throw new GraphFault(132000, `${part}: number of localizable_params ${counts}`)
  }
  const filled = new Map<string, string>()
  for (const [index, parameter] of given.entries()) {
    if (parameter.type !== 'text') throw mismatch(part, 'TEXT', parameter.type)
    if (parameter.text === undefined || parameter.text === '') {
      throw new GraphFault(131008, `${part}: Parameter of type text is missing text value`)
    }
    if (/[\n\t]| {5,}/.test(parameter.text)) {
      throw new GraphFault(
        132018,
        `${part}: Param text cannot have new-line/tab characters or more than 4 consecutive spaces`,
      )
    }
    if (template.parameterFormat === 'NAMED') {
      const name = parameter.parameter_name
      if (name === undefined || !names.includes(name)) {
        throw new GraphFault(132012, `${part}: Parameter name is missing or is not part of the template`)
      }
      filled.set(name, parameter.text)
    } else filled.set(names[index] ?? '', parameter.text)
  }
  if (filled.size !== names.length) throw new GraphFault(132012, `${part}: a parameter is given twice`)
  return filled
}

function mediaOf(format: string, given: readonly SendParameter[]): SendParameter {
  const [parameter] = given
  const kind = format.toLowerCase()
  if (!parameter) throw mismatch('header', format, 'UNKNOWN')
  if (parameter.type !== kind || !(kind in parameter)) throw mismatch('header', format, parameter.type)
  return parameter
}

const mismatch = (part: string, expected: string, received: string): GraphFault =>
  new GraphFault(132012, `${part}: Format mismatch, expected ${expected}, received ${received.toUpperCase()}`)

function buttonsOf(
  part: TemplatePiece | undefined,
  given: readonly SendComponent[],
): Map<number, SendParameter> {
  const buttons = part?.buttons ?? []
  const found = new Map<number, SendParameter>()
  for (const component of given) {
    const index = component.index ?? 0
    const parameter = parameterFor(buttons[index], component, index)
    if (parameter) found.set(index, parameter)
  }
  for (const [index, button] of buttons.entries()) demandParameter(button, found.get(index), index)
  return found
}

/** The parameter a send gives to a button, held against the button. @throws GraphFault 132018 */
function parameterFor(
  button: TemplateButton | undefined,
  component: SendComponent,
  index: number,
): SendParameter | undefined {
  if (!button) throw new GraphFault(132018, `buttons: There is no button at index ${index}`)
  if (component.sub_type !== button.type.toLowerCase()) {
    throw new GraphFault(132018, `buttons: Button at index ${index} is of type ${button.type}`)
  }
  const [parameter] = component.parameters
  if (parameter && button.type === 'URL' && !isVariableUrl(button)) {
    throw new GraphFault(132018, `buttons: Button at index ${index} of type Url does not require parameters`)
  }
  return parameter
}

/** @throws GraphFault 131008 when the button cannot be filled without a parameter */
function demandParameter(button: TemplateButton, parameter: SendParameter | undefined, index: number): void {
  if (button.type === 'URL' && isVariableUrl(button) && !parameter?.text) {
    throw new GraphFault(131008, `buttons: Button at index ${index} of type Url requires a parameter`)
  }
  if (button.type === 'COPY_CODE' && !parameter?.coupon_code) {
    throw new GraphFault(131008, `buttons: Button at index ${index} of type CopyCode requires a parameter`)
  }
}

const isVariableUrl = (button: TemplateButton): boolean => variableNames(button.url ?? '').length > 0
