import { z } from 'zod'

const button = z.looseObject({
  type: z.string().transform((type) => type.toUpperCase()),
  text: z.string().optional(),
  url: z.string().optional(),
  phone_number: z.string().optional(),
  example: z.union([z.string(), z.array(z.string())]).optional(),
})

const namedParam = z.looseObject({ param_name: z.string(), example: z.string() })

const piece = z.looseObject({
  type: z.string().transform((type) => type.toUpperCase()),
  format: z
    .string()
    .transform((format) => format.toUpperCase())
    .optional(),
  text: z.string().optional(),
  example: z
    .looseObject({
      header_text: z.array(z.string()).optional(),
      header_text_named_params: z.array(namedParam).optional(),
      header_handle: z.array(z.string()).optional(),
      body_text: z.array(z.array(z.string())).optional(),
      body_text_named_params: z.array(namedParam).optional(),
    })
    .optional(),
  buttons: z.array(button).optional(),
})

/** A part of a template; a carousel has cards, which are made of the same parts. */
const component = piece.extend({
  cards: z.array(z.looseObject({ components: z.array(piece).min(1) })).optional(),
})

const category = z
  .string()
  .transform((text) => text.toUpperCase())
  .pipe(z.enum(['MARKETING', 'UTILITY', 'AUTHENTICATION']))
const format = z
  .string()
  .transform((text) => text.toUpperCase())
  .pipe(z.enum(['NAMED', 'POSITIONAL']))

/** Body of `POST /{waba}/message_templates`. */
export const createSchema = z.looseObject({
  name: z.string(),
  language: z.string().regex(/^[a-z]{2,3}(_[A-Za-z]{2,4})?$/),
  category,
  parameter_format: format.default('POSITIONAL'),
  components: z.array(component).min(1),
  message_send_ttl_seconds: z.number().int().optional(),
  cta_url_link_tracking_opted_out: z.boolean().optional(),
})

/** Body of `POST /{template}`. */
export const editSchema = z.looseObject({
  category: category.optional(),
  components: z.array(component).min(1).optional(),
  parameter_format: format.optional(),
  message_send_ttl_seconds: z.number().int().optional(),
})

export type TemplateButton = z.infer<typeof button>
export type TemplateComponent = z.infer<typeof component>
export type TemplatePiece = z.infer<typeof piece>
export type TemplateCategory = z.infer<typeof category>
export type ParameterFormat = z.infer<typeof format>
