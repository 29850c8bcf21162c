import { readFileSync } from 'node:fs'

/** Unofficial WhatsApp automation: accounts that use it are banned, and it knows no consent (C-60). */
const UNOFFICIAL =
  /(^|\/)(baileys(-.*)?|whatsapp-web(\.js|js)?(-.*)?|wwebjs-.*|@whiskeysockets\/.*|@adiwajshing\/.*|venom-bot|wppconnect|@wppconnect\/.*|@open-wa\/.*|wa-automate.*|waha|yowsup|evolution-api)$/

/** The packages among `paths` (of a lock file) that drive WhatsApp by anything but the official API. */
export function unofficialIn(paths: readonly string[]): string[] {
  return paths.map((path) => path.split('node_modules/').at(-1) ?? '').filter((name) => UNOFFICIAL.test(name))
}

/** The lock file holds none of them. */
export function checkPackages(): string[] {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, unknown> }
  return unofficialIn(Object.keys(lock.packages)).map(
    (name) => `${name} automates WhatsApp unofficially: remove it, Jawort speaks only the official API.`,
  )
}
