import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

const ENDINGS = /\.(ts|tsx|mjs|sql|md|json|html|css|py|svg|png)$/

/** Documents must not name files that are gone: paths in backticks, and links to files. */
export function checkDocs(): string[] {
  const complaints: string[] = []
  const files = globSync('**/*.md', { exclude: (path) => /node_modules|dist/.test(String(path)) })
  for (const file of files) {
    const text = readFileSync(file, 'utf8')
    const named = [...text.matchAll(/`([\w./-]+\/[\w.-]+)`/g)]
      .map((match) => match[1] ?? '')
      .filter((path) => ENDINGS.test(path))
    const linked = [...text.matchAll(/\]\(([^)#\s]+)\)/g)]
      .map((match) => match[1] ?? '')
      .filter((path) => !/^(https?|mailto):/.test(path))
    for (const path of [...named, ...linked]) {
      const places = [path, join(dirname(file), path), join('server', path), join('server/src', path)]
      if (!places.some((place) => existsSync(normalize(place)))) {
        complaints.push(`${file} names ${path}, which is not there: correct or remove it.`)
      }
    }
  }
  return complaints
}
