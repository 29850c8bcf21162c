import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvLine } from './csv.ts'
import { etaOf } from './progress.ts'
import { closes } from './report.ts'
import { CAMPAIGN_ACTIONS, CAMPAIGN_STATES, type CampaignAction, type CampaignState, step } from './state.ts'

/** The whole table once more, by hand: from state, by action, to state. */
const ALLOWED: [CampaignState, CampaignAction, CampaignState][] = [
  ['draft', 'edit', 'draft'],
  ['draft', 'delete', 'draft'],
  ['draft', 'launch', 'running'],
  ['draft', 'schedule', 'scheduled'],
  ['scheduled', 'unschedule', 'draft'],
  ['scheduled', 'start', 'running'],
  ['draft', 'freeze', 'freezing'],
  ['scheduled', 'freeze', 'freezing'],
  ['paused', 'freeze', 'freezing'],
  ['freezing', 'start', 'running'],
  ['freezing', 'pause', 'paused'],
  ['freezing', 'cancel', 'cancelled'],
  ['scheduled', 'pause', 'paused'],
  ['scheduled', 'cancel', 'cancelled'],
  ['running', 'pause', 'paused'],
  ['running', 'cancel', 'cancelled'],
  ['running', 'finish', 'finished'],
  ['paused', 'resume', 'running'],
  ['paused', 'reschedule', 'scheduled'],
  ['paused', 'cancel', 'cancelled'],
  ['finished', 'reopen', 'running'],
]

describe('the states of a campaign', () => {
  const pairs = CAMPAIGN_STATES.flatMap((state) => CAMPAIGN_ACTIONS.map((action) => ({ state, action })))

  it.each(pairs)('$state, $action', ({ state, action }) => {
    const expected = ALLOWED.find(([from, by]) => from === state && by === action)
    const result = step(state, action)
    if (expected) expect(result).toEqual({ ok: true, to: expected[2] })
    else {
      if (result.ok) throw new Error(`${action} from ${state} must be refused`)
      expect(result.reason.de.length).toBeGreaterThan(30)
      expect(result.reason.en).not.toBe(result.reason.de)
    }
  })

  it('leaves an end only when a message comes back, and starts at most once, whatever is tried in whatever order (property)', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...CAMPAIGN_ACTIONS), { maxLength: 40 }), (actions) => {
        let state: CampaignState = 'draft'
        let ended = false
        for (const action of actions) {
          const result = step(state, action)
          if (!result.ok) continue
          expect(ended && action !== 'reopen').toBe(false)
          state = result.to
          ended = state === 'finished' || state === 'cancelled'
        }
      }),
    )
  })
})

describe('the accounting', () => {
  it('closes when every candidate is a message or an exclusion', () => {
    expect(closes(10, { delivered: 6, withheld: 1 }, 3, true)).toBe(true)
    expect(closes(10, { delivered: 6 }, 3, true)).toBe(false)
    expect(closes(10, { delivered: 6, queued: 1 }, 3, false)).toBe(true)
    expect(closes(10, { delivered: 6, queued: 1 }, 3, true)).toBe(false)
  })

  it('tells the time that is left only while something moves', () => {
    expect(etaOf('running', 1000, 80)).toBe(13)
    expect(etaOf('running', 1000, 0)).toBeNull()
    expect(etaOf('running', 0, 0)).toBe(0)
    expect(etaOf('paused', 1000, 80)).toBeNull()
  })
})

describe('csvLine', () => {
  it('disarms formulas and quotes everything', () => {
    expect(csvLine(['=HYPERLINK("http://x")', '+4915112345678', 'Müller, "Anna"', null, 0.1131])).toBe(
      '"\'=HYPERLINK(""http://x"")","\'+4915112345678","Müller, ""Anna""",,"0.1131"\r\n',
    )
  })

  it('lets no field begin a formula and no field break the line (property)', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 6 }), (fields) => {
        const line = csvLine(fields)
        const read = [...line.matchAll(/"((?:[^"]|"")*)"(?:,|\r\n)/g)].map((match) => match[1] ?? '')
        expect(read).toHaveLength(fields.length)
        for (const field of read) expect(field).not.toMatch(/^[=+\-@\t\r]/)
      }),
    )
  })
})
