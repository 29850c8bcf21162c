import { z } from 'zod'
import { Business, getBusiness } from '../businesses/index.ts'
import { requireOperator } from '../platform/authorise.ts'
import { type Context, createContext, notFound } from '../platform/index.ts'
import { type DecisionInput, decideAdmission } from './decide.ts'
import { AdmissionView, readAdmission } from './read-admission.ts'

const STEPS = new Map<string, 'applied' | 'approved' | 'refused'>([
  ['admission.apply', 'applied'],
  ['admission.approve', 'approved'],
  ['admission.refuse', 'refused'],
])

export const AdmissionFile = z.object({
  about: Business.pick({
    slug: true,
    name: true,
    legalName: true,
    country: true,
    imprintUrl: true,
    privacyUrl: true,
    contactEmail: true,
  }),
  admission: AdmissionView,
  /** What happened at the door, newest first; nobody is named for the command line, nor for who has left. */
  history: z.array(
    z.object({
      at: z.iso.datetime(),
      what: z.enum(['applied', 'approved', 'refused']),
      by: z.string().nullable(),
      atCommandLine: z.boolean(),
      reason: z.string().nullable(),
    }),
  ),
})

/** One business at the door, as the operator judges it (C-70). @throws Problem `operator_only`, `not_found` */
export async function readAdmissionFile(
  ctx: Context,
  slug: string,
  language: 'de' | 'en',
): Promise<z.infer<typeof AdmissionFile>> {
  const inside = await within(ctx, slug)
  return {
    about: await getBusiness(inside),
    admission: await readAdmission(inside, language),
    history: await historyOf(inside),
  }
}

/** Decides as the operator. @throws Problem `operator_only`, `not_found` and those of `decideAdmission` */
export async function decideAsOperator(
  ctx: Context,
  slug: string,
  input: z.input<typeof DecisionInput>,
): Promise<void> {
  await decideAdmission(await within(ctx, slug), input)
}

/** The operator, inside one business. */
async function within(ctx: Context, slug: string): Promise<Context> {
  requireOperator(ctx)
  const row = await ctx.db
    .selectFrom('business')
    .select('business_id')
    .where('slug', '=', slug)
    .executeTakeFirst()
  if (!row) throw notFound({ de: 'Dieses Unternehmen', en: 'This business' })
  return createContext(ctx.runtime, row.business_id, ctx.actor)
}

const Actor = z.looseObject({
  kind: z.string(),
  memberId: z.string().optional(),
  accountId: z.string().optional(),
})
const After = z.looseObject({ reason: z.string().nullable().catch(null) }).catch({ reason: null })

async function historyOf(ctx: Context): Promise<z.infer<typeof AdmissionFile>['history']> {
  const entries = await ctx.db
    .selectFrom('audit_entry')
    .select(['at', 'action', 'actor', 'after'])
    .where('business_id', '=', ctx.businessId)
    .where('action', 'in', [...STEPS.keys()])
    .orderBy('audit_id', 'desc')
    .execute()
  const members = await ctx.db
    .selectFrom('member as m')
    .innerJoin('account as a', 'a.id', 'm.account_id')
    .select(['m.member_id as id', 'a.name'])
    .where('m.business_id', '=', ctx.businessId)
    .execute()
  const operators = await ctx.db
    .selectFrom('account')
    .select(['id', 'name'])
    .where('operator', '=', true)
    .execute()
  const names = new Map([...members, ...operators].map(({ id, name }) => [id, name]))
  return entries.map(({ at, action, actor, after }) => {
    const { kind, memberId, accountId } = Actor.parse(actor)
    return {
      at: at.toISOString(),
      what: STEPS.get(action) ?? 'applied',
      by: names.get(memberId ?? accountId ?? '') ?? null,
      atCommandLine: kind === 'system',
      reason: After.parse(after).reason,
    }
  })
}
