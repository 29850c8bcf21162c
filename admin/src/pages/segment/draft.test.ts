import { expect, test } from 'vitest'
import type { Rules } from '../../api/entities.ts'
import { draftOf, edit, incompleteIn, rulesOf } from './draft.ts'

const ids = () => {
  let n = 0
  return () => `id${n++}`
}
const rules: Rules = {
  match: 'any',
  groups: [
    { match: 'all', rules: [{ field: 'country', op: 'is', value: 'DE' }] },
    { match: 'any', rules: [{ field: 'created', op: 'within_days', value: 30 }] },
  ],
}

test('rules become a draft and come back unchanged', () => {
  expect(rulesOf(draftOf(rules, ids()))).toEqual(rules)
})

test('an unfinished rule is edited but does not count', () => {
  const draft = edit(draftOf(rules, ids()), { do: 'addRule', group: 'id0', ruleId: 'new' })
  expect(draft.groups[0]?.rules).toHaveLength(2)
  expect(incompleteIn(draft)).toBe(1)
  expect(rulesOf(draft)).toEqual(rules)
})

test('a group disappears with its last rule', () => {
  const draft = draftOf(rules, ids())
  const ruleId = draft.groups[0]?.rules[0]?.id ?? ''
  expect(edit(draft, { do: 'removeRule', group: 'id0', ruleId }).groups.map((group) => group.match)).toEqual([
    'any',
  ])
})

test('a group with only unfinished rules is not sent', () => {
  const draft = edit(draftOf(rules, ids()), { do: 'addGroup', id: 'g', ruleId: 'r' })
  expect(rulesOf(draft).groups).toHaveLength(2)
})

test('known and not known need no value, other comparisons do', () => {
  const one = (op: 'set' | 'is'): Rules => ({
    match: 'all',
    groups: [{ match: 'all', rules: [{ field: 'attribute', key: 'city', op }] }],
  })
  expect(incompleteIn(draftOf(one('set'), ids()))).toBe(0)
  expect(incompleteIn(draftOf(one('is'), ids()))).toBe(1)
})
