import { z } from 'zod'
import type { Language } from '../platform/http/index.ts'
import { citation } from '../platform/index.ts'
import type { Breach } from './breach.ts'
import { BreachForm, FORM_PARTS, StoredEntry } from './breach-entries.ts'
import { breachLetters, Letters } from './breach-text.ts'
import { RecordChange } from './compare.ts'
import type { GoLive } from './go-live.ts'
import type { Notice } from './notice.ts'
import { missingElements, NOTICE_ELEMENTS, NoticeContent } from './notice-content.ts'
import { RecordSection } from './processing-view.ts'
import { REQUIREMENT_WORDS, REQUIREMENTS } from './requirements.ts'
import type { Screening } from './screen.ts'
import { hintsOf, ruleOf, SCREENING_KEYS, type ScreeningFacts } from './screening-rules.ts'
import { changesBetween, type LiveRecord, type RecordVersion, sectionsOf } from './versions.ts'

const time = z.iso.datetime()

export const VersionView = z.object({
  version: z.number().int(),
  hash: z.string(),
  createdAt: time,
  approvedAt: time.nullable(),
  approvedBy: z.uuid().nullable(),
})

export function versionView(version: RecordVersion): z.infer<typeof VersionView> {
  return {
    version: version.version,
    hash: version.hash,
    createdAt: version.createdAt.toISOString(),
    approvedAt: version.approvedAt?.toISOString() ?? null,
    approvedBy: version.approvedBy,
  }
}

export const RecordView = z.object({
  hash: z.string(),
  /** The version last stored; null when there is none. */
  stored: VersionView.nullable(),
  /** False: the configuration says something else than that version. */
  upToDate: z.boolean(),
  sections: z.array(RecordSection),
  /** From the stored version to now. */
  changes: z.array(RecordChange),
})

export function recordView(live: LiveRecord, language: Language): z.infer<typeof RecordView> {
  const { stored } = live
  return {
    hash: live.hash,
    stored: stored && versionView(stored),
    upToDate: stored?.hash === live.hash,
    sections: sectionsOf(live.kind, live.content, language),
    changes: stored ? changesBetween(live.kind, stored.content, live.content, language) : [],
  }
}

export const NoticeView = z.object({
  id: z.string(),
  language: z.string(),
  version: z.number().int(),
  hash: z.string(),
  publishedAt: time,
  content: NoticeContent,
  missing: z.array(z.enum(NOTICE_ELEMENTS)),
})

export function noticeView(notice: Notice): z.infer<typeof NoticeView> {
  const { language, version, hash, content, publishedAt } = notice
  return {
    id: `${language}-${version}`,
    language,
    version,
    hash,
    publishedAt: publishedAt.toISOString(),
    content,
    missing: missingElements(content),
  }
}

export const GoLiveView = z.object({
  done: z.number().int(),
  total: z.number().int(),
  items: z.array(
    z.object({
      key: z.enum(REQUIREMENTS),
      ok: z.boolean(),
      title: z.string(),
      cure: z.string(),
      article: z.string(),
      part: z.string(),
    }),
  ),
  channels: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      displayPhoneNumber: z.string(),
      liveAt: time.nullable(),
      storage: z.object({
        kind: z.enum(['standard', 'in_country', 'none']),
        region: z.string().nullable(),
        from: z.enum(['meta', 'member']).nullable(),
      }),
    }),
  ),
})

export function goLiveView(state: GoLive, language: Language): z.infer<typeof GoLiveView> {
  return {
    done: state.done,
    total: state.total,
    items: REQUIREMENTS.map((key) => {
      const { title, cure, article, part } = REQUIREMENT_WORDS[key]
      return {
        key,
        ok: !state.missing.includes(key),
        title: title[language],
        cure: cure[language],
        article: citation(article, language),
        part,
      }
    }),
    channels: state.channels.map(({ id, name, displayPhoneNumber, liveAt, storage }) => ({
      id,
      name,
      displayPhoneNumber,
      liveAt: liveAt?.toISOString() ?? null,
      storage,
    })),
  }
}

const Key = z.enum(SCREENING_KEYS)
export const ScreeningView = z.object({
  questions: z.array(
    z.object({
      key: Key,
      question: z.string(),
      source: z.string(),
      /** One such yes is enough. */
      alone: z.boolean(),
      /** The configuration points at a yes. */
      hint: z.boolean(),
    }),
  ),
  last: z
    .object({
      id: z.uuid(),
      yes: z.array(Key),
      reasons: z.partialRecord(Key, z.string()),
      result: z.enum(['required', 'advised', 'not_required']),
      at: time,
      documentedWhere: z.string().nullable(),
      documentedAt: time.nullable(),
    })
    .nullable(),
  /** What came up since. */
  news: z.array(Key),
})

export function screeningView(
  facts: ScreeningFacts,
  last: Screening | null,
  language: Language,
): z.infer<typeof ScreeningView> {
  const hints = hintsOf(facts)
  return {
    questions: SCREENING_KEYS.map((key) => {
      const { question, source, alone } = ruleOf(key)
      return {
        key,
        question: question[language],
        source: citation(source, language),
        alone,
        hint: hints.includes(key),
      }
    }),
    last: last && {
      id: last.id,
      yes: last.yes,
      reasons: last.reasons,
      result: last.result,
      at: last.at.toISOString(),
      documentedWhere: last.documented?.where ?? null,
      documentedAt: last.documented?.at.toISOString() ?? null,
    },
    news: last ? hints.filter((key) => !last.yes.includes(key) && last.reasons[key] === undefined) : [],
  }
}

export const BreachView = z.object({
  id: z.uuid(),
  number: z.number().int(),
  knownAt: time,
  deadlineHours: z.number().int(),
  deadline: time,
  /** Seconds until then; negative when it is past. */
  secondsLeft: z.number().int(),
  authority: z.enum(['open', 'notified', 'no_risk']),
  people: z.enum(['open', 'told', 'not_needed']),
  late: z.boolean(),
  closed: z.boolean(),
  form: BreachForm,
  missing: z.array(z.enum(FORM_PARTS)),
  /** The text of Art. 34(2) with the form's facts, by language. */
  letter: Letters,
  entries: z.array(
    z.object({ seq: z.number().int(), at: time, by: z.uuid().nullable(), entry: StoredEntry }),
  ),
})

export function breachView(breach: Breach, businessName: string): z.infer<typeof BreachView> {
  const { state } = breach
  return {
    id: breach.id,
    number: breach.number,
    knownAt: breach.knownAt.toISOString(),
    deadlineHours: breach.deadlineHours,
    deadline: state.deadline.toISOString(),
    secondsLeft: Math.floor(state.remaining / 1_000),
    authority: state.authority,
    people: state.people,
    late: state.late,
    closed: state.closed,
    form: state.form,
    missing: state.missing,
    letter: breachLetters(state.form, businessName),
    entries: breach.entries.map(({ seq, writtenAt, by, ...entry }) => ({
      seq,
      at: writtenAt.toISOString(),
      by,
      entry,
    })),
  }
}
