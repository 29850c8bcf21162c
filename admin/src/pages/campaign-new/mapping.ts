import type { Content, Variable } from '../../api/campaign-entities.ts'
import { variablesOf } from '../../design/message-variables.ts'

/** The variables of a template in the order in which people read them. */
export const variableNames = variablesOf

export const isComplete = (variable: Variable | undefined): variable is Variable =>
  variable !== undefined &&
  (variable.from === 'fixed'
    ? variable.value.trim() !== ''
    : variable.fallback.trim() !== '' && (variable.from !== 'attribute' || variable.key !== ''))

/** A first guess for a variable from its name; the person still says what stands there when nothing is known. */
export function guessVariable(name: string, fieldKeys: readonly string[]): Variable {
  if (/^(first_?name|vorname|name|1)$/i.test(name)) return { from: 'first_name', fallback: '' }
  if (fieldKeys.includes(name)) return { from: 'attribute', key: name, fallback: '' }
  return { from: 'fixed', value: '' }
}

/** Only what is complete can be saved; the rest waits on the page. */
export function completeOnly(variables: Record<string, Variable>): Record<string, Variable> {
  return Object.fromEntries(Object.entries(variables).filter(([, variable]) => isComplete(variable)))
}

/** What the phone shows: with the samples, as for somebody well known, or with the fallbacks, as for a stranger. */
export function previewValues(
  content: Content,
  variables: Record<string, Variable>,
  stranger: boolean,
): Record<string, string> {
  return Object.fromEntries(
    variableNames(content).flatMap((name) => {
      const variable = variables[name]
      const known = content.samples[name]
      const value = variable?.from === 'fixed' ? variable.value : stranger ? variable?.fallback : known
      return value ? [[name, value] as const] : []
    }),
  )
}
