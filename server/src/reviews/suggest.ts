import type { Counted, ReviewFacts } from './facts.ts'
import type { Frequency } from './figures.ts'

type Suggestion = ReviewFacts['suggestions'][number]

/** A message that nobody wanted or got weighs this much of a person who leaves. */
const IN_VAIN = 0.05
const NEARLY = 0.9
/** What would change less than this is noise. */
const LEAST = 0.5

const sum = <T>(items: readonly T[], of: (item: T) => number) =>
  items.reduce((total, item) => total + of(item), 0)

/**
 * What would help most, in order of effect: people who would not have left, and messages that would not have gone in vain, as the
 * business's own figures of the quarter say. Pure.
 */
export function suggest({ figures, frequency, campaigns, topics }: Counted): Suggestion[] {
  const average = figures.delivered > 0 ? figures.optOuts / figures.delivered : 0
  const other = figures.failed - figures.unreachable - figures.capped - figures.stopped
  const found: (Suggestion | null)[] = [
    lessOften(frequency),
    worst(
      'campaign',
      campaigns.map(({ name, ...group }) => ({ ...group, values: { name } })),
      average,
    ),
    topics.length > 1
      ? worst(
          'topic',
          topics.map(({ de, en, ...group }) => ({ ...group, values: { de, en } })),
          average,
        )
      : null,
    {
      key: 'silent',
      values: { people: figures.silentPeople, messages: figures.silentMessages },
      effect: figures.silentMessages * IN_VAIN,
    },
    {
      key: 'unreachable',
      values: { messages: figures.unreachable },
      effect: figures.unreachable * IN_VAIN,
    },
    // Meta's own word that a person has had enough weighs twice.
    { key: 'capped', values: { messages: figures.capped }, effect: figures.capped * IN_VAIN * 2 },
    { key: 'failures', values: { messages: other }, effect: other * IN_VAIN },
  ]
  return found
    .filter((each) => each !== null)
    .filter(({ effect }) => effect >= LEAST)
    .sort((a, b) => b.effect - a.effect || a.key.localeCompare(b.key))
}

/**
 * "Low frequency, high relevance" in the business's own numbers: up to how many messages in a month few people leave, how many leave
 * beyond that, and how many would have stayed if it had been kept.
 */
function lessOften(frequency: readonly Frequency[]): Suggestion | null {
  const options = [1, 2, 3, 4].map((upTo) => {
    const [some, more] = [
      frequency.filter(({ messages }) => messages <= upTo),
      frequency.filter(({ messages }) => messages > upTo),
    ]
    const [people, peopleMore] = [sum(some, (each) => each.people), sum(more, (each) => each.people)]
    if (people === 0 || peopleMore === 0) return null
    const rate = sum(some, (each) => each.optOuts) / people
    const left = sum(more, (each) => each.optOuts)
    const effect = left - peopleMore * rate
    return {
      key: 'less_often',
      values: { upTo, rate, rateMore: left / peopleMore, people: peopleMore, stay: Math.round(effect) },
      effect,
    }
  })
  const most = Math.max(...options.map((option) => option?.effect ?? 0))
  // Of those that help about as much, the one that asks for the least.
  return options.findLast((option) => option && most > 0 && option.effect >= most * NEARLY) ?? null
}

interface Candidate {
  delivered: number
  optOuts: number
  values: Record<string, string>
}

/** Where more people left than on average, most of all. */
function worst(key: string, groups: readonly Candidate[], average: number): Suggestion | null {
  const [most] = groups
    .map((group) => ({ ...group, excess: group.optOuts - group.delivered * average }))
    .sort((a, b) => b.excess - a.excess)
  if (!most || most.delivered === 0) return null
  const rate = most.optOuts / most.delivered
  return {
    key,
    values: { ...most.values, rate, average, stay: Math.round(most.excess) },
    effect: most.excess,
  }
}
