import { globSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CreateCampaignInput } from '../campaigns/save.ts'
import { Content, renderContent } from '../templates/index.ts'

const ROOT = `${import.meta.dirname}/../../..`

/** What a message goes through between a member and Meta. */
const SENDING = 'server/src/{dispatch,campaigns,templates,whatsapp,channels}/**/*.ts'

/** Chance, in any way that a program can have it. The name of a process is none of a message's business. */
const CHANCE = /Math\.random|getRandomValues|random(Bytes|Int|Fill|UUID)\b/
const NAMES_A_PROCESS = 'server/src/dispatch/dispatcher.ts'

/** Words of tools that hide from Meta what they do. Rotating a secret is another thing. */
const EVASION =
  /spin|jitter|shuffl|randomi[sz]|humani[sz]|obfuscat|anti-?ban|antidetect|fallback-?(number|channel)|(number|channel|sender|phone)-?(rotat|pool)|rotat\w*-?(number|channel|sender|phone)/i

interface Api {
  paths: Record<string, Record<string, { operationId?: string }>>
}

/** Every path, operation and name of a property in the published API. */
function namesInApi(): string[] {
  const api = JSON.parse(readFileSync(`${ROOT}/openapi.json`, 'utf8')) as Api
  const names = new Set<string>()
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) collect(each)
    else if (value !== null && typeof value === 'object')
      for (const [key, inner] of Object.entries(value)) {
        if (key === 'properties' && inner !== null && typeof inner === 'object')
          for (const name of Object.keys(inner)) names.add(name)
        collect(inner)
      }
  }
  collect(api)
  for (const [path, methods] of Object.entries(api.paths)) {
    names.add(path)
    for (const { operationId } of Object.values(methods)) if (operationId) names.add(operationId)
  }
  return [...names]
}

describe('nothing helps to hide from Meta', () => {
  it('C-62: the API knows no rotation of numbers, no random delay, no spinning of texts', () => {
    const names = namesInApi()
    expect(names.length).toBeGreaterThan(300)
    expect(names.filter((name) => EVASION.test(name))).toEqual([])
    expect(EVASION.test('spinText') && EVASION.test('rotate-numbers') && EVASION.test('sendJitter')).toBe(
      true,
    )
  })

  it('C-62: nothing on the way of a message is left to chance: neither its moment, nor its number, nor its text', () => {
    const files = globSync(SENDING, { cwd: ROOT }).filter((file) => !/\.test\.ts$/.test(file))
    expect(files.length).toBeGreaterThan(100)
    const byChance = files.filter((file) => CHANCE.test(readFileSync(`${ROOT}/${file}`, 'utf8')))
    expect(byChance).toEqual([NAMES_A_PROCESS])
  })

  it('C-62: a campaign has one number, never a choice of several', () => {
    const keys = Object.keys(CreateCampaignInput.shape)
    expect(keys.filter((key) => /channel|number|sender/i.test(key))).toEqual(['channelId'])
    expect(CreateCampaignInput.shape.channelId.safeParse(['a', 'b']).success).toBe(false)
  })

  it('C-62: texts stay as Meta approved them: alternatives in braces are no choice, and twice the same is the same', () => {
    const content = Content.parse({
      body: 'Hallo {{vorname}}, {heute|jetzt} [gibt es|haben wir] Neues.',
      footer: 'Abmelden mit STOP',
      buttons: [],
      samples: { vorname: 'Mia' },
    })
    fc.assert(
      fc.property(fc.constantFrom('Anna', 'Ben', '{a|b}'), (vorname) => {
        const once = renderContent(content, { vorname })
        expect(once).toEqual(renderContent(content, { vorname }))
        expect(once.body).toBe(`Hallo ${vorname}, {heute|jetzt} [gibt es|haben wir] Neues.`)
      }),
    )
  })
})
