import type { Content } from '../api/campaign-entities.ts'

/** What a phone shows of a message: a template's content, or words of our own in the same shape. */
export type ShownContent = Content
export type ShownHeader = NonNullable<ShownContent['header']>
export type ShownFile = Extract<ShownHeader, { format: 'image' | 'video' | 'document' }>
export type ShownPlace = Extract<ShownHeader, { format: 'location' }>
export type ShownButton = ShownContent['buttons'][number]
export type ShownCard = NonNullable<ShownContent['cards']>[number]

/** Half an address would show a broken picture while it is typed. */
export const wholeAddress = (url: string | undefined): string | undefined =>
  url && /^https?:\/\/[^/\s]+\/\S/.test(url) ? url : undefined

/** The last part of an address, or what a person named the file. */
export function fileNameOf(file: ShownFile): string | undefined {
  if (file.format === 'document' && file.filename?.trim()) return file.filename
  return wholeAddress(file.url)?.split(/[?#]/)[0]?.split('/').at(-1) || undefined
}

/** Whether there is anything to see yet. */
export const isBlank = ({ header, body, footer, cards }: ShownContent): boolean =>
  !body.trim() && !header && !footer && !cards?.length
