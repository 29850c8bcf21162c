// Generated webhooks, three of four of them signed. None of them is answered with a 5xx, none ends the process, nothing that is not signed or
// not whole changes anything, and nothing that can be read is left undone.
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { embeddedPlace, type Place, postgresPlace } from '../bench/run/place.ts'
import type { Torture, TortureContext } from './harness.ts'
import { newPostgres } from './run/postgres.ts'
import { openReceiving } from './run/receiving.ts'

/** Bodies between two looks at what has been kept, and how many of them are as large as Meta's largest. */
const LONG = { bodies: 2_000, large: 4 }
const SHORT = { bodies: 500, large: 2 }
/** Of a long run; the embedded database takes many times as long for each. */
const LOTS = { PGlite: 5, PostgreSQL: 45 }

const torture: Torture = {
  name: 'webhooks',
  title:
    'Generated and mutated webhooks: wrong signatures, cut JSON, wrong types, huge numbers, deep nesting, old and future times, 3 MB, ' +
    'uploads that break off. No 5xx, no crash, nothing unsigned changes anything, and what can be read is obeyed.',
  async run(context) {
    const { temp, later } = context
    const folder = mkdtempSync(join(temp, 'jawort-webhooks-'))
    later(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }))
    await tortureStore(context, 'PGlite', embeddedPlace(folder))
    // Databases of its own on both: whatever `DATABASE_URL` names belongs to somebody else.
    const postgres = await newPostgres(mkdtempSync(join(temp, 'jawort-webhooks-postgres-')))
    later(() => postgres.remove())
    await tortureStore(context, 'PostgreSQL', postgresPlace(postgres.url))
  },
}

export default torture

async function tortureStore(
  { chance, quick, seed, say, tell }: TortureContext,
  store: keyof typeof LOTS,
  place: Place,
): Promise<void> {
  const lot = quick ? SHORT : LONG
  const lots = quick ? 1 : LOTS[store]
  const began = performance.now()
  const receiving = await openReceiving(place, chance)
  try {
    for (let index = 0; index < lots; index++) {
      await receiving.takeLot(seed + index, lot)
      say(`${store}: ${(index + 1) * lot.bodies} of ${lots * lot.bodies} bodies`)
    }
    tell(`${store}, ${Math.round((performance.now() - began) / 1000)} s: ${receiving.told()}`)
  } finally {
    await receiving.close()
  }
}
