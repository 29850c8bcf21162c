import { describe, expect, it } from 'vitest'
import { DAY } from '../platform/index.ts'
import { type Pace, paceNote, spreadOut } from './pace-note.ts'

const NOW = new Date('2026-11-23T10:00:00Z')
const FREE: Pace = { room: null, warmRoom: null, trialRoom: null, limit: null, warmUp: null }
const steps = (started: Date | null) =>
  [50, 250, 1000].map((people, step) => ({
    people,
    from: started && new Date(started.getTime() + step * DAY),
  }))
const NEW: Pace['warmUp'] = { startedAt: null, days: 1, steps: steps(null), endsAt: null }
const YESTERDAY = new Date(NOW.getTime() - DAY)
const SECOND_DAY: Pace['warmUp'] = {
  startedAt: YESTERDAY,
  days: 1,
  steps: steps(YESTERDAY),
  endsAt: new Date(YESTERDAY.getTime() + 3 * DAY),
}

describe('how long a campaign takes', () => {
  it.each<[string, number, Partial<Pace>, ReturnType<typeof spreadOut>]>([
    ['everything goes without a limit', 1_000_000, {}, null],
    ['everything goes within what is left', 1_800, { limit: 2_000, room: 1_800 }, null],
    ['the limit of a day', 10_000, { limit: 2_000, room: 1_800 }, { today: 1_800, days: 6, why: 'limit' }],
    [
      'others have used some of it',
      1_800,
      { limit: 2_000, room: 300 },
      { today: 300, days: 2, why: 'limit' },
    ],
    ['others have used all of it', 10, { limit: 2_000, room: -5 }, { today: 0, days: 2, why: 'limit' }],
    [
      'a new number warms up',
      200,
      { limit: 250, room: 225, warmRoom: 50, warmUp: NEW },
      { today: 50, days: 2, why: 'warm_up' },
    ],
    [
      'and then only the limit holds',
      6_000,
      { limit: 2_000, room: 1_800, warmRoom: 50, warmUp: NEW },
      // 50, 250, 1,000, then 1,800 a day.
      { today: 50, days: 6, why: 'warm_up' },
    ],
    [
      'a number in the middle of its warm-up',
      1_500,
      { limit: 2_000, room: 1_800, warmRoom: 250, warmUp: SECOND_DAY },
      { today: 250, days: 3, why: 'warm_up' },
    ],
    ['a business on trial', 120, { trialRoom: 20 }, { today: 20, days: 3, why: 'trial' }],
  ])('%s', (_what, people, pace, expected) => {
    expect(spreadOut(people, { ...FREE, ...pace }, NOW)).toEqual(expected)
  })

  it('says it in both languages, and nothing where all of it goes at once', () => {
    const pace = { ...FREE, limit: 2_000, room: 1_800 }
    expect(paceNote(10_000, pace, NOW, 'de')).toBe(
      'Deine Nummern dürfen zusammen in 24 Stunden 2.000 Menschen schreiben; ein Zehntel davon hält Jawort zurück. Heute gehen etwa 1.800 von 10.000 Nachrichten hinaus, der Rest folgt von selbst; insgesamt dauert es etwa 6 Tage.',
    )
    expect(paceNote(10_000, pace, NOW, 'en')).toContain('about 1,800 of 10,000')
    expect(paceNote(200, { ...FREE, limit: 250, room: 225, warmRoom: 50, warmUp: NEW }, NOW, 'en')).toMatch(
      /new.*50 of 200.*2 days/,
    )
    expect(paceNote(10, pace, NOW, 'de')).toBeNull()
  })
})
