import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Names the build by what is in it: the first 12 hex digits of SHA-256 over every source file that reaches the
 * browser, in name order. Each request carries it, so that a consent record can say which bubble was shown (C-14).
 */
export function buildId(folder: string = import.meta.dirname): string {
  const hash = createHash('sha256')
  const files = readdirSync(folder).filter(
    (name) => /^[a-z-]+\.(ts|css)$/.test(name) && name !== 'build-id.ts',
  )
  for (const name of files.sort()) {
    hash
      .update(`${name}\0`)
      .update(readFileSync(join(folder, name)))
      .update('\0')
  }
  return hash.digest('hex').slice(0, 12)
}
