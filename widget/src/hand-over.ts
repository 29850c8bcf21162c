import type { Prepared, Texts } from './contract.ts'
import { make, makeButton } from './element.ts'
import type { Words } from './language.ts'

/** What the last step needs beside the prepared message. */
export interface HandOver {
  texts: Texts
  words: Words
  /** Whether the person holds the device that has WhatsApp: then a button, else a QR code for the phone. */
  touch: boolean
  /** Called when the code can no longer be used: by the clock, or when the link is followed too late. */
  onExpired(): void
  onClose(): void
}

const LONGEST_TIMER_MS = 2 ** 31 - 1

/** The last step: the message that the person now sends from their own WhatsApp; nothing is sent from here (C-04). */
export function makeHandOver(prepared: Prepared, { texts, words, touch, ...on }: HandOver): HTMLElement {
  const link = make(
    'a',
    { class: 'button', href: prepared.link, target: '_blank', rel: 'noopener noreferrer' },
    texts.open,
  )
  const explained = make('p', {}, touch ? texts.send || words.send : texts.scan)
  const step = make(
    'div',
    { class: touch ? 'code touch' : 'code' },
    explained,
    make('p', { class: 'said mine', dir: 'auto' }, prepared.text),
    make('div', { class: 'buttons' }, link, makeButton('button', on.onClose, words.close)),
  )
  watchExpiry(prepared, link, on.onExpired)
  if (touch) return step

  const qr = make('img', { alt: texts.scan })
  qr.src = `data:image/svg+xml,${encodeURIComponent(prepared.qrSvg)}`
  // A page whose security policy forbids data: images still has the link.
  qr.onerror = () => {
    qr.remove()
    explained.textContent = texts.send || words.send
  }
  explained.after(qr)
  return step
}

/** A code that is already over when it arrives means that this device's clock is wrong: then the clock is not asked. */
function watchExpiry(prepared: Prepared, link: HTMLAnchorElement, onExpired: () => void): void {
  const expiresAt = Date.parse(prepared.expiresAt)
  const left = expiresAt - Date.now()
  if (!(left > 0)) return
  const timer = setTimeout(onExpired, Math.min(left, LONGEST_TIMER_MS))
  // Timers stand still while a device sleeps.
  link.addEventListener('click', (event) => {
    if (Date.now() < expiresAt) return
    event.preventDefault()
    clearTimeout(timer)
    onExpired()
  })
}
