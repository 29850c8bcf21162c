import { HOUR } from './clock.ts'
import type { BusinessNumber } from './numbers.ts'
import type { Person } from './people.ts'
import { changeStanding } from './standing.ts'
import { climb } from './templates/ladder.ts'
import { rescore } from './templates/review.ts'
import type { Score, Template } from './templates/store.ts'
import type { World } from './world.ts'

const CHECK_EVERY = 6 * HOUR
const WEEK = 7 * 24 * HOUR
const WEIGHT = { block: 1, report: 2 } as const
const ORDER: readonly Score[] = ['UNKNOWN', 'GREEN', 'YELLOW', 'RED']

/** A person blocked or reported a number: the number, and the template they got last, are judged anew. */
export function complain(
  world: World,
  person: Person,
  number: BusinessNumber,
  kind: keyof typeof WEIGHT,
): void {
  if (!world.dials.qualityFromPeople) return
  const now = world.clock.now()
  world.opinions.complained(number.id, now, WEIGHT[kind])
  judgeNumber(world, number)
  const template = lastTemplate(world, person, number, now)
  if (!template) return
  world.opinions.complained(template.id, now, WEIGHT[kind])
  judgeTemplate(world, template)
}

function lastTemplate(
  world: World,
  person: Person,
  number: BusinessNumber,
  now: number,
): Template | undefined {
  const { messages } = world.chats.open(person.id, number.id)
  const message = messages.findLast(({ view, sent }) => sent?.templateId && Date.parse(view.at) > now - WEEK)
  return message && world.templates.find(message.sent?.templateId ?? '')
}

/** What the last 7 days say; nothing while too few messages were delivered. */
function verdict(world: World, key: string): Score | undefined {
  const { qualitySample, yellowAt, redAt } = world.dials
  const { delivered, share } = world.opinions.of(key, world.clock.now())
  if (delivered < qualitySample) return undefined
  if (share >= redAt) return 'RED'
  return share >= yellowAt ? 'YELLOW' : 'GREEN'
}

const worse = (score: Score, than: Score): boolean => ORDER.indexOf(score) > ORDER.indexOf(than)

function judgeNumber(world: World, number: BusinessNumber): void {
  const score = verdict(world, number.id)
  if (!score || !worse(score, number.quality) || score === 'GREEN') return
  changeStanding(world, number, { quality: score })
  watch(world, number.id, () => {
    const now = verdict(world, number.id) ?? 'GREEN'
    if (number.quality !== now) changeStanding(world, number, { quality: now })
    return now === 'GREEN'
  })
}

function judgeTemplate(world: World, template: Template): void {
  const score = verdict(world, template.id)
  if (!score || template.status !== 'APPROVED' || !worse(score, template.quality.score)) return
  rescore(world, template, score)
  if (score === 'RED') climb(world, template, 'quality')
  else if (score === 'YELLOW') {
    watch(world, template.id, () => {
      if (template.status !== 'APPROVED' || template.quality.score !== 'YELLOW') return true
      const now = verdict(world, template.id) ?? 'GREEN'
      if (now === 'GREEN') rescore(world, template, 'GREEN')
      return now === 'GREEN'
    })
  }
}

/** Looks again every six hours until it is well; what was lowered by people rises by itself. */
function watch(world: World, key: string, recovered: () => boolean): void {
  if (world.watched.has(key)) return
  world.watched.add(key)
  const look = (): void => {
    if (recovered()) world.watched.delete(key)
    else world.scheduler.after(CHECK_EVERY, look)
  }
  world.scheduler.after(CHECK_EVERY, look)
}
