import s from './switch.module.css'

interface SwitchProps {
  label: string
  on: boolean
  onChange(on: boolean): void
  testId?: string
}

/** On or off. */
export function Switch({ label, on, onChange, testId }: SwitchProps) {
  return (
    <label className={s.switch}>
      <span>{label}</span>
      <input
        type="checkbox"
        role="switch"
        checked={on}
        aria-checked={on}
        data-testid={testId}
        onChange={(event) => onChange(event.target.checked)}
      />
    </label>
  )
}
