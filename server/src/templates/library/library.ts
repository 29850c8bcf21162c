import { z } from 'zod'
import { getBusiness } from '../../businesses/index.ts'
import { requireRole } from '../../platform/authorise.ts'
import type { Language } from '../../platform/http/index.ts'
import { type Context, withTransaction } from '../../platform/index.ts'
import { Content } from '../content.ts'
import { createTemplate, freeName } from '../create.ts'
import { Category, type Template } from '../template.ts'
import { buildCase, CASE_KEYS, LIBRARY_LANGUAGES } from './build.ts'
import { CASES } from './cases.ts'

export const LibraryQuery = z.object({ language: z.enum(LIBRARY_LANGUAGES).default('de') })

/** A ready-made lawful template, as it would start for this business. */
export const LibraryEntry = z.object({
  key: z.enum(CASE_KEYS),
  title: z.string(),
  /** When to use it, and what it needs. */
  purpose: z.string(),
  category: Category,
  language: z.enum(LIBRARY_LANGUAGES),
  languages: z.array(z.enum(LIBRARY_LANGUAGES)),
  name: z.string(),
  content: Content,
})
export type LibraryEntry = z.infer<typeof LibraryEntry>

/** All ready-made templates in one language. @param reader in which language titles and purposes are said */
export async function listLibrary(
  ctx: Context,
  input: z.input<typeof LibraryQuery>,
  reader: Language,
): Promise<LibraryEntry[]> {
  requireRole(ctx, 'marketer', 'agent', 'dpo')
  const { language } = LibraryQuery.parse(input)
  const { name: business } = await getBusiness(ctx)
  return CASE_KEYS.map((key) => ({
    key,
    title: CASES[key].title[reader],
    purpose: CASES[key].purpose[reader],
    category: CASES[key].category,
    language,
    languages: [...LIBRARY_LANGUAGES],
    name: key,
    content: buildCase(key, language, business),
  }))
}

export const FromLibraryParams = z.object({ key: z.enum(CASE_KEYS) })
export const FromLibraryInput = z.object({
  channelId: z.uuid(),
  language: z.enum(LIBRARY_LANGUAGES),
  name: z
    .string()
    .regex(/^[a-z0-9_]{1,512}$/)
    .optional(),
})

/**
 * Makes a draft from a ready-made template; without a name it takes that of the case, with a number where it is taken.
 * @throws Problem `not_found` (channel), `template_exists`
 */
export async function draftFromLibrary(
  ctx: Context,
  key: LibraryEntry['key'],
  input: z.input<typeof FromLibraryInput>,
): Promise<Template> {
  requireRole(ctx, 'marketer')
  const { channelId, language, name } = FromLibraryInput.parse(input)
  const { name: business } = await getBusiness(ctx)
  return withTransaction(ctx, async (tx) =>
    createTemplate(tx, {
      channelId,
      language,
      category: CASES[key].category,
      name: name ?? (await freeName(tx, { channelId, name: key, language })),
      content: buildCase(key, language, business),
    }),
  )
}
