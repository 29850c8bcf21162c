import { DAY } from '../clock.ts'
import { templateFault } from '../errors.ts'
import { objectId } from '../ids.ts'
import type { ParameterFormat, TemplateCategory, TemplateComponent } from './schema.ts'

export type { TemplateCategory, TemplateComponent } from './schema.ts'

export const TEMPLATE_STATUSES = [
  'PENDING',
  'APPROVED',
  'REJECTED',
  'PAUSED',
  'DISABLED',
  'IN_APPEAL',
  'LIMIT_EXCEEDED',
  'ARCHIVED',
  'DELETED',
] as const
type TemplateStatus = (typeof TEMPLATE_STATUSES)[number]
export type Score = 'GREEN' | 'YELLOW' | 'RED' | 'UNKNOWN'

export interface Template {
  id: string
  wabaId: string
  name: string
  language: string
  category: TemplateCategory
  previousCategory?: TemplateCategory
  status: TemplateStatus
  parameterFormat: ParameterFormat
  components: TemplateComponent[]
  quality: { score: Score; date: number }
  rejectedReason: string
  ttlSeconds?: number
  /** Where Meta means to move it a day after its notice. */
  correctCategory?: TemplateCategory
  trackingOptedOut?: boolean
  /** How often quality or pacing paused it: the ladder's step. */
  pauses: number
  /** When the pause lifts by itself; absent when somebody has to lift it. */
  pausedUntil?: number
  /** When it was edited while approved. */
  edits: number[]
  rejectedAt?: number
  /** Counts submissions, so that a verdict on an older content is not applied to a newer one. */
  revision: number
}

type NewTemplate = Omit<Template, 'id' | 'revision' | 'pauses' | 'edits'> & { id?: string | undefined }

const PER_ACCOUNT = 250
const NAME_LOCK_MS = 30 * DAY
const EDITS_PER_DAY = 1
const EDITS_PER_MONTH = 10

/** Templates of all accounts. Names are unique per account, name and language; deleted approved names rest 30 days. */
export class Templates {
  readonly #byId = new Map<string, Template>()
  readonly #byKey = new Map<string, Template>()
  readonly #locked = new Map<string, number>()

  /** @throws GraphFault when the account is full or the name is taken or still locked */
  add(template: NewTemplate, now: number): Template {
    const key = keyOf(template.wabaId, template.name, template.language)
    const lock = this.#locked.get(`${template.wabaId} ${template.name}`) ?? 0
    if (lock > now) {
      throw templateFault(
        2388023,
        'The name is locked',
        'A template with this name was deleted; the name is free again after 30 days.',
      )
    }
    if (this.#byKey.has(key)) {
      throw templateFault(
        2388024,
        'Content in this language already exists',
        'There is a template with this name and language already.',
      )
    }
    if (this.of(template.wabaId).length >= PER_ACCOUNT) {
      throw templateFault(
        2388019,
        'Limit of templates reached',
        `An account may have at most ${PER_ACCOUNT} templates.`,
      )
    }
    const added = { ...template, id: template.id ?? objectId(), revision: 1, pauses: 0, edits: [] }
    this.#byId.set(added.id, added)
    this.#byKey.set(key, added)
    return added
  }

  find(id: string): Template | undefined {
    return this.#byId.get(id)
  }

  byName(wabaId: string, name: string, language: string): Template | undefined {
    return this.#byKey.get(keyOf(wabaId, name, language))
  }

  all(): Template[] {
    return [...this.#byId.values()]
  }

  of(wabaId: string): Template[] {
    return this.all().filter((template) => template.wabaId === wabaId)
  }

  remove(template: Template, now: number): void {
    if (template.status === 'APPROVED')
      this.#locked.set(`${template.wabaId} ${template.name}`, now + NAME_LOCK_MS)
    this.#byId.delete(template.id)
    this.#byKey.delete(keyOf(template.wabaId, template.name, template.language))
    template.status = 'DELETED'
  }

  clear(): void {
    for (const map of [this.#byId, this.#byKey, this.#locked]) map.clear()
  }
}

/**
 * Notes an edit of an approved template.
 * @throws GraphFault after one edit in a day or ten in 30 days
 */
export function noteEdit(template: Template, now: number): void {
  const recent = template.edits.filter((at) => at > now - 30 * DAY)
  const today = recent.filter((at) => at > now - DAY)
  if (today.length >= EDITS_PER_DAY || recent.length >= EDITS_PER_MONTH) {
    throw templateFault(
      2388003,
      'The template was edited too often',
      'An approved template may be edited once a day and ten times in 30 days.',
    )
  }
  template.edits = [...recent, now]
}

const keyOf = (wabaId: string, name: string, language: string): string => `${wabaId} ${name} ${language}`

/** A template as `GET …/message_templates` gives it. */
export function presentTemplate(template: Template): Record<string, unknown> {
  return {
    id: template.id,
    name: template.name,
    language: template.language,
    status: template.status,
    category: template.category,
    parameter_format: template.parameterFormat,
    components: template.components,
    quality_score: template.quality,
    rejected_reason: template.rejectedReason,
    ...(template.previousCategory && { previous_category: template.previousCategory }),
    ...(template.correctCategory && { correct_category: template.correctCategory }),
    ...(template.trackingOptedOut !== undefined && {
      cta_url_link_tracking_opted_out: template.trackingOptedOut,
    }),
    ...(template.ttlSeconds !== undefined && { message_send_ttl_seconds: template.ttlSeconds }),
  }
}
