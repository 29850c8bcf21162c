import { useQuery } from '@tanstack/react-query'
import type { Content } from '../../api/campaign-entities.ts'
import { useApi } from '../../api/use-api.ts'
import { variablesOf } from '../../design/message-variables.ts'

interface Person {
  name: string
  values: Record<string, string>
}

/** What a person who said yes would read: their first name and their fields; nothing while nobody with a name is there. */
export function useRealValues(content: Content, enabled: boolean): Person | undefined {
  const api = useApi()
  const contacts = useQuery({
    ...api.query(['contacts', 'list', 'for-preview'], (client, signal) =>
      client.GET('/api/v1/contacts', { params: { query: { limit: 20, state: 'confirmed' } }, signal }),
    ),
    enabled,
  })
  const chosen = contacts.data?.items.find((contact) => contact.name)
  const id = chosen?.id ?? ''
  const contact = useQuery({
    ...api.query(['contacts', id], (client, signal) =>
      client.GET('/api/v1/contacts/{id}', { params: { path: { id } }, signal }),
    ),
    enabled: enabled && id !== '',
  })
  if (!contact.data?.name) return undefined
  const { name, attributes } = contact.data
  const known: Record<string, unknown> = { ...attributes, first_name: name.split(/\s+/)[0] }
  const values = variablesOf(content).flatMap((variable) => {
    const value = known[variable]
    return value === undefined || value === null || value === '' ? [] : [[variable, String(value)] as const]
  })
  return { name, values: Object.fromEntries(values) }
}
