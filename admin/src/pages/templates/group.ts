import type { Template } from '../../api/campaign-entities.ts'
import type { Quality } from '../../api/entities.ts'

/** All languages of one template name on one channel. */
export interface TemplateGroup {
  id: string
  name: string
  category: Template['category']
  languages: Template[]
  /** Languages that other templates have and this one lacks. */
  missing: string[]
  quality: Quality
  usedBy: number
  updatedAt: string
}

const worst: Quality[] = ['RED', 'YELLOW', 'GREEN', 'UNKNOWN']

/** Templates of one name belong together; the group says the worst quality and the newest change. */
export function groupTemplates(templates: readonly Template[]): TemplateGroup[] {
  const groups = Map.groupBy(templates, (each) => `${each.channelId} ${each.name}`)
  const known = [
    ...new Set(templates.filter(({ state }) => state !== 'archived').map(({ language }) => language)),
  ].toSorted()
  return [...groups.values()].flatMap((languages) => {
    const [first] = languages
    if (!first) return []
    return {
      id: first.id,
      name: first.name,
      category: first.category,
      languages: languages.toSorted((a, b) => a.language.localeCompare(b.language)),
      missing: known.filter((language) => languages.every((each) => each.language !== language)),
      quality: worst.find((quality) => languages.some((each) => each.quality === quality)) ?? 'UNKNOWN',
      usedBy: languages.reduce((sum, each) => sum + each.usedBy, 0),
      updatedAt:
        languages
          .map((each) => each.updatedAt)
          .toSorted()
          .at(-1) ?? first.updatedAt,
    }
  })
}

export interface GroupFilter {
  search: string | undefined
  state: string | undefined
  language: string | undefined
  category: string | undefined
  quality: string | undefined
}

/** Groups that fit every filter that is set. What is archived in all its languages shows only to those who ask for it. */
export function filterGroups(groups: readonly TemplateGroup[], filter: GroupFilter): TemplateGroup[] {
  const { search = '', state, language, category, quality } = filter
  const wanted = search.trim().toLowerCase()
  return groups.filter(
    (group) =>
      (!category || group.category === category) &&
      (!quality || group.languages.some((each) => each.quality === quality)) &&
      (!language || group.languages.some((each) => each.language === language)) &&
      (state
        ? group.languages.some((each) => each.state === state && (!language || each.language === language))
        : group.languages.some((each) => each.state !== 'archived')) &&
      (group.name.includes(wanted) ||
        group.languages.some((each) => each.content.body.toLowerCase().includes(wanted))),
  )
}

export const sortings = ['changed', 'name', 'quality', 'used'] as const
export type Sorting = (typeof sortings)[number]

const orders: Record<Sorting, (a: TemplateGroup, b: TemplateGroup) => number> = {
  changed: (a, b) => b.updatedAt.localeCompare(a.updatedAt),
  name: (a, b) => a.name.localeCompare(b.name),
  quality: (a, b) => worst.indexOf(a.quality) - worst.indexOf(b.quality),
  used: (a, b) => b.usedBy - a.usedBy,
}

/** The newest change, the name, the worst quality or the most used first; equal ones by name. */
export const sortGroups = (groups: readonly TemplateGroup[], by: Sorting): TemplateGroup[] =>
  groups.toSorted((a, b) => orders[by](a, b) || orders.name(a, b))
