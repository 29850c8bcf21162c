import type { ContactCard, ContactField } from '../../api/entities.ts'

/** What the form holds: every attribute as its input has it, empty for "not known". */
export interface DetailsValues {
  name: string
  language: string | null
  attributes: Record<string, string | number | null>
}

export function valuesOf(
  contact: Pick<ContactCard, 'name' | 'language' | 'attributes'>,
  fields: readonly ContactField[],
): DetailsValues {
  return {
    name: contact.name ?? '',
    language: contact.language,
    attributes: Object.fromEntries(
      fields.map((field) => {
        const value = contact.attributes[field.key]
        if (field.type === 'boolean') return [field.key, typeof value === 'boolean' ? String(value) : null]
        if (field.type === 'date') return [field.key, String(value ?? '').slice(0, 10)]
        return [field.key, typeof value === 'boolean' ? String(value) : (value ?? '')]
      }),
    ),
  }
}

/** What is sent: null takes a value away, numbers and truth values go as what they are. */
export function attributesOf(
  values: DetailsValues['attributes'],
  fields: readonly ContactField[],
): ContactCard['attributes'] {
  return Object.fromEntries(
    fields.map((field) => {
      const value = values[field.key] ?? ''
      if (value === '') return [field.key, null]
      if (field.type === 'boolean') return [field.key, value === 'true']
      return [field.key, field.type === 'number' ? Number(value) : value]
    }),
  )
}
