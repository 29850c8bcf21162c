import { createReadStream } from 'node:fs'
import { chmod, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createField } from '../server/src/contacts/fields.ts'
import { importContacts } from '../server/src/contacts/index.ts'
import { createContext, newId } from '../server/src/platform/index.ts'
import type { Bench } from './harness.ts'
import { copyBare, writeAgain } from './people-file/copy.ts'
import { writePeopleFile } from './people-file/write.ts'
import { seedShop } from './seed/shop.ts'

const MAPPING = {
  phoneColumn: 'Telefon',
  nameColumn: 'Name',
  languageColumn: 'Sprache',
  attributes: { Stadt: 'stadt' },
}

const bench: Bench = {
  name: 'import',
  title:
    'A CSV file of people who are all new: every number checked, everybody sealed with a key of their own, findable by name and ' +
    'number, with progress. From the first byte read to the last row committed.',
  stores: ['postgres', 'pglite'],
  async run(bench) {
    const rows = bench.size ?? (bench.quick ? 5_000 : bench.store === 'pglite' ? 100_000 : 1_000_000)
    const folder = await mkdtemp(join(tmpdir(), 'jawort-bench-import-'))
    bench.later(() => rm(folder, { recursive: true }))
    // The database reads the file too, as a system user of its own.
    await chmod(folder, 0o755)
    const path = join(folder, 'people.csv')
    bench.say(`writing a file of ${rows} people …`)
    await writePeopleFile(path, rows)

    const opened = await bench.openRuntime()
    const { businessId } = await seedShop(opened.runtime, 80)
    const ctx = createContext(opened.runtime, businessId, {
      kind: 'member',
      memberId: newId(),
      role: 'owner',
    })
    await createField(ctx, { key: 'stadt', label: 'Stadt', type: 'text', purpose: 'Einladungen in der Nähe' })

    bench.say('importing …')
    const memory = watchMemory()
    const cpu = process.cpuUsage()
    const begin = performance.now()
    const { size } = await stat(path)
    const done = await importContacts(ctx, {
      fileName: 'people.csv',
      mapping: MAPPING,
      bytes: memory.watching(createReadStream(path), size / 10),
    })
    const seconds = (performance.now() - begin) / 1000
    const { user, system } = process.cpuUsage(cpu)
    memory.stop()
    if (done.state !== 'finished' || done.rowsGood !== rows)
      throw new Error(
        `${done.rowsGood} of ${rows} rows were taken: ${JSON.stringify(done.problems.slice(0, 3))}`,
      )

    bench.say('the bare limit …')
    const bare = Math.min(await copyBare(opened, path), await copyBare(opened, path))
    const limit = rows / (bare / 1000)
    const against = 'COPY of the same file into a table keyed by number, unsealed'
    bench.report({ value: rows / seconds, unit: 'rows/s', limit, against })
    bench.say('the same rows by the database alone …')
    bench.report({
      name: 'import.rows',
      value: rows / seconds,
      unit: 'rows/s',
      limit: rows / ((await writeAgain(opened)) / 1000),
      against: 'the database alone writes these rows, sealed already, into tables with the same indexes',
    })
    bench.report({
      name: 'import.time',
      value: seconds,
      unit: 's',
      limit: 90,
      against: 'to stay below, for 1,000,000 rows',
    })
    bench.report({
      name: 'import.cpu',
      value: (user + system) / rows,
      unit: 'µs/row',
      limit: (bare * 1000) / rows,
      against: 'time of COPY; on PostgreSQL without the database',
    })
    if (bench.store === 'postgres')
      bench.report({
        name: 'import.memory',
        value: memory.peakMb(),
        unit: 'MB',
        limit: memory.firstPeakMb(),
        against: 'the peak in the first tenth of the file; flat when they are alike',
      })
  },
}

/** The process's largest memory, looked at twenty times a second, and what it was when so many bytes were read. */
function watchMemory() {
  let peak = 0
  let firstPeak = 0
  const look = () => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }
  const timer = setInterval(look, 50)
  return {
    async *watching(bytes: AsyncIterable<Uint8Array>, first: number) {
      let read = 0
      for await (const piece of bytes) {
        read += piece.length
        if (read >= first && firstPeak === 0) {
          look()
          firstPeak = peak
        }
        yield piece
      }
    },
    stop() {
      look()
      clearInterval(timer)
    },
    peakMb: () => peak / 2 ** 20,
    firstPeakMb: () => firstPeak / 2 ** 20,
  }
}

export default bench
