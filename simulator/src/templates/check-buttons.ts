import { type GraphFault, templateFault } from '../errors.ts'
import { buttons, missing, tooLong } from './refusals.ts'
import type { TemplateButton } from './schema.ts'
import { variablesOf } from './variables.ts'

const BUTTON_TYPES = new Set(['QUICK_REPLY', 'URL', 'PHONE_NUMBER', 'COPY_CODE', 'REQUEST_CONTACT_INFO'])
const SHARE_CONTACT = 'Share Contact Info'

/**
 * The buttons of a template or of a card: kinds, counts, grouping, texts (platform §5.2).
 * @throws GraphFault code 100 with the subcode of the rule
 */
export function checkButtons(all: readonly TemplateButton[]): void {
  if (all.length > 10) throw buttons('A template may have at most 10 buttons.')
  const count = (type: string): number => all.filter((one) => one.type === type).length
  if (count('URL') > 2) throw buttons('A template may have at most two URL buttons.')
  if (count('PHONE_NUMBER') > 1) throw buttons('A template may have one phone button.')
  if (count('REQUEST_CONTACT_INFO') > 1)
    throw contact(2388050, 'There may be one button that asks for the number.')
  if (count('COPY_CODE') > 1) throw buttons('A template may have one button that copies a code.')
  const kinds = all.map((one) => (one.type === 'QUICK_REPLY' ? 'q' : 'o')).join('')
  if (/qo+q|oq+o/.test(kinds))
    throw buttons('Quick replies must stand together, before or after the other buttons.')
  const texts = new Set<string>()
  for (const one of all) {
    checkButton(one)
    if (one.type === 'COPY_CODE' || one.type === 'REQUEST_CONTACT_INFO') continue
    if (texts.has(one.text ?? '')) throw buttons('Two buttons have the same text.')
    texts.add(one.text ?? '')
  }
}

function checkButton(button: TemplateButton): void {
  if (!BUTTON_TYPES.has(button.type)) throw buttons(`Buttons of type ${button.type} are not known here.`)
  if (button.type === 'COPY_CODE') {
    if ([button.example ?? ''].flat().join('').length > 20) throw tooLong('code', 20)
    return
  }
  if (button.type === 'REQUEST_CONTACT_INFO') {
    if (button.text !== undefined && button.text !== SHARE_CONTACT)
      throw contact(2388153, `The text of this button is always ${SHARE_CONTACT}.`)
    return
  }
  if (!button.text?.trim()) throw buttons('Every button needs a text.')
  if (button.text.length > 25) throw tooLong('text of a button', 25)
  if (/\{\{|\n/.test(button.text))
    throw buttons('The text of a button may not hold variables or line breaks.')
  if (button.type === 'PHONE_NUMBER' && !/^\+?\d{5,20}$/.test(button.phone_number ?? '')) {
    throw buttons('A phone button needs a phone number of at most 20 digits.')
  }
  if (button.type === 'URL') checkUrl(button)
}

function checkUrl(button: TemplateButton): void {
  const url = button.url ?? ''
  if (url.length > 2000) throw tooLong('URL', 2000)
  const found = variablesOf(url)
  if (!/^https?:\/\/\S+$/.test(url)) throw buttons('A URL button needs a URL that starts with https://.')
  if (found.length > 1 || (found[0] && (found[0].name !== '1' || found[0].end !== url.length))) {
    throw buttons('A URL may have one variable, {{1}}, at its end.')
  }
  if (found.length === 1 && [button.example ?? []].flat().length === 0)
    throw missing('The variable of a URL needs an example.')
}

const contact = (subcode: number, why: string): GraphFault =>
  templateFault(subcode, 'The button that asks for the number is not valid', why)
