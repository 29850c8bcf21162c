import type { Sentence } from '../platform/index.ts'

/** What one kind of notification says. */
export interface Text {
  title: Sentence
  /** What to do now. `{name}` is replaced by the value in the data. */
  detail: Sentence
}

export const text = (titleDe: string, titleEn: string, detailDe: string, detailEn: string): Text => ({
  title: { de: titleDe, en: titleEn },
  detail: { de: detailDe, en: detailEn },
})
