import type { Template } from '../../api/campaign-entities.ts'

/** The languages of one template name, and those that the business's other templates have and this one lacks. */
export function languageSet(
  template: Template,
  all: readonly Template[],
): { present: Template[]; missing: string[] } {
  const onChannel = all.filter((each) => each.channelId === template.channelId && each.state !== 'archived')
  const present = onChannel
    .filter((each) => each.name === template.name && each.id !== template.id)
    .concat(template)
    .toSorted((a, b) => a.language.localeCompare(b.language))
  const there = new Set(present.map((each) => each.language))
  const missing = [...new Set(onChannel.map((each) => each.language))].filter(
    (language) => !there.has(language),
  )
  return { present, missing: missing.toSorted() }
}
