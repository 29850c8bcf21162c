import { readFileSync } from 'node:fs'

/** Unofficial WhatsApp automation: accounts that use it are banned, and it knows no consent (C-60). */
const UNOFFICIAL =
  /(^|\/)(whatsapp-web\.js|baileys|@whiskeysockets\/.*|@adiwajshing\/.*|venom-bot|wppconnect|@wppconnect\/.*|@open-wa\/.*|wa-automate.*|waha)$/

/** The lock file holds nothing that drives WhatsApp by anything but the official API. */
export function checkPackages(): string[] {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, unknown> }
  return Object.keys(lock.packages)
    .map((path) => path.split('node_modules/').at(-1) ?? '')
    .filter((name) => UNOFFICIAL.test(name))
    .map((name) => `${name} automates WhatsApp unofficially: remove it, Jawort speaks only the official API.`)
}
