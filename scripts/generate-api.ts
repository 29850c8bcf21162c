import { readFileSync, writeFileSync } from 'node:fs'
import openapiTS, { astToString } from 'openapi-typescript'
import { describeApi } from '../server/src/app/describe-api.ts'

const DOCUMENT = 'openapi.json'
const TYPES = 'admin/src/api/types.gen.ts'

/**
 * Writes the API's document and the admin's types from it, or only compares them.
 * @returns a sentence with the cure when `check` is set and a file is not what the routes say
 */
export async function generateApi(check: boolean): Promise<string | undefined> {
  const document = await describeApi()
  const wanted = {
    [DOCUMENT]: `${JSON.stringify(document, null, 2)}\n`,
    [TYPES]: astToString(await openapiTS(document as Parameters<typeof openapiTS>[0])),
  }
  if (!check) {
    for (const [file, text] of Object.entries(wanted)) writeFileSync(file, text)
    return undefined
  }
  const stale = Object.entries(wanted).filter(([file, text]) => readFileSync(file, 'utf8') !== text)
  return stale.length > 0
    ? `${stale.map(([file]) => file).join(' and ')} is not what the routes say: run \`npm run generate\`.`
    : undefined
}
