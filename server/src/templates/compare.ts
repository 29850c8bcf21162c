import { z } from 'zod'
import { requireRole } from '../platform/authorise.ts'
import { type Context, notFound } from '../platform/index.ts'
import type { Content } from './content.ts'
import { findTemplate } from './template.ts'
import { listVersions } from './versions.ts'

const Side = z.union([z.literal('draft'), z.coerce.number().int().min(1)])
export const CompareInput = z.object({ from: Side, to: Side.default('draft') })

export const Comparison = z.object({
  changes: z.array(
    z.object({ where: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
  ),
})
export type Comparison = z.infer<typeof Comparison>

interface Text {
  category: string
  content: Content
}

/** What differs between two versions, or a version and the text being worked on. @throws Problem `not_found` */
export async function compareVersions(
  ctx: Context,
  templateId: string,
  input: z.input<typeof CompareInput>,
): Promise<Comparison> {
  requireRole(ctx, 'marketer', 'agent', 'dpo')
  const { from, to } = CompareInput.parse(input)
  const template = await findTemplate(ctx, templateId)
  const versions = await listVersions(ctx, templateId)
  const side = (wanted: z.infer<typeof Side>): Text => {
    if (wanted === 'draft') return template.draft ?? template
    const found = versions.find(({ version }) => version === wanted)
    if (!found) throw notFound({ de: 'Diese Fassung', en: 'This version' })
    return found
  }
  return { changes: differences(side(from), side(to)) }
}

/** Every place whose text differs, in the order of a message; null where one side has nothing. */
function differences(before: Text, after: Text): Comparison['changes'] {
  const [left, right] = [flat(before), flat(after)]
  return [...new Set([...left.keys(), ...right.keys()])]
    .map((where) => ({ where, before: left.get(where) ?? null, after: right.get(where) ?? null }))
    .filter((change) => change.before !== change.after)
}

/** All that a text says, by place: `body`, `buttons.0.text`, `cards.1.header.url`. */
function flat({ category, content }: Text): Map<string, string> {
  const found = new Map<string, string>([['category', category]])
  const walk = (value: unknown, path: string): void => {
    if (value === undefined || value === null) return
    if (typeof value === 'object') {
      for (const [key, inner] of Object.entries(value)) walk(inner, path ? `${path}.${key}` : key)
    } else found.set(path, String(value))
  }
  walk(content, '')
  return found
}
