import type { NoticeElement } from '../notice-content.ts'

/** What a notice says in one language, besides what the business states itself (C-13). Formal in fr, it, es and nl. */
export interface NoticeWords {
  title: string
  version: string
  imprint: string
  names: Record<NoticeElement, string>
  /** The purpose that every business has: answering those who write. */
  answering: string
  noDpo: (reason: string) => string
  rights: string
  complaint: (authority: string | null) => string
  days: (count: number) => string
  /** Where Meta keeps content, by the setting of the number (C-54). */
  storage: {
    none: string
    region: (place: string) => string
    anywhere: string
    inUse: string
  }
  /** What the record says in German and English, by its English words; empty for these two. */
  sentences: Record<string, string>
}
