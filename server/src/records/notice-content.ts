import { z } from 'zod'

/** What Art. 13 asks a notice to tell, in the order in which people read it. */
export const NOTICE_ELEMENTS = [
  'controller',
  'dpo',
  'purposes',
  'basis',
  'recipients',
  'transfer',
  'retention',
  'rights',
  'complaint',
] as const
export type NoticeElement = (typeof NOTICE_ELEMENTS)[number]

const Part = z.string().trim().max(4_000).default('')
export const NoticeContent = z.object(
  Object.fromEntries(NOTICE_ELEMENTS.map((element) => [element, Part])) as Record<NoticeElement, typeof Part>,
)
export type NoticeContent = z.infer<typeof NoticeContent>

/** Where the law asks for it; `citation` writes it as other languages do. */
export const NOTICE_ARTICLES: Record<NoticeElement, string> = {
  controller: 'Art. 13(1)(a)',
  dpo: 'Art. 13(1)(b)',
  purposes: 'Art. 13(1)(c)',
  basis: 'Art. 13(1)(c), (d)',
  recipients: 'Art. 13(1)(e)',
  transfer: 'Art. 13(1)(f)',
  retention: 'Art. 13(2)(a)',
  rights: 'Art. 13(2)(b), (c)',
  complaint: 'Art. 13(2)(d)',
}

/** Shorter than this nothing is said. */
const LEAST = 8

/** Elements that say nothing yet (C-13). Empty: the notice is complete. */
export function missingElements(content: NoticeContent): NoticeElement[] {
  return NOTICE_ELEMENTS.filter((element) => content[element].trim().length < LEAST)
}
