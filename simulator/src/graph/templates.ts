import { z } from 'zod'
import { GraphFault, templateFault, unknownObject } from '../errors.ts'
import { checkContent, checkName } from '../templates/check.ts'
import { lift } from '../templates/ladder.ts'
import { announceDeletion, decide, markerOf, submit } from '../templates/review.ts'
import { createSchema, editSchema } from '../templates/schema.ts'
import { noteEdit, presentTemplate, type Template } from '../templates/store.ts'
import { type Call, page, parse, pick } from './call.ts'
import { healthOfTemplate } from './health.ts'

const USUAL = ['name', 'parameter_format', 'components', 'language', 'status', 'category', 'id']

/** `POST /{waba}/message_templates` */
export function createTemplate({ world, id: wabaId, body }: Call): unknown {
  const wish = parse(createSchema, body)
  checkName(wish.name)
  checkContent(wish.components, wish.parameter_format, wish.category)
  const now = world.clock.now()
  if (!world.budgets.creations.take(wabaId, world.dials.templatesPerHour, now))
    throw new GraphFault(80007, 'An account may create 100 templates per hour.')
  const verdict = markerOf(wish)?.verdict ?? world.dials.templateVerdict
  const moved = (verdict === 'as_marketing' || verdict === 'marketing') && wish.category === 'UTILITY'
  const template = world.templates.add(
    {
      wabaId,
      name: wish.name,
      language: wish.language,
      category: moved ? 'MARKETING' : wish.category,
      status: 'PENDING',
      parameterFormat: wish.parameter_format,
      components: wish.components,
      quality: { score: 'UNKNOWN', date: Math.floor(now / 1000) },
      rejectedReason: 'NONE',
      ...(moved && { previousCategory: wish.category }),
      ...(wish.cta_url_link_tracking_opted_out !== undefined && {
        trackingOptedOut: wish.cta_url_link_tracking_opted_out,
      }),
      ...(wish.message_send_ttl_seconds !== undefined && { ttlSeconds: wish.message_send_ttl_seconds }),
    },
    now,
  )
  submit(world, template)
  return { id: template.id, status: template.status, category: template.category }
}

/** `GET /{waba}/message_templates` with filters, fields and pages */
export function listTemplates(call: Call): unknown {
  const { world, id, query } = call
  const { name, name_or_content, status, language, category, quality_score, fields } = query
  const fits = (template: Template): boolean =>
    (!name || template.name.includes(name)) &&
    (!name_or_content || JSON.stringify(template).includes(name_or_content)) &&
    among(status, template.status) &&
    among(language, template.language) &&
    among(category, template.category) &&
    among(quality_score, template.quality.score)
  return page(world.templates.of(id).filter(fits), call, (template) =>
    pick(presentTemplate(template), fields, USUAL),
  )
}

/** Whether a filter, one value or a JSON list of them, lets a value through. */
const among = (filter: string | undefined, value: string): boolean =>
  !filter ||
  filter
    .replace(/[[\]"\s]/g, '')
    .toLowerCase()
    .split(',')
    .includes(value.toLowerCase())

/** `DELETE /{waba}/message_templates?name=…[&hsm_id=…]` or `?hsm_ids=[…]` */
export function deleteTemplates({ world, id, query }: Call): unknown {
  const ids = query.hsm_ids
    ? query.hsm_ids.replace(/[[\]"\s]/g, '').split(',')
    : query.hsm_id
      ? [query.hsm_id]
      : undefined
  const { name } = query
  if (query.hsm_id && !name) throw new GraphFault(100, "Parameter 'name' is required beside 'hsm_id'")
  if (ids && ids.length > 100) throw new GraphFault(100, "Parameter 'hsm_ids' may hold at most 100 ids")
  if (!ids && !name) throw new GraphFault(100, "Parameter 'name' is required")
  const doomed = world.templates
    .of(id)
    .filter((template) => (!ids || ids.includes(template.id)) && (!name || template.name === name))
  if (doomed.length === 0) {
    throw templateFault(2593002, 'Message template not found', 'The template was deleted or never existed.')
  }
  if (doomed.some((template) => template.status === 'DISABLED')) {
    throw templateFault(2593003, 'The template cannot be deleted', 'A disabled template cannot be deleted.')
  }
  for (const template of doomed) {
    world.templates.remove(template, world.clock.now())
    announceDeletion(world, template)
  }
  return { success: true }
}

/** `GET /{template}` */
export function getTemplate({ world, id, query }: Call): unknown {
  const template = the(world, id)
  const facts = { ...presentTemplate(template), health_status: healthOfTemplate(world, template) }
  return pick(facts, query.fields, USUAL)
}

/** `POST /{template}`: an edit, which goes through review again */
export function editTemplate({ world, id, body }: Call): unknown {
  const template = the(world, id)
  const wish = parse(editSchema, body)
  if (!['APPROVED', 'REJECTED', 'PAUSED'].includes(template.status)) {
    throw templateFault(
      2388003,
      'The template cannot be edited',
      'Only approved, rejected or paused templates can be edited.',
    )
  }
  if (wish.category && wish.category !== template.category && template.status === 'APPROVED') {
    throw templateFault(
      2388005,
      'The category cannot be changed',
      'The category of an approved template cannot be edited.',
    )
  }
  const format = wish.parameter_format ?? template.parameterFormat
  if (wish.components) checkContent(wish.components, format, wish.category ?? template.category)
  if (template.status === 'APPROVED') noteEdit(template, world.clock.now())
  template.components = wish.components ?? template.components
  template.parameterFormat = format
  template.category = wish.category ?? template.category
  if (wish.message_send_ttl_seconds !== undefined) template.ttlSeconds = wish.message_send_ttl_seconds
  template.status = 'PENDING'
  template.revision += 1
  submit(world, template)
  return { success: true }
}

/** `POST /{template}/unpause` */
export function unpauseTemplate({ world, id }: Call): unknown {
  const template = the(world, id)
  if (template.status !== 'PAUSED') throw new GraphFault(100, 'The template is not paused.')
  lift(world, template, 'REINSTATED')
  return { success: true }
}

const archiveSchema = z.looseObject({ hsm_ids: z.union([z.string(), z.array(z.string())]) })

/** `POST /{waba}/message_templates/archive {hsm_ids}`: out of the way, not sendable, until it is brought back */
export const archiveTemplates = (call: Call): unknown =>
  shelve(call, 'ARCHIVED', 'archived_templates', (status) => status === 'APPROVED' || status === 'PAUSED')

/** `POST /{waba}/message_templates/unarchive {hsm_ids}` */
export const unarchiveTemplates = (call: Call): unknown =>
  shelve(call, 'UNARCHIVED', 'unarchived_templates', (status) => status === 'ARCHIVED')

function shelve(
  { world, id: wabaId, body, query }: Call,
  event: 'ARCHIVED' | 'UNARCHIVED',
  done: string,
  fits: (status: Template['status']) => boolean,
): unknown {
  const { hsm_ids } = parse(archiveSchema, body ?? query)
  const ids = [hsm_ids]
    .flat()
    .flatMap((text) => text.replace(/[[\]"\s]/g, '').split(','))
    .filter(Boolean)
  const [good, failed_templates]: [string[], string[]] = [[], []]
  for (const id of ids) {
    const template = world.templates.find(id)
    if (!template || template.wabaId !== wabaId || !fits(template.status)) failed_templates.push(id)
    else {
      decide(world, template, event)
      good.push(id)
    }
  }
  return { [done]: good, failed_templates }
}

function the(world: Call['world'], id: string): Template {
  const template = world.templates.find(id)
  if (!template) throw unknownObject(id)
  return template
}
