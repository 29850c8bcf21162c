import type { Counted, Finding } from './facts.ts'
import type { Figures } from './figures.ts'

/** With fewer messages a share says nothing. */
const ENOUGH = 50
/** Shares of delivered messages: up to here few people leave, from here on too many. */
const FEW_LEAVE = 0.005
const MANY_LEAVE = 0.01
const READ_WELL = 0.6
const READ_BADLY = 0.3
const FAIL_OFTEN = 0.1
/** Marketing messages to one person in a month that most people still like. */
const OFTEN = 4

const share = (part: number, of: number) => (of > 0 ? part / of : 0)
const leaving = ({ optOuts, delivered }: Pick<Figures, 'optOuts' | 'delivered'>) => share(optOuts, delivered)

/** What went well in the quarter, in plain findings. Pure. */
export function wentWell({ figures, before, qualityDrops, sample }: Counted): Finding[] {
  const enough = figures.delivered >= ENOUGH
  const found: (Finding | false)[] = [
    enough && leaving(figures) <= FEW_LEAVE && { key: 'few_left', values: { rate: leaving(figures) } },
    enough &&
      before.delivered >= ENOUGH &&
      leaving(figures) < leaving(before) && {
        key: 'fewer_left',
        values: { rate: leaving(figures), before: leaving(before) },
      },
    enough &&
      share(figures.read, figures.delivered) >= READ_WELL && {
        key: 'read_well',
        values: { rate: share(figures.read, figures.delivered) },
      },
    figures.won > figures.optOuts + figures.lapsed && {
      key: 'grown',
      values: { won: figures.won, lost: figures.optOuts + figures.lapsed },
    },
    enough && qualityDrops === 0 && { key: 'quality_held', values: {} },
    sample.checked > 0 &&
      sample.valid + sample.shredded === sample.checked && {
        key: 'sample_holds',
        values: { checked: sample.checked },
      },
  ]
  return found.filter((each) => each !== false)
}

/** What hurt. Pure. */
export function whatHurt(counted: Counted): Finding[] {
  const { figures, qualityDrops, pauses, sample, frequency } = counted
  const enough = figures.delivered >= ENOUGH
  const often = frequency.filter(({ messages }) => messages >= OFTEN)
  const oftenPeople = often.reduce((sum, { people }) => sum + people, 0)
  const found: (Finding | false)[] = [
    sample.missing + sample.damaged > 0 && {
      key: 'sample_broken',
      values: { bad: sample.missing + sample.damaged, checked: sample.checked },
    },
    qualityDrops > 0 && { key: 'quality_fell', values: { times: qualityDrops } },
    pauses > 0 && { key: 'paused', values: { times: pauses } },
    enough && leaving(figures) > MANY_LEAVE && { key: 'many_left', values: { rate: leaving(figures) } },
    figures.sent >= ENOUGH &&
      share(figures.failed, figures.sent) > FAIL_OFTEN && {
        key: 'many_failed',
        values: { rate: share(figures.failed, figures.sent), count: figures.failed },
      },
    enough &&
      share(figures.read, figures.delivered) < READ_BADLY && {
        key: 'read_badly',
        values: { rate: share(figures.read, figures.delivered) },
      },
    oftenPeople > 0 && { key: 'too_often', values: { people: oftenPeople, messages: OFTEN } },
    figures.stopped > 0 && { key: 'stopped', values: { count: figures.stopped } },
    figures.capped > 0 && { key: 'capped', values: { count: figures.capped } },
    figures.lapsed > 0 && { key: 'lapsed', values: { people: figures.lapsed } },
  ]
  return found.filter((each) => each !== false)
}
