import { z } from 'zod'
import type { Context } from '../platform/index.ts'

export const FIELD_TYPES = ['text', 'number', 'date', 'boolean'] as const
export type FieldType = (typeof FIELD_TYPES)[number]

export const AttributeValue = z.union([z.string().max(500), z.number(), z.boolean()])
export type AttributeValue = z.infer<typeof AttributeValue>

const YES = /^(true|yes|ja|y|j|1|x|wahr)$/i
const NO = /^(false|no|nein|n|0|falsch)$/i

/**
 * A value as the field's type, or null when it is none. Reads what German and English spreadsheets write:
 * `12,5`, `1.234,50`, `31.12.2026`, `ja`.
 */
export function readAttribute(type: FieldType, raw: string | number | boolean): AttributeValue | null {
  const text = String(raw).trim()
  switch (type) {
    case 'text':
      return text.length > 0 && text.length <= 500 ? text : null
    case 'number':
      return readNumber(text)
    case 'date':
      return readDate(text)
    case 'boolean':
      if (YES.test(text)) return true
      return NO.test(text) ? false : null
  }
}

function readNumber(text: string): number | null {
  if (/^-?\d{1,15}([.,]\d{1,10})?$/.test(text)) return Number(text.replace(',', '.'))
  if (/^-?\d{1,3}(\.\d{3})+,\d{1,10}$/.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'))
  if (/^-?\d{1,3}(,\d{3})+\.\d{1,10}$/.test(text)) return Number(text.replaceAll(',', ''))
  return null
}

/** @returns `YYYY-MM-DD` */
function readDate(text: string): string | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:T.*)?$/.exec(text)
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text)
  const parts = iso ? [iso[1], iso[2], iso[3]] : german ? [german[3], german[2], german[1]] : null
  if (!parts) return null
  const day = parts.map((part) => (part ?? '').padStart(2, '0')).join('-')
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : null
}

/** The declared fields of the business by key. */
export async function fieldTypes(ctx: Pick<Context, 'db' | 'businessId'>): Promise<Map<string, FieldType>> {
  const rows = await ctx.db
    .selectFrom('contact_field')
    .select(['key', 'type'])
    .where('business_id', '=', ctx.businessId)
    .execute()
  return new Map(rows.map((row) => [row.key, row.type]))
}
