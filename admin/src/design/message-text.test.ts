import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { fillVariables, MessageText } from './message-text.tsx'

test('variables take their value, and stay visible without one', () => {
  expect(
    fillVariables('Hallo {{first_name}}, {{ code }} gilt bis {{day}}', { first_name: 'Anna', code: 'X1' }),
  ).toBe('Hallo Anna, X1 gilt bis {{day}}')
})

test('marks count around words only, and never inside a variable', () => {
  const shown = (text: string) => renderToStaticMarkup(createElement(MessageText, { text }))
  expect(shown('*a* 2*3*4 snake_case_name')).toBe('<strong>a</strong> 2*3*4 snake_case_name')
  expect(shown('{{first_name}} {{last_name}}')).not.toContain('<em>')
  expect(shown('*_beides_*')).toBe('<strong><em>beides</em></strong>')
})
