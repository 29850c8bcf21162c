import {
  type ChannelLimits,
  channelLimits,
  LIMIT_SHARE,
  TRIAL_PEOPLE,
  type WarmUp,
  warmUpPlan,
} from '../dispatch/index.ts'
import type { Language } from '../platform/http/index.ts'
import { type Context, DAY } from '../platform/index.ts'

/** How many people a number may write to: now, and from tomorrow on. Null is without a limit. */
export interface Pace extends Pick<ChannelLimits, 'room' | 'warmRoom' | 'trialRoom'> {
  /** Meta's, of 24 hours. */
  limit: number | null
  warmUp: WarmUp | null
}

/** What the gate will keep a campaign within, with what others have used of it. */
export async function paceOf(ctx: Context, channelId: string, limit: number | null): Promise<Pace> {
  const limits = (await channelLimits(ctx)).find((each) => each.channelId === channelId)
  return {
    room: limits?.room ?? null,
    warmRoom: limits?.warmRoom ?? null,
    trialRoom: limits?.trialRoom ?? null,
    limit,
    warmUp: await warmUpPlan(ctx, channelId),
  }
}

interface Spread {
  today: number
  /** Today included; more when other campaigns go on beside it. */
  days: number
  /** What holds it up today. */
  why: 'limit' | 'warm_up' | 'trial'
}

/** How a campaign to so many people is spread over days; null when all of it goes today. */
export function spreadOut(people: number, pace: Pace, now: Date): Spread | null {
  const rooms = [
    { why: 'limit' as const, room: pace.room },
    { why: 'warm_up' as const, room: pace.warmRoom },
    { why: 'trial' as const, room: pace.trialRoom },
  ]
  const left = (room: number | null) => room ?? Number.POSITIVE_INFINITY
  const least = rooms.reduce((a, b) => (left(b.room) < left(a.room) ? b : a))
  if (left(least.room) >= people) return null
  const today = Math.max(0, left(least.room))
  let days = 1
  for (let rest = people - today; rest > 0; days++) rest -= peopleOn(days, pace, now)
  return { today, days, why: least.why }
}

/** At least one, so that it ends. @param day 1 is tomorrow */
function peopleOn(day: number, { limit, trialRoom, warmUp }: Pace, now: Date): number {
  return Math.min(
    limit === null ? Number.POSITIVE_INFINITY : Math.max(1, Math.floor(limit * LIMIT_SHARE)),
    warmUp ? warmOn(day, warmUp, now) : Number.POSITIVE_INFINITY,
    trialRoom === null ? Number.POSITIVE_INFINITY : TRIAL_PEOPLE,
  )
}

/** A warm-up that has not begun begins with this campaign. */
function warmOn(day: number, { startedAt, days, steps }: WarmUp, now: Date): number {
  const since = startedAt ? now.getTime() - startedAt.getTime() : 0
  return steps[Math.floor((since + day * DAY) / (days * DAY))]?.people ?? Number.POSITIVE_INFINITY
}

/** Tells how much of a campaign goes today, how long the rest takes, and why; null when all of it goes today. */
export function paceNote(people: number, pace: Pace, now: Date, language: Language): string | null {
  const spread = spreadOut(people, pace, now)
  if (!spread) return null
  const figure = (count: number) => count.toLocaleString(language)
  const today = figure(spread.today)
  const all = figure(people)
  const days = figure(spread.days)
  const why = WHY[spread.why](figure(pace.limit ?? 0))[language]
  return language === 'de'
    ? `${why} Heute gehen etwa ${today} von ${all} Nachrichten hinaus, der Rest folgt von selbst; insgesamt dauert es etwa ${days} Tage.`
    : `${why} Today about ${today} of ${all} messages go, the rest follows by itself; altogether it takes about ${days} days.`
}

const WHY = {
  limit: (limit: string) => ({
    de: `Deine Nummern dürfen zusammen in 24 Stunden ${limit} Menschen schreiben; ein Zehntel davon hält Jawort zurück.`,
    en: `Your numbers together may write to ${limit} people in 24 hours; Jawort holds back a tenth of that.`,
  }),
  warm_up: () => ({
    de: 'Die Nummer ist neu und fängt mit wenigen Menschen am Tag an.',
    en: 'The number is new and begins with few people a day.',
  }),
  trial: () => ({
    de: `Bis dein Unternehmen zugelassen ist, geht Werbung an ${TRIAL_PEOPLE} Menschen am Tag.`,
    en: `Until your business is let in, marketing goes to ${TRIAL_PEOPLE} people a day.`,
  }),
}
