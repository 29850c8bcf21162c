import { setTimeout } from 'node:timers/promises'
import { prepareKey, promoteKey, rewrapBusinessKeys } from '../businesses/index.ts'
import { rewrapPersonKeys } from '../contacts/index.ts'
import type { Config } from '../platform/config.ts'
import { createContext, type Runtime } from '../platform/index.ts'
import { findMasterKeys, keepOnlyMasterKey, replaceMasterKeyFile } from '../platform/vault/index.ts'
import type { Arguments } from './cli.ts'
import { openRuntime } from './runtime.ts'

/**
 * `jawort rotate-keys --master | --businesses`: replaces keys while everything runs; see docs/operate/settings.md. What was sealed
 * before stays readable at every moment, and it can be broken off and run again.
 * @returns 0 done, 1 refused, 2 not understood
 */
export async function rotateKeysCommand(config: Config, args: Arguments): Promise<number> {
  const { master, businesses } = args.values
  if (master === businesses) {
    console.error('Use: jawort rotate-keys --master, or jawort rotate-keys --businesses [--business <slug>]')
    return 2
  }
  const file = master ? replaceMasterKeyFile(config) : undefined
  if (master && !findMasterKeys(config).previous) {
    console.error(
      'Give the new key as JAWORT_MASTER_KEY and the old one as JAWORT_PREVIOUS_MASTER_KEY, restart every process with both, then run this again.',
    )
    return 1
  }
  const { runtime, database } = await openRuntime(config)
  try {
    if (!master) {
      await rotateBusinessKeys(runtime, {
        business: args.values.business,
        pause: setTimeout,
        say: console.log,
      })
      return 0
    }
    const count = await rewrapBusinessKeys(runtime)
    await keepOnlyMasterKey(runtime.db, findMasterKeys(config).current ?? '')
    file?.done()
    console.log(
      `The master key was replaced; ${count} keys were wrapped anew. Back up the new one, apart from the database.` +
        (file ? '' : ' JAWORT_PREVIOUS_MASTER_KEY can go with the next restart.'),
    )
    return 0
  } finally {
    await database.close()
  }
}

interface Rotating {
  /** Only this one, by its short name. */
  business: string | undefined
  pause(ms: number): Promise<unknown>
  say(line: string): void
}

/** New keys for businesses, and the keys of their people wrapped with them. */
export async function rotateBusinessKeys(
  runtime: Runtime,
  { business, pause, say }: Rotating,
): Promise<void> {
  let select = runtime.db.selectFrom('business').select(['business_id', 'slug']).orderBy('slug')
  if (business) select = select.where('slug', '=', business)
  const contexts = (await select.execute()).map(({ business_id: id, slug }) => ({
    slug,
    ctx: createContext(runtime, id, { kind: 'system', job: 'cli.rotate_keys' }),
  }))
  const ready: Date[] = []
  for (const { ctx } of contexts) ready.push(await prepareKey(ctx))
  const waits = Math.max(0, ...ready.map((at) => at.getTime() - runtime.clock.now().getTime()))
  if (waits > 0) say(`Waiting ${Math.ceil(waits / 1000)} seconds, until every process knows the new keys.`)
  await pause(waits)
  for (const { slug, ctx } of contexts) {
    await promoteKey(ctx)
    // A runtime of its own: this one still holds the former key.
    const people = await rewrapPersonKeys(createContext({ ...runtime }, ctx.businessId, ctx.actor))
    say(`${slug}: new key, ${people} people wrapped anew.`)
  }
}
