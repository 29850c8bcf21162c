import type { Rule, Rules } from '../../api/entities.ts'

/** Rules while they are being edited: everything has an id, so that inputs keep their focus, and values may be missing. */
export interface DraftRule {
  id: string
  rule: Rule
}
export interface DraftGroup {
  id: string
  match: Rules['match']
  rules: DraftRule[]
}
export interface Draft {
  match: Rules['match']
  groups: DraftGroup[]
}

export type Edit =
  | { do: 'match'; match: Rules['match'] }
  | { do: 'groupMatch'; group: string; match: Rules['match'] }
  | { do: 'addGroup'; id: string; ruleId: string }
  | { do: 'removeGroup'; group: string }
  | { do: 'addRule'; group: string; ruleId: string }
  | { do: 'removeRule'; group: string; ruleId: string }
  | { do: 'change'; group: string; ruleId: string; rule: Rule }
  | { do: 'load'; draft: Draft }

const emptyRule: Rule = { field: 'topic', op: 'confirmed', value: '' }

export function draftOf(rules: Rules, newId: () => string): Draft {
  return {
    match: rules.match,
    groups: rules.groups.map((group) => ({
      id: newId(),
      match: group.match,
      rules: group.rules.map((rule) => ({ id: newId(), rule })),
    })),
  }
}

/** One step of editing. A group that loses its last rule is gone with it. */
export function edit(draft: Draft, step: Edit): Draft {
  const inGroup = (id: string, change: (group: DraftGroup) => DraftGroup): Draft => ({
    ...draft,
    groups: draft.groups
      .map((group) => (group.id === id ? change(group) : group))
      .filter((g) => g.rules.length > 0),
  })
  switch (step.do) {
    case 'load':
      return step.draft
    case 'match':
      return { ...draft, match: step.match }
    case 'groupMatch':
      return inGroup(step.group, (group) => ({ ...group, match: step.match }))
    case 'addGroup':
      return {
        ...draft,
        groups: [
          ...draft.groups,
          { id: step.id, match: 'all', rules: [{ id: step.ruleId, rule: emptyRule }] },
        ],
      }
    case 'removeGroup':
      return { ...draft, groups: draft.groups.filter((group) => group.id !== step.group) }
    case 'addRule':
      return inGroup(step.group, (group) => ({
        ...group,
        rules: [...group.rules, { id: step.ruleId, rule: emptyRule }],
      }))
    case 'removeRule':
      return inGroup(step.group, (group) => ({
        ...group,
        rules: group.rules.filter((rule) => rule.id !== step.ruleId),
      }))
    case 'change':
      return inGroup(step.group, (group) => ({
        ...group,
        rules: group.rules.map((one) => (one.id === step.ruleId ? { ...one, rule: step.rule } : one)),
      }))
  }
}

/** Whether a rule says something yet. */
function isComplete(rule: Rule): boolean {
  if (rule.field === 'attribute') {
    return rule.op === 'set' || rule.op === 'not_set' || (rule.value !== undefined && rule.value !== '')
  }
  return typeof rule.value === 'number' ? rule.value >= 1 : rule.value !== ''
}

/** The rules that count: complete ones, and no group without any. */
export function rulesOf(draft: Draft): Rules {
  return {
    match: draft.match,
    groups: draft.groups
      .map((group) => ({
        match: group.match,
        rules: group.rules.map((one) => one.rule).filter(isComplete),
      }))
      .filter((group) => group.rules.length > 0),
  }
}

export const incompleteIn = (draft: Draft): number =>
  draft.groups.flatMap((group) => group.rules).filter((one) => !isComplete(one.rule)).length
