#!/usr/bin/env -S MALLOC_ARENA_MAX=2 node --max-semi-space-size=16 --max-old-space-size=1024
// The whole program is read as TypeScript: what Node makes of it is kept for the next start, which saves a second and, because
// nothing has to be kept for compiling, a quarter of the memory.
import { enableCompileCache } from 'node:module'

enableCompileCache()
const { run } = await import('./app/cli.ts')
const code = await run(process.argv.slice(2))
// What failed may have left something that waits for a database; nobody restarts a process that does not end.
if (code !== 0) process.exit(code)
