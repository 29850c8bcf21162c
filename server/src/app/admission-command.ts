import { decideAdmission, findAdmission } from '../admission/index.ts'
import { getBusiness } from '../businesses/index.ts'
import type { Config } from '../platform/config.ts'
import { createContext, Problem, type Runtime } from '../platform/index.ts'
import type { Arguments } from './cli.ts'
import { Live } from './live.ts'
import { openRuntime } from './runtime.ts'
import { wire } from './wire.ts'

const USE = 'Use: jawort admission [approve|refuse <business> --reason <why>]'

/**
 * `jawort admission`: what every business says about itself and who asks to be let in; with a verdict, the operator decides
 * (C-70), as on their page. That it was decided here is kept with the decision. The embedded database serves one process: stop the
 * server first.
 * @returns 0 when it is done, 1 when it may not be, 2 when it was asked wrongly
 */
export async function admissionCommand(config: Config, args: Arguments): Promise<number> {
  const [, verdict, slug] = args.positionals
  const { reason } = args.values
  if (verdict !== undefined && (!['approve', 'refuse'].includes(verdict) || !slug || !reason)) {
    console.error(USE)
    return 2
  }
  const { runtime, database } = await openRuntime(config)
  try {
    if (verdict === undefined) return await list(runtime)
    const business = await runtime.db
      .selectFrom('business')
      .select('business_id')
      .where('slug', '=', slug ?? '')
      .executeTakeFirst()
    if (!business) {
      console.error(`There is no business "${slug}".`)
      return 2
    }
    // Whoever asked is told by mail, once the server runs.
    wire(runtime, new Live())
    await runtime.jobs.prepare()
    const ctx = contextOf(runtime, business.business_id)
    await decideAdmission(ctx, { approve: verdict === 'approve', reason: reason ?? '' })
    console.log(verdict === 'approve' ? `${slug} is let in.` : `${slug} is not let in.`)
    return 0
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    console.error([error.sentence.en, ...Object.values(error.fields ?? {}).map((cure) => cure.en)].join('\n'))
    return 1
  } finally {
    await runtime.jobs.stop(1_000)
    await database.close()
  }
}

const contextOf = (runtime: Runtime, businessId: string) =>
  createContext(runtime, businessId, { kind: 'system', job: 'cli.admission' })

async function list(runtime: Runtime): Promise<number> {
  const rows = await runtime.db.selectFrom('business').select('business_id').orderBy('slug').execute()
  for (const { business_id } of rows) {
    const ctx = contextOf(runtime, business_id)
    const [{ slug, legalName, imprintUrl, state }, kept] = [await getBusiness(ctx), await findAdmission(ctx)]
    console.log(`${slug}: ${state}, ${kept?.state ?? 'no application'}`)
    if (kept?.state !== 'applied') continue
    const { vertical, registration, listOrigin, listOriginText, sampleTexts } = kept.application
    console.log(`  ${legalName}, ${registration}; imprint ${imprintUrl ?? 'missing'}; ${vertical}`)
    console.log(`  lists: ${listOrigin} ${listOriginText}`)
    for (const text of sampleTexts) console.log(`  sample: ${text}`)
  }
  return 0
}
