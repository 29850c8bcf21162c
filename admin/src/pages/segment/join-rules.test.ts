import { expect, test } from 'vitest'
import type { Rule, Rules } from '../../api/entities.ts'
import { joinRules } from './join-rules.ts'

const country = (value: string): Rule => ({ field: 'country', op: 'is', value })
const words = { and: 'und', or: 'oder', rule: (rule: Rule) => (rule.field === 'country' ? rule.value : '?') }
const group = (match: Rules['match'], ...values: string[]) => ({ match, rules: values.map(country) })

test.each<[Rules, string]>([
  [{ match: 'all', groups: [] }, ''],
  [{ match: 'all', groups: [group('all', 'A', 'B')] }, 'A und B'],
  [{ match: 'all', groups: [group('any', 'A', 'B'), group('all', 'C')] }, '(A oder B) und C'],
  [{ match: 'any', groups: [group('all', 'A', 'B'), group('all', 'C', 'D')] }, '(A und B) oder (C und D)'],
  [{ match: 'all', groups: [group('all', 'A', 'B'), group('all', 'C')] }, 'A und B und C'],
])('%o reads %s', (rules, sentence) => {
  expect(joinRules(rules, words)).toBe(sentence)
})
