import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { Context } from '../platform/index.ts'
import type { Content } from './content.ts'
import { SENDING } from './in-use.ts'
import { toMetaComponents } from './meta.ts'
import { findTemplate, type Template } from './template.ts'

/** What submitting a text would bring about. */
export const Submission = z.object({
  effect: z
    .enum(['review', 'at_once', 'nothing'])
    .describe(
      'review: Meta reviews it; at_once: only what Meta does not review has changed, it counts at once; nothing: it is what Meta has',
    ),
  blockedBy: z
    .array(z.object({ id: z.uuid(), name: z.string(), state: z.string() }))
    .describe('Campaigns that must send what was reviewed: the change waits until they are over or changed'),
})
export type Submission = z.infer<typeof Submission>

/** Pure: what a change of a template means to Meta. */
export function effectOf(
  current: Pick<Template, 'state' | 'category' | 'content'>,
  next: Pick<Template, 'category' | 'content'>,
): Submission['effect'] {
  if (current.state !== 'approved' && current.state !== 'paused') return 'review'
  if (next.category !== current.category) return 'review'
  if (isDeepStrictEqual(next.content, current.content)) return 'nothing'
  return looksSameToMeta(current.content, next.content) ? 'at_once' : 'review'
}

/** Files, the place on the map and what stands behind links are said in each message: Meta reviews only that they are there. */
function looksSameToMeta(before: Content, after: Content): boolean {
  const seen = (content: Content) => JSON.stringify(toMetaComponents(content, () => ''))
  return seen(before) === seen(after)
}

/** What submitting would do to a template that exists; a text without one is new. @throws Problem `not_found` */
export async function submissionOf(
  ctx: Context,
  templateId: string | undefined,
  next: Pick<Template, 'category' | 'content'>,
): Promise<Submission> {
  if (!templateId) return { effect: 'review', blockedBy: [] }
  const current = await findTemplate(ctx, templateId)
  const effect = effectOf(current, next)
  if (effect === 'nothing' || (current.state !== 'approved' && current.state !== 'paused'))
    return { effect, blockedBy: [] }
  const blockedBy = await ctx.db
    .selectFrom('campaign')
    .select(['campaign_id as id', 'name', 'state'])
    .where('business_id', '=', ctx.businessId)
    .where('template_id', '=', templateId)
    .where('state', 'in', SENDING)
    .orderBy('updated_at', 'desc')
    .execute()
  return { effect, blockedBy }
}
