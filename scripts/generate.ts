import { generateApi } from './generate-api.ts'
import { generateDbTypes } from './generate-db-types.ts'
import { generateMatrix } from './generate-matrix.ts'

/** Writes everything that is generated; with `--check` compares instead, and fails with the cure. */
const check = process.argv.includes('--check')
const complaints = [
  await generateDbTypes(check),
  await generateMatrix(check),
  await generateApi(check),
].filter((complaint) => complaint !== undefined)
for (const complaint of complaints) console.error(complaint)
process.exit(complaints.length > 0 ? 1 : 0)
