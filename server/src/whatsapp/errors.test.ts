import { describe, expect, it } from 'vitest'
import { ERROR_RANGES, ERRORS } from './error-table.ts'
import { actionFor, errorTitle, isKnownError, needsLook, withoutNumbers } from './errors.ts'

/** The reaction in one word, as the list of codes names it. */
function inShort(code: number): string {
  const action = actionFor(code)
  switch (action.do) {
    case 'retry':
      return `again ${action.scope} ${action.afterSeconds}×${action.factor}^n ${'max' in action ? `≤${action.max}` : 'for as long as it takes'}`
    case 'fail':
      return ['over', action.person, action.country ?? '', action.tell ? 'tell' : '']
        .filter(Boolean)
        .join(' ')
    case 'stop_template':
      return `stop template${action.final ? ' for good' : ''}`
    case 'stop_channel':
      return `stop number${action.marketingOnly ? ' marketing' : ''}${action.restHours ? ` ${action.restHours} h` : ''}`
    case 'stop_waba':
      return `stop account${action.marketingOnly ? ' marketing' : ''}`
  }
}

/** Meta's whole list for senders once more, by hand. */
const LIST: Record<string, number[]> = {
  'stop account': [0, 190, 3, 10, 200, 230, 299, 131005, 368, 131031, 131042],
  'stop account marketing': [131064, 131063, 134102],
  'stop number': [33, 133016, 131037, 131045, 133000, 133005, 133006, 133008, 133009, 133010, 133015, 134011],
  'stop number marketing 24 h': [131048],
  'stop template': [132015, 132016, 132068, 141002, 2388000, 2388999],
  'stop template for good': [131061, 132000, 132001, 132007, 132012, 134100],
  'over nothing': [131047, 130472, 131052, 131062, 132005, 137000],
  'over nothing tell': [
    100, 131008, 131009, 131021, 131030, 131044, 131051, 131055, 131059, 132008, 132018, 138000, 138021,
    139000, 139004, 139100, 139101, 147001, 147005, 200005, 200007, 2593107, 2593108, 2593109,
  ],
  'over nothing blocked': [130497],
  'over unreachable': [131026],
  'over stopped_marketing': [131050],
  'again message 10×2^n ≤3': [1, 139102, 139103],
  'again message 10×2^n ≤5': [131000],
  'again message 10×2^n ≤1': [135000],
  'again message 60×2^n ≤1': [131053],
  'again message 600×2^n ≤6': [134101],
  'again message 3600×2^n ≤3': [132069],
  'again message 86400×1^n ≤1': [131049],
  'again pair 6×4^n ≤5': [131056],
  'again channel 1×2^n for as long as it takes': [130429],
  'again channel 10×2^n for as long as it takes': [2, 131016, 133004],
  'again channel 60×2^n for as long as it takes': [131057, 2494100],
  'again waba 60×2^n for as long as it takes': [80007],
  'again app 60×2^n for as long as it takes': [4],
}

describe('the error table', () => {
  const cases = Object.entries(LIST).flatMap(([reaction, codes]) => codes.map((code) => ({ code, reaction })))
  it.each(cases)('$code: $reaction', ({ code, reaction }) => {
    expect(inShort(code)).toBe(reaction)
    expect(isKnownError(code)).toBe(true)
    expect(errorTitle(code).de).not.toBe(errorTitle(code).en)
  })

  it('holds no code that the list does not name', () => {
    const named = new Set(Object.values(LIST).flat())
    expect(
      Object.keys(ERRORS)
        .map(Number)
        .filter((code) => code >= 0 && !named.has(code)),
    ).toEqual([])
    for (const { from, to } of ERROR_RANGES) {
      expect([...named].some((code) => code >= from && code <= to)).toBe(true)
    }
  })

  it('takes the subcode of a deleted number for what it is', () => {
    expect(actionFor(100, 400, 33)).toEqual(actionFor(33))
  })

  it('C-47: keeps of what Meta says about an error nothing that could be a number or an id of a person', () => {
    expect(
      withoutNumbers(
        "(#100) The parameter to (+49 151 1234-5678, DE.13491208655302741918) is not valid: 'index' 2 of 3.",
      ),
    ).toBe("(#100) The parameter to (…, DE.…) is not valid: 'index' 2 of 3.")
    expect(withoutNumbers('x'.repeat(1_000))).toHaveLength(300)
  })

  it('fails safe on codes it does not know, and wants somebody to look', () => {
    expect(actionFor(987_654, 500)).toMatchObject({ do: 'retry', scope: 'message', max: 3 })
    expect(actionFor(987_654, 429)).toMatchObject({ do: 'retry', scope: 'channel' })
    expect(actionFor(987_654, 400)).toMatchObject({ do: 'fail' })
    expect(actionFor(987_654)).toMatchObject({ do: 'fail' })
    expect([isKnownError(987_654), needsLook(987_654), needsLook(100), needsLook(131026)]).toEqual([
      false,
      true,
      true,
      false,
    ])
  })
})
