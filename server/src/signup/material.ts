import { z } from 'zod'
import { getBusiness } from '../businesses/index.ts'
import { CHAT_LANGUAGES, chatLanguage, topicName, topicsById } from '../consent/index.ts'
import type { Context } from '../platform/index.ts'
import { escapeMarkup } from './escape-markup.ts'
import { MATERIAL } from './material-texts.ts'
import { posterSvg } from './poster.ts'
import { getSource } from './source.ts'

export const MaterialQuery = z.object({ language: z.enum(CHAT_LANGUAGES).optional() })

export const Material = z.object({
  language: z.enum(CHAT_LANGUAGES),
  mail: z.object({ subject: z.string(), text: z.string() }),
  /** Plain HTML without a script: a link that opens the chat. */
  banner: z.object({ html: z.string() }),
  /** A4, as SVG */
  poster: z.object({ svg: z.string() }),
})
export type Material = z.infer<typeof Material>

/**
 * What a business needs to ask people whose yes it cannot prove: a poster, a text for a mail, a banner for the shop. All of
 * it leads to the person writing first; nothing here sends anything to anybody (C-04, C-19).
 * @throws Problem `not_found`
 */
export async function sourceMaterial(
  ctx: Context,
  sourceId: string,
  input: z.input<typeof MaterialQuery>,
): Promise<Material> {
  const { language: wanted } = MaterialQuery.parse(input)
  const source = await getSource(ctx, sourceId)
  const business = await getBusiness(ctx)
  const language = wanted ?? chatLanguage(business.language, 'en')
  const words = MATERIAL[language]
  const names = await topicsById(ctx)
  const topics = source.topicIds.map((id) => topicName(names.get(id), language)).join(', ')
  const parts = { business: business.name, topics, link: source.link, privacyUrl: business.privacyUrl }
  return {
    language,
    mail: { subject: words.subject(business.name), text: words.mail(parts) },
    banner: { html: bannerHtml(words.banner(business.name), source.link) },
    poster: {
      svg: posterSvg(source.link, {
        headline: words.headline(business.name),
        how: words.how(topics),
        leave: words.leave(business.privacyUrl),
      }),
    },
  }
}

const bannerHtml = (text: string, link: string) =>
  `<a href="${escapeMarkup(link)}" target="_blank" rel="noopener noreferrer" style="display:block;padding:14px 18px;border-radius:10px;background:#0b6b4f;color:#fff;font:600 16px/1.4 system-ui,sans-serif;text-align:center;text-decoration:none">${escapeMarkup(text)}</a>`
