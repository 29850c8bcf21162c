import type { Content, TemplateButton } from '../content.ts'
import { variablesIn } from '../variables.ts'
import { tooLong } from './check-texts.ts'
import type { Findings, Repair } from './finding.ts'
import { grouped } from './repair.ts'

const SHORTENERS =
  /^https?:\/\/(bit\.ly|tinyurl\.com|goo\.gl|t\.co|ow\.ly|is\.gd|buff\.ly|cutt\.ly|rb\.gy|t\.ly)\//i
const CHAT_LINKS = /^https?:\/\/(wa\.me|(www\.|api\.|chat\.)?whatsapp\.com)(\/|$)/i

/** Number and order of the buttons under a message (Meta, template buttons), and each of them. */
export function checkButtons(content: Content, findings: Findings): void {
  const { buttons } = content
  const count = (kind: TemplateButton['kind']) => buttons.filter((button) => button.kind === kind).length
  if (buttons.length > 10)
    findings.add('buttons_total', 'buttons', { count: buttons.length, over: buttons.length - 10 })
  if (count('url') > 2) findings.add('buttons_url', 'buttons')
  if (count('phone_number') > 1) findings.add('buttons_phone', 'buttons')
  if (count('copy_code') > 1) findings.add('buttons_code', 'buttons')
  const order = buttons.map((button) => (button.kind === 'quick_reply' ? 'q' : 'o')).join('')
  if (/qo+q|oq+o/.test(order))
    findings.add('buttons_grouping', 'buttons', {}, { content: { ...content, buttons: grouped(buttons) } })
  if (buttons.length > 3 || new Set(order).size > 1) findings.add('buttons_desktop', 'buttons')
  checkEach(buttons, 'buttons', findings, (next) => ({ content: { ...content, buttons: next } }))
}

/** Every button of one row. @param put gives the repair that puts other buttons in their place */
export function checkEach(
  buttons: readonly TemplateButton[],
  at: string,
  findings: Findings,
  put: (buttons: TemplateButton[]) => Repair,
): void {
  const texts = new Set<string>()
  for (const [index, button] of buttons.entries()) {
    const where = `${at}.${index}`
    const mend = (changed: TemplateButton) =>
      put(buttons.map((each, place) => (place === index ? changed : each)))
    if (button.kind === 'copy_code') {
      checkCode(button.code, where, findings)
      continue
    }
    checkText(button.text, where, findings)
    const text = button.text.trim().toLowerCase()
    if (text !== '' && texts.has(text)) findings.add('button_twice', where)
    texts.add(text)
    if (button.kind === 'url') checkUrl(button, where, findings, mend)
    if (button.kind === 'phone_number' && !/^\+?\d{5,20}$/.test(button.phone)) {
      const digits = button.phone.replace(/[^\d+]/g, '')
      const repair = /^\+\d{5,20}$/.test(digits) ? mend({ ...button, phone: digits }) : null
      findings.add('button_phone', where, {}, repair)
    }
  }
}

function checkText(text: string, where: string, findings: Findings): void {
  if (text.trim() === '') findings.add('button_empty', where)
  tooLong('button_length', where, text, 25, findings)
  if (/\{\{|[\n\r]/.test(text)) findings.add('button_format', where)
}

function checkCode(code: string, where: string, findings: Findings): void {
  const tokens = variablesIn(code)
  if (code.trim() === '') findings.add('code_empty', where)
  else if (tokens.length > 0) {
    if (tokens.length > 1 || code.trim() !== code || tokens[0]?.end !== code.length)
      findings.add('code_format', where)
  } else if (/\s/.test(code)) findings.add('code_format', where)
  else tooLong('code_length', where, code, 20, findings)
}

type Link = Extract<TemplateButton, { kind: 'url' }>

function checkUrl(button: Link, where: string, findings: Findings, mend: (button: Link) => Repair): void {
  const { url, suffix } = button
  if (!/^https?:\/\/[^\s]+\.[^\s]+$/i.test(url) && !/^https?:\/\/(localhost|127\.0\.0\.1)[:/]/i.test(url)) {
    const whole = `https://${url}`
    const repair = /^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(url) ? mend({ ...button, url: whole }) : null
    findings.add('button_url', where, {}, repair)
  }
  if (url.length > 2000) findings.add('button_url_length', where)
  if (url.includes('{{')) {
    const [token, ...more] = variablesIn(url)
    const atEnd = token !== undefined && more.length === 0 && token.end === url.length && !suffix
    const repair = atEnd
      ? mend({ ...button, url: url.slice(0, token.start), suffix: { from: 'variable', name: token.name } })
      : null
    findings.add('button_url_variable', where, {}, repair)
  }
  if (suffix?.from === 'variable')
    findings.add(
      'button_url_person',
      where,
      { name: suffix.name },
      mend({ ...button, suffix: { from: 'campaign' } }),
    )
  if (/^https?:\/\/(www\.)?example\.(com|org|net)(\/|$)/i.test(url)) findings.add('button_url_example', where)
  if (CHAT_LINKS.test(url)) findings.add('button_url_chat', where)
  if (SHORTENERS.test(url)) findings.add('button_url_short', where)
}
