import type { Rule, Rules } from '../../api/entities.ts'

interface Words {
  and: string
  or: string
  rule: (rule: Rule) => string
}

/** The clauses of a segment in one sentence; brackets only where "and" and "or" would be read wrongly. */
export function joinRules(rules: Rules, words: Words): string {
  const word = (match: Rules['match']) => ` ${match === 'all' ? words.and : words.or} `
  const several = rules.groups.length > 1
  return rules.groups
    .map((group) => {
      const clause = group.rules.map(words.rule).join(word(group.match))
      const mixed = several && group.rules.length > 1 && group.match !== rules.match
      return mixed ? `(${clause})` : clause
    })
    .join(word(rules.match))
}
