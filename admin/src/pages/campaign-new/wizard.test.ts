import { describe, expect, it } from 'vitest'
import type { Content } from '../../api/campaign-entities.ts'
import { fromLocalInput, nextMorning, toLocalInput } from './local-time.ts'
import { completeOnly, guessVariable, previewValues, variableNames } from './mapping.ts'
import { isStep, stepAfter, stepBefore, stepOfProblem, steps } from './steps.ts'

describe('steps', () => {
  it('lead forward to the review and back to the first', () => {
    expect(steps.map(stepAfter)).toEqual(['who', 'message', 'when', 'review', 'review'])
    expect(stepBefore('what')).toBeUndefined()
    expect(stepBefore('review')).toBe('when')
    expect(isStep('where')).toBe(false)
  })
  it('know where a problem is solved', () => {
    expect(
      ['topic_missing', 'nobody', 'variable_unset', 'over_budget', 'no_price', 'template_not_approved'].map(
        stepOfProblem,
      ),
    ).toEqual(['what', 'who', 'message', 'when', 'prices', 'template'])
  })
})

describe('local time', () => {
  it('goes through the field and back', () => {
    const at = new Date(2026, 10, 24, 9, 5).toISOString()
    expect(toLocalInput(at)).toBe('2026-11-24T09:05')
    expect(fromLocalInput(toLocalInput(at))).toBe(at)
    expect(fromLocalInput('')).toBeNull()
    expect(fromLocalInput('2026-11-')).toBeNull()
  })
  it('suggests the next morning, over the end of a month and past a Sunday', () => {
    expect(toLocalInput(nextMorning(new Date(2026, 10, 30, 23, 59)))).toBe('2026-12-01T10:00')
    expect(toLocalInput(nextMorning(new Date(2026, 10, 28, 9)))).toBe('2026-11-30T10:00')
  })
})

describe('variables', () => {
  const content: Content = {
    header: { format: 'text', text: 'Hallo {{name}}' },
    body: '{{ roast }} für {{name}}, {{code}}',
    buttons: [],
    samples: { name: 'Anna', roast: 'Guji' },
  }
  it('are read in order and guessed from their names', () => {
    expect(variableNames(content)).toEqual(['name', 'roast', 'code'])
    expect(guessVariable('first_name', [])).toEqual({ from: 'first_name', fallback: '' })
    expect(guessVariable('roast', ['roast'])).toEqual({ from: 'attribute', key: 'roast', fallback: '' })
    expect(guessVariable('code', ['roast'])).toEqual({ from: 'fixed', value: '' })
  })
  it('are saved once they can never be empty', () => {
    expect(
      completeOnly({
        a: { from: 'first_name', fallback: ' ' },
        b: { from: 'attribute', key: '', fallback: 'x' },
        c: { from: 'fixed', value: 'x' },
      }),
    ).toEqual({ c: { from: 'fixed', value: 'x' } })
  })
  it('show samples for somebody known and fallbacks for a stranger', () => {
    const variables = {
      name: { from: 'first_name', fallback: 'du' },
      code: { from: 'fixed', value: 'HERBST' },
    } as const
    expect(previewValues(content, variables, false)).toEqual({ name: 'Anna', roast: 'Guji', code: 'HERBST' })
    expect(previewValues(content, variables, true)).toEqual({ name: 'du', code: 'HERBST' })
  })
})
