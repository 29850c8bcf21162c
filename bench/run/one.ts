// One bench on one store, in this process; started by bench/main.ts.
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { openDatabase } from '../../server/src/platform/db/index.ts'
import { type Bench, createBench, type Store, type Told } from '../harness.ts'
import { embeddedPlace, type Place, postgresPlace, removePlace } from './place.ts'

/** What main.ts asks for. */
export interface Order {
  bench: string
  store: Store
  quick: boolean
  size: number | null
  temp: string
  postgresUrl: string | null
  postgresPid: number | null
}

process.once('disconnect', () => process.exit(1))
process.once('message', async (message) => {
  const order = message as Order
  const places: Place[] = []
  const module = (await import(`../${order.bench}.ts`)) as { default: Bench }
  const { context, close } = createBench({
    bench: order.bench,
    store: order.store,
    quick: order.quick,
    size: order.size ?? undefined,
    databasePid: order.postgresPid,
    async newPlace() {
      const place = order.postgresUrl
        ? await newDatabase(order.postgresUrl)
        : embeddedPlace(mkdtempSync(join(order.temp, 'jawort-bench-pglite-')))
      places.push(place)
      return place
    },
    tell: (told: Told) => process.send?.(told),
  })
  let code = 0
  try {
    await module.default.run(context)
  } catch (error) {
    console.error(error)
    code = 1
  }
  try {
    await close()
    for (const place of places)
      await (order.postgresUrl ? dropDatabase(order.postgresUrl, place) : removePlace(place))
  } catch (error) {
    console.error(error)
    code = 1
  }
  process.exit(code)
})

let databases = 0

async function newDatabase(serverUrl: string): Promise<Place> {
  const url = new URL(serverUrl)
  url.pathname = `/bench_${process.pid}_${++databases}`
  await command(serverUrl, `create database ${url.pathname.slice(1)}`)
  return postgresPlace(url.href)
}

async function dropDatabase(serverUrl: string, place: Place): Promise<void> {
  const name = new URL(place.DATABASE_URL ?? '').pathname.slice(1)
  await command(serverUrl, `drop database if exists ${name} with (force)`)
}

async function command(url: string, text: string): Promise<void> {
  const database = await openDatabase({ databaseUrl: url, dataDir: 'memory', poolSize: 1 })
  await sql.raw(text).execute(database.db)
  await database.close()
}
