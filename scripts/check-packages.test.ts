import { expect, it } from 'vitest'
import { checkPackages, unofficialIn } from './check-packages.ts'

it('C-60: finds packages that drive WhatsApp unofficially, however deep, and Jawort has none', () => {
  const paths = [
    '',
    'node_modules/fastify',
    'node_modules/whatsapp-web.js',
    'node_modules/some/node_modules/@whiskeysockets/baileys',
    'node_modules/@fork/baileys',
    'node_modules/baileys-md',
    'node_modules/not-baileys-at-all',
    'node_modules/@kapso/whatsapp-cloud-api',
  ]
  expect(unofficialIn(paths)).toEqual([
    'whatsapp-web.js',
    '@whiskeysockets/baileys',
    '@fork/baileys',
    'baileys-md',
  ])
  expect(checkPackages()).toEqual([])
})
