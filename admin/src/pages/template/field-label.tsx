import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './template.module.css'

/** A label with the characters used of those that Meta allows. */
export function FieldLabel({ children, text, limit }: { children: string; text: string; limit: number }) {
  const { t } = useTranslation('template')
  const over = text.length > limit
  return (
    <span className={classes.label}>
      <span>{children}</span>
      <Text span size="xs" c={over ? 'red' : 'dimmed'} className="tabular">
        <span aria-hidden>{`${text.length}/${limit}`}</span>
        <span className={classes.hidden}>{t('characters', { used: text.length, limit })}</span>
      </Text>
    </span>
  )
}

/** Where a finding's place is on the page. */
export const fieldId = (where: string): string => `template-${where.replaceAll('.', '-')}`

/** Brings the field of a finding into sight and the cursor into it; a place without a field gives the nearest around it. */
export function jumpTo(where: string): void {
  const steps = where.split('.')
  const found = steps
    .map((_, index) => steps.slice(0, steps.length - index).join('.'))
    .map((place) => document.getElementById(fieldId(place)))
    .find((element) => element !== null)
  if (!found) return
  found.scrollIntoView({ block: 'center', behavior: 'smooth' })
  const inner = found.matches('input, textarea, button')
    ? found
    : found.querySelector('input, textarea, button')
  if (inner instanceof HTMLElement) inner.focus({ preventScroll: true })
}
