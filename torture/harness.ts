import { Chance } from './run/chance.ts'

/** How one torture is run. */
export interface TortureOptions {
  /** A short form for `npm test`: the same faults, fewer of them. */
  quick: boolean
  /** The same seed makes the same choices; what the machine makes of them still differs. */
  seed: number
  /** Folder for databases and logs. */
  temp: string
}

/** What a torture works with. */
export interface TortureContext extends TortureOptions {
  chance: Chance
  /** What happened, in figures: one line of the printed table. */
  tell(text: string): void
  /** Progress, for the person who waits. */
  say(text: string): void
  /** Runs `undo` afterwards, also when the torture failed; the last one first. It is told whether everything held. */
  later(undo: (held: boolean) => Promise<void> | void): void
}

/** One torture; the default export of `torture/<name>.ts`. */
export interface Torture {
  name: string
  /** One sentence: what is done to it, and what must hold. */
  title: string
  /** @throws Violation when something did not hold */
  run(context: TortureContext): Promise<void>
}

/** A guarantee that did not hold; says which one, and for which message or person. */
export class Violation extends Error {}

/** @throws Violation unless `holds` */
export function demand(holds: boolean, sentence: string): asserts holds {
  if (!holds) throw new Violation(sentence)
}

type Undo = (held: boolean) => Promise<void> | void

/** What has been set up and not undone yet. */
let pending: Undo[] = []

/** Ends and removes whatever a torture has set up so far, the last one first. @returns whether that worked */
export async function undoAll(held: boolean): Promise<boolean> {
  let worked = true
  const work = pending.reverse()
  pending = []
  for (const undo of work) {
    try {
      await undo(held)
    } catch (error) {
      console.error(error)
      worked = false
    }
  }
  return worked
}

/** Runs one torture and undoes whatever it set up. @returns whether everything held */
export async function runTorture(torture: Torture, options: TortureOptions): Promise<boolean> {
  const began = performance.now()
  const context: TortureContext = {
    ...options,
    chance: new Chance(options.seed),
    tell: (text) => console.log(`  ${text}`),
    say: (text) => console.error(`  ${torture.name}: ${text}`),
    later: (undo) => void pending.push(undo),
  }
  console.log(`${torture.name} (seed ${options.seed}): ${torture.title}`)
  let held = true
  try {
    await torture.run(context)
  } catch (error) {
    held = false
    if (error instanceof Violation) console.log(`  VIOLATED: ${error.message}`)
    else console.error(error)
  }
  held = (await undoAll(held)) && held
  const seconds = Math.round((performance.now() - began) / 1000)
  console.log(`${held ? '✓' : '✗'} ${torture.name} in ${seconds} s\n`)
  return held
}
