import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { getBusiness, linkPrivacyPage } from '../businesses/index.ts'
import { CHAT_LANGUAGES } from '../consent/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, Problem, type Runtime, withTransaction } from '../platform/index.ts'
import { missingElements, NoticeContent, type NoticeElement } from './notice-content.ts'
import { NOTICE_WORDS } from './notice-words/index.ts'
import { recordHash } from './versions.ts'

export interface Notice {
  language: string
  version: number
  hash: string
  content: NoticeContent
  publishedAt: Date
}

/** Every version of every language, newest first. */
export async function listNotices(ctx: Context): Promise<Notice[]> {
  requireRole(ctx, 'dpo', 'marketer')
  return readNotices(ctx)
}

async function readNotices(ctx: Pick<Context, 'db' | 'businessId'>): Promise<Notice[]> {
  const rows = await ctx.db
    .selectFrom('privacy_notice')
    .selectAll()
    .where('business_id', '=', ctx.businessId)
    .orderBy('published_at', 'desc')
    .orderBy('version', 'desc')
    .execute()
  return rows.map((row) => ({
    language: row.language,
    version: row.version,
    hash: row.hash,
    content: NoticeContent.parse(row.content),
    publishedAt: row.published_at,
  }))
}

/** The notice as it is shown in this language; null when none was published. */
export async function currentNotice(
  ctx: Pick<Context, 'db' | 'businessId'>,
  language: string,
): Promise<Notice | null> {
  return (await readNotices(ctx)).find((notice) => notice.language === language) ?? null
}

/** The address of the notice that Jawort shows, for businesses without a page of their own. */
function noticeUrl(runtime: Pick<Runtime, 'config'>, slug: string): string {
  return `${runtime.config.publicUrl}/notice/${slug}`
}

export const PublishNoticeInput = z.object({ language: z.enum(CHAT_LANGUAGES), content: NoticeContent })

/**
 * Publishes the notice of Art. 13 in one language as a new, immutable version; the same text twice is one version. A business
 * without a privacy page of its own gets this one: wherever its page is linked, from the bubble to the question, this is.
 * @throws Problem `notice_incomplete` naming each element that says nothing
 */
export async function publishNotice(
  ctx: Context,
  input: z.input<typeof PublishNoticeInput>,
): Promise<Notice> {
  requireRole(ctx, 'dpo')
  const { language, content } = PublishNoticeInput.parse(input)
  const missing = missingElements(content)
  if (missing.length > 0) throw incomplete(missing)
  return withTransaction(ctx, async (tx) => {
    const hash = recordHash(content)
    const last = (await readNotices(tx)).find((notice) => notice.language === language)
    if (last?.hash === hash) return last
    const version = (last?.version ?? 0) + 1
    const publishedAt = tx.clock.now()
    await tx.db
      .insertInto('privacy_notice')
      .values({
        business_id: tx.businessId,
        language,
        version,
        hash,
        content: JSON.stringify(content),
        published_at: publishedAt,
        published_by: tx.actor.kind === 'member' ? tx.actor.memberId : null,
      })
      .execute()
    await recordAudit(tx, {
      action: 'notice.publish',
      entity: 'notice',
      entityId: `${language}:${version}`,
      after: { version, hash },
    })
    const business = await getBusiness(tx)
    if (!business.privacyUrl) await linkPrivacyPage(tx, noticeUrl(tx, business.slug))
    return { language, version, hash, content, publishedAt }
  })
}

function incomplete(missing: readonly NoticeElement[]): Problem {
  const say = (language: 'de' | 'en') =>
    missing.map((element) => NOTICE_WORDS[language].names[element]).join(', ')
  return new Problem(
    'invalid',
    'notice_incomplete',
    {
      de: `Dem Hinweis fehlt noch etwas, das Art. 13 DSGVO verlangt: ${say('de')}.`,
      en: `The notice still lacks something that Article 13 GDPR asks for: ${say('en')}.`,
    },
    Object.fromEntries(
      missing.map((element) => [
        element,
        { de: 'Bitte schreibe hier etwas Konkretes hinein.', en: 'Please write something definite here.' },
      ]),
    ),
  )
}

/** What a person reads under the notice's address: the wanted language, else the business's, else any. */
export async function findPublicNotice(
  runtime: Runtime,
  slug: string,
  wanted: string | undefined,
): Promise<{ businessName: string; imprintUrl: string | null; notice: Notice; languages: string[] } | null> {
  const row = await runtime.db
    .selectFrom('business')
    .select(['business_id', 'legal_name', 'imprint_url', 'language'])
    .where('slug', '=', slug)
    .executeTakeFirst()
  if (!row) return null
  const notices = await readNotices({ db: runtime.db, businessId: row.business_id })
  const newest = (language: string | undefined) => notices.find((notice) => notice.language === language)
  const notice = newest(wanted?.slice(0, 2).toLowerCase()) ?? newest(row.language) ?? notices[0]
  if (!notice) return null
  const languages = [...new Set(notices.map((each) => each.language))].sort()
  return { businessName: row.legal_name, imprintUrl: row.imprint_url, notice, languages }
}
