import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrate, openDatabase } from '../platform/db/index.ts'

/** Migrates once and hands every test file a copy of the result. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'jawort-pglite-'))
  const database = await openDatabase({ databaseUrl: undefined, dataDir: 'memory' })
  await migrate(database)
  // Every file starts its copy: clearing a pool of the usual 128 MB and replaying the log took a third of that.
  await database.pglite?.exec("alter system set shared_buffers = '16MB'")
  await database.pglite?.exec('checkpoint')
  const dump = await database.pglite?.dumpDataDir('none')
  await database.close()
  if (!dump) throw new Error('PGlite gave no dump of its data folder.')
  const file = join(folder, 'template.tar')
  writeFileSync(file, Buffer.from(await dump.arrayBuffer()))
  project.provide('store', 'pglite')
  project.provide('cluster', false)
  project.provide('pgliteTemplate', file)
  return () => rmSync(folder, { recursive: true, force: true })
}
