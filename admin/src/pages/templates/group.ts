import type { Template } from '../../api/campaign-entities.ts'
import type { Quality } from '../../api/entities.ts'

/** All languages of one template name on one channel. */
export interface TemplateGroup {
  id: string
  name: string
  category: Template['category']
  languages: Template[]
  quality: Quality
  usedBy: number
  updatedAt: string
}

const worst: Quality[] = ['RED', 'YELLOW', 'GREEN', 'UNKNOWN']

/** Templates of one name belong together; the group says the worst quality and the newest change. */
export function groupTemplates(templates: readonly Template[]): TemplateGroup[] {
  const groups = Map.groupBy(templates, (each) => `${each.channelId} ${each.name}`)
  return [...groups.values()].flatMap((languages) => {
    const [first] = languages
    if (!first) return []
    return {
      id: first.id,
      name: first.name,
      category: first.category,
      languages: languages.toSorted((a, b) => a.language.localeCompare(b.language)),
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
