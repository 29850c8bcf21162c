import type { Content, TemplateButton } from './content.ts'
import type { Findings } from './finding.ts'

const SHORTENERS =
  /^https?:\/\/(bit\.ly|tinyurl\.com|goo\.gl|t\.co|ow\.ly|is\.gd|buff\.ly|cutt\.ly|rb\.gy|t\.ly)\//i
const CHAT_LINKS = /^https?:\/\/(wa\.me|(www\.|api\.|chat\.)?whatsapp\.com)(\/|$)/i

/** Number, order, texts and targets of the buttons (Meta, template buttons). */
export function checkButtons(content: Content, findings: Findings): void {
  const { buttons } = content
  const count = (kind: TemplateButton['kind']) => buttons.filter((button) => button.kind === kind).length
  if (buttons.length > 10) {
    findings.error(
      'buttons_total',
      'buttons',
      'Höchstens 10 Knöpfe sind erlaubt.',
      'At most 10 buttons are allowed.',
    )
  }
  if (count('url') > 2) {
    findings.error(
      'buttons_url',
      'buttons',
      'Höchstens zwei Link-Knöpfe sind erlaubt.',
      'At most two link buttons are allowed.',
    )
  }
  if (count('phone_number') > 1) {
    findings.error(
      'buttons_phone',
      'buttons',
      'Höchstens ein Anruf-Knopf ist erlaubt.',
      'At most one call button is allowed.',
    )
  }
  const order = buttons.map((button) => (button.kind === 'quick_reply' ? 'q' : 'o')).join('')
  if (/qo+q|oq+o/.test(order)) {
    findings.error(
      'buttons_grouping',
      'buttons',
      'Antwort-Knöpfe müssen beieinander stehen, vor oder nach den anderen.',
      'Quick replies must stand together, before or after the others.',
    )
  }
  if (buttons.length > 3 || new Set(order).size > 1) {
    findings.warning(
      'buttons_desktop',
      'buttons',
      'Mehr als drei Knöpfe oder gemischte Arten zeigt WhatsApp am Computer nicht an.',
      'WhatsApp on a computer does not show more than three buttons or mixed kinds.',
    )
  }
  const texts = new Set<string>()
  for (const [index, button] of buttons.entries()) {
    const where = `buttons.${index}`
    if (button.kind === 'copy_code') continue
    checkText(button.text, where, findings)
    const text = button.text.trim().toLowerCase()
    if (text !== '' && texts.has(text)) {
      findings.error(
        'button_twice',
        where,
        'Zwei Knöpfe haben denselben Text.',
        'Two buttons have the same text.',
      )
    }
    texts.add(text)
    if (button.kind === 'url') checkUrl(button.url, where, findings)
    if (button.kind === 'phone_number' && !/^\+?\d{5,20}$/.test(button.phone)) {
      findings.error(
        'button_phone',
        where,
        'Die Nummer braucht 5 bis 20 Ziffern mit Ländervorwahl, zum Beispiel +4930123456.',
        'The number needs 5 to 20 digits with its country code, for example +4930123456.',
      )
    }
  }
}

function checkText(text: string, where: string, findings: Findings): void {
  if (text.trim() === '') {
    findings.error('button_empty', where, 'Der Knopf braucht einen Text.', 'The button needs a text.')
  }
  if (text.length > 25) {
    findings.error(
      'button_length',
      where,
      `${text.length} Zeichen; höchstens 25 passen auf einen Knopf.`,
      `${text.length} characters; at most 25 fit on a button.`,
    )
  }
  if (/\{\{|[\n\r]/.test(text)) {
    findings.error(
      'button_format',
      where,
      'Auf Knöpfen gehen keine Variablen und Zeilenumbrüche.',
      'Buttons take no variables or line breaks.',
    )
  }
}

function checkUrl(url: string, where: string, findings: Findings): void {
  if (!/^https?:\/\/[^\s]+\.[^\s]+$/i.test(url) && !/^https?:\/\/(localhost|127\.0\.0\.1)[:/]/i.test(url)) {
    findings.error(
      'button_url',
      where,
      'Der Link muss vollständig sein und mit https:// beginnen.',
      'The link must be complete and start with https://.',
    )
  }
  if (url.length > 2000) {
    findings.error(
      'button_url_length',
      where,
      'Der Link hat mehr als 2.000 Zeichen.',
      'The link has more than 2,000 characters.',
    )
  }
  if (url.includes('{{')) {
    findings.error(
      'button_url_variable',
      where,
      'Variablen in Links gehen noch nicht. Bitte nimm einen festen Link.',
      'Variables in links do not work yet. Please use a fixed link.',
    )
  }
  if (CHAT_LINKS.test(url)) {
    findings.error(
      'button_url_chat',
      where,
      'Links in einen WhatsApp-Chat lehnt Meta auf Knöpfen ab.',
      'Meta refuses links into a WhatsApp chat on buttons.',
    )
  }
  if (SHORTENERS.test(url)) {
    findings.warning(
      'button_url_short',
      where,
      'Gekürzte Links lehnt Meta oft ab, und Menschen trauen ihnen nicht. Nimm den vollen Link.',
      'Meta often refuses shortened links, and people distrust them. Use the full link.',
    )
  }
}
