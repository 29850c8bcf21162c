import { DAY } from '../clock.ts'
import { notice } from '../payloads.ts'
import type { World } from '../world.ts'
import type { Score, Template, TemplateCategory } from './store.ts'

export const TEMPLATE_EVENTS = [
  'APPROVED',
  'REJECTED',
  'PAUSED',
  'DISABLED',
  'REINSTATED',
  'FLAGGED',
  'IN_APPEAL',
  'LIMIT_EXCEEDED',
  'ARCHIVED',
  'UNARCHIVED',
] as const
export type TemplateEvent = (typeof TEMPLATE_EVENTS)[number]

/** Why Meta may reject, and what it says to people about it. */
const REJECTIONS: Readonly<Record<string, readonly [reason: string, recommendation: string]>> = {
  INVALID_FORMAT: [
    'The format of the template is not valid.',
    'Check variables, links and special characters, then submit it again.',
  ],
  ABUSIVE_CONTENT: ['The text offends or threatens people.', 'Remove what offends and submit it again.'],
  SCAM: ['The text looks like fraud.', 'Say clearly who writes and what it is about.'],
  PROMOTIONAL: ['The text advertises, but the category is another.', 'Use the category marketing.'],
  INCORRECT_CATEGORY: [
    'The text does not belong to this category.',
    'Choose the category that fits the text.',
  ],
  TAG_CONTENT_MISMATCH: ['Language or category do not fit the text.', 'Choose the language of the text.'],
  CATEGORY_NOT_AVAILABLE: ['The category is not available for this account.', 'Choose another category.'],
}

const DUPLICATE = [
  'Another template says the same already.',
  'Use the template that is there, or say something else.',
] as const

const isApproved = (template: Template): boolean => template.status === 'APPROVED'

/** Whether another template of the account has the same content in the same language. */
function isDuplicate(world: World, template: Template): boolean {
  const said = JSON.stringify(template.components)
  return world.templates
    .of(template.wabaId)
    .some(
      (other) =>
        other.id !== template.id &&
        other.language === template.language &&
        isApproved(other) &&
        JSON.stringify(other.components) === said,
    )
}

const named = (template: Template): Record<string, unknown> => ({
  message_template_id: Number(template.id),
  message_template_name: template.name,
  message_template_language: template.language,
})

/** Tells of something that happened to a template, in one of the template fields (platform §4.6). */
function announce(world: World, template: Template, field: string, value: Record<string, unknown>): void {
  world.webhooks(notice(template.wabaId, field, { ...value, ...named(template) }, world.clock.now()))
  world.events.emit('template', { ...template })
}

/**
 * What a marker in the text tells the reviewer to do: `(sim: reject SCAM)`, `(sim: marketing)`, `(sim: hold)` or
 * `(sim: approve)`, anywhere in the template.
 */
export function markerOf(
  template: Pick<Template, 'components'>,
): { verdict: string; reason?: string } | undefined {
  const hit = /\(sim:\s*(reject|marketing|hold|approve)\s*([A-Z_]*)\)/i.exec(
    JSON.stringify(template.components),
  )
  if (!hit) return undefined
  return { verdict: (hit[1] ?? '').toLowerCase(), ...(hit[2] && { reason: hit[2].toUpperCase() }) }
}

/** Puts a submitted template before the reviewer: after the dialled delay comes the verdict of a marker or of the dial. */
export function submit(world: World, template: Template): void {
  const { revision } = template
  world.events.emit('template', { ...template })
  const marker = markerOf(template)
  if (marker?.verdict === 'hold') return
  world.scheduler.after(world.dials.templateDelayMs, () => {
    if (template.status !== 'PENDING' || template.revision !== revision) return
    const verdict = marker?.verdict ?? world.dials.templateVerdict
    if (world.dials.rejectDuplicates && isDuplicate(world, template))
      decide(world, template, 'REJECTED', { reason: 'INVALID_FORMAT', because: DUPLICATE })
    else if (verdict === 'reject') decide(world, template, 'REJECTED', { reason: marker?.reason })
    else decide(world, template, 'APPROVED')
    if (isApproved(template) && revision > 1) announceContent(world, template)
  })
}

/** A decision of Meta about a template, told by `message_template_status_update`. */
export function decide(
  world: World,
  template: Template,
  event: TemplateEvent,
  more: { reason?: string | undefined; title?: string | undefined; because?: typeof DUPLICATE } = {},
): void {
  template.status = statusAfter(event, template.status)
  if (event === 'REJECTED') template.rejectedAt = world.clock.now()
  template.rejectedReason = event === 'REJECTED' ? (more.reason ?? 'INVALID_FORMAT') : 'NONE'
  const title = more.title ?? { DISABLED: 'DISABLED', REINSTATED: 'UNPAUSE' }[event as string]
  const [reason, recommendation] = more.because ??
    REJECTIONS[template.rejectedReason] ?? [
      'The template does not follow the rules.',
      'Change the template and submit it again.',
    ]
  announce(world, template, 'message_template_status_update', {
    event,
    reason: event === 'REJECTED' ? template.rejectedReason : (more.reason ?? 'NONE'),
    message_template_category: template.category,
    ...(event === 'REJECTED' && { rejection_info: { reason, recommendation } }),
    ...(title && { other_info: { title, description: `The template changed to ${event}.` } }),
    ...(event === 'DISABLED' && { disable_info: { disable_date: Math.floor(world.clock.now() / 1000) } }),
  })
}

function statusAfter(event: TemplateEvent, before: Template['status']): Template['status'] {
  if (event === 'REINSTATED' || event === 'UNARCHIVED') return 'APPROVED'
  return event === 'FLAGGED' ? before : event
}

/** People's reactions moved the quality score; told by `message_template_quality_update`. */
export function rescore(world: World, template: Template, score: Score): void {
  const previous = template.quality.score
  template.quality = { score, date: Math.floor(world.clock.now() / 1000) }
  announce(world, template, 'message_template_quality_update', {
    previous_quality_score: previous,
    new_quality_score: score,
  })
}

/** Meta moves a template to another category; told by `template_category_update`. */
export function recategorise(world: World, template: Template, category: TemplateCategory): void {
  const previous = template.category
  delete template.correctCategory
  template.previousCategory = previous
  template.category = category
  announce(world, template, 'template_category_update', {
    previous_category: previous,
    new_category: category,
  })
}

/** The notice a day before a change of category: `new_category` is still the present one. The change follows. */
export function warnOfCategory(world: World, template: Template, category: TemplateCategory): void {
  template.correctCategory = category
  const category_update_timestamp = Math.floor((world.clock.now() + DAY) / 1000)
  announce(world, template, 'template_category_update', {
    new_category: template.category,
    correct_category: category,
    category_update_timestamp,
  })
  world.scheduler.after(DAY, () => {
    if (template.correctCategory === category && template.status !== 'DELETED')
      recategorise(world, template, category)
  })
}

/** Tells what is in a template now, after an edit went through. */
function announceContent(world: World, template: Template): void {
  const find = (type: string) => template.components.find((component) => component.type === type)
  const header = find('HEADER')
  const footer = find('FOOTER')?.text
  const buttons = find('BUTTONS')?.buttons?.map((button) => ({
    message_template_button_type: button.type,
    message_template_button_text: button.text,
    ...(button.url && { message_template_button_url: button.url }),
    ...(button.phone_number && { message_template_button_phone_number: button.phone_number }),
  }))
  announce(world, template, 'message_template_components_update', {
    message_template_element: find('BODY')?.text ?? '',
    ...(header?.format === 'TEXT' && { message_template_title: header.text }),
    ...(footer && { message_template_footer: footer }),
    ...(buttons && { message_template_buttons: buttons }),
  })
}

/** A template was deleted by the business; told without a reason, and once more when its last messages are out. */
export function announceDeletion(world: World, template: Template): void {
  const tell = (event: string): void =>
    announce(world, template, 'message_template_status_update', {
      event,
      reason: null,
      message_template_category: template.category,
    })
  tell('PENDING_DELETION')
  world.scheduler.after(30 * DAY, () => tell('DELETED'))
}
