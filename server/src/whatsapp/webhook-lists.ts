import { type Fields, fields, id, type Part } from './webhook-outline.ts'

/** What one part of a webhook holds. Every value of it is in one of these, or counted: nothing that is signed gets lost. */
export interface Lists {
  messages: unknown[]
  /** Messages that were not exchanged through us, each with the person it is with. */
  copies: { item: unknown; contact: Fields }[]
  newIds: unknown[]
  statuses: unknown[]
  preferences: unknown[]
  /** What stands beside the lists and is none of them: errors, and what Meta may add one day. */
  rest: Fields
  /** Places where a list or one of its entries should be and something else is. */
  odd: number
}

/** Said about the other values, and kept with each of them where it matters. */
const ABOUT = ['messaging_product', 'metadata', 'contacts', 'field']
const LISTS = ['messages', 'statuses', 'user_preferences', 'message_echoes']

export function listsOf({ field, value }: Pick<Part, 'field' | 'value'>): Lists {
  let odd = 0
  /** One thing instead of a list is that thing: it may be a STOP. */
  const list = (given: unknown): unknown[] => {
    if (Array.isArray(given)) return given
    if (fields(given)) return [given]
    if (given !== undefined && given !== null) odd++
    return []
  }
  /** Those that are objects. */
  const objects = (given: unknown): Fields[] =>
    list(given).flatMap((each): Fields[] => {
      const known = fields(each)
      if (known) return [known]
      odd++
      return []
    })
  const history = field === 'history' ? objects(value.history) : []
  const threads = history.flatMap((part) => objects(part.threads))
  const changesId = field === 'user_id_update'
  const isNewId = changesId && !value.user_id_update && 'user_id' in value
  // Parts of a history without a chat say why there is none.
  const silent = history.filter((part) => !part.threads)
  const shown = field === 'history' ? { ...value, history: silent } : value
  const lists = {
    messages: list(value.messages),
    copies: [
      ...threads.flatMap((thread) => {
        const contact = personOf(thread)
        return list(thread.messages).map((item) => ({ item, contact }))
      }),
      ...list(value.message_echoes).map((item) => {
        const echo = fields(item)
        return { item, contact: { wa_id: echo?.to, user_id: echo?.to_user_id } }
      }),
    ],
    newIds: isNewId ? [value] : changesId ? list(value.user_id_update) : [],
    statuses: list(value.statuses),
    preferences: list(value.user_preferences),
    rest: isNewId ? {} : restOf(shown, changesId ? [...LISTS, 'user_id_update'] : LISTS),
  }
  return { ...lists, odd }
}

function personOf(thread: Fields): Fields {
  const person = id(thread.id) ?? ''
  return { ...(/^\+?\d+$/.test(person) ? { wa_id: person } : { user_id: person }), ...fields(thread.context) }
}

function restOf(value: Fields, taken: readonly string[]): Fields {
  const rest: Fields = {}
  for (const name in value) {
    const given = value[name]
    if (ABOUT.includes(name) || taken.includes(name) || given === null) continue
    if (!Array.isArray(given) || given.length > 0) rest[name] = given
  }
  return rest
}
