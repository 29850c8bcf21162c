import { notice } from '../payloads.ts'
import type { World } from '../world.ts'
import type { Score, Template, TemplateCategory } from './store.ts'

export const TEMPLATE_EVENTS = ['APPROVED', 'REJECTED', 'PAUSED', 'DISABLED', 'REINSTATED'] as const
export type TemplateEvent = (typeof TEMPLATE_EVENTS)[number]

const named = (template: Template): Record<string, unknown> => ({
  message_template_id: Number(template.id),
  message_template_name: template.name,
  message_template_language: template.language,
})

function announce(world: World, template: Template, field: string, value: Record<string, unknown>): void {
  world.webhooks(notice(template.wabaId, field, { ...value, ...named(template) }, world.clock.now()))
  world.events.emit('template', { ...template })
}

/** Puts a submitted template before the reviewer: after the dialled delay the dialled verdict follows. */
export function submit(world: World, template: Template): void {
  const { revision } = template
  world.events.emit('template', { ...template })
  world.scheduler.after(world.dials.templateDelayMs, () => {
    if (template.status !== 'PENDING' || template.revision !== revision) return
    if (world.dials.templateVerdict === 'reject') decide(world, template, 'REJECTED', 'INVALID_FORMAT')
    else decide(world, template, 'APPROVED')
  })
}

/** A decision of Meta about a template, told by `message_template_status_update`. */
export function decide(world: World, template: Template, event: TemplateEvent, reason?: string): void {
  template.status = event === 'REINSTATED' ? 'APPROVED' : event
  template.rejectedReason = event === 'REJECTED' ? (reason ?? 'INVALID_FORMAT') : 'NONE'
  const title = { PAUSED: 'FIRST_PAUSE', DISABLED: 'DISABLED', REINSTATED: 'UNPAUSE' }[event as string]
  announce(world, template, 'message_template_status_update', {
    event,
    reason: event === 'REJECTED' ? template.rejectedReason : (reason ?? 'NONE'),
    message_template_category: template.category,
    ...(event === 'REJECTED' && {
      rejection_info: {
        reason: 'The format of the template is not valid.',
        recommendation: 'Change the template and submit it again.',
      },
    }),
    ...(title && { other_info: { title, description: `The template changed to ${event}.` } }),
    ...(event === 'DISABLED' && { disable_info: { disable_date: Math.floor(world.clock.now() / 1000) } }),
  })
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
  template.previousCategory = previous
  template.category = category
  announce(world, template, 'template_category_update', {
    previous_category: previous,
    new_category: category,
  })
}

/** A template was deleted by the business; told by `message_template_status_update` without a reason. */
export function announceDeletion(world: World, template: Template): void {
  announce(world, template, 'message_template_status_update', {
    event: 'PENDING_DELETION',
    reason: null,
    message_template_category: template.category,
  })
}
