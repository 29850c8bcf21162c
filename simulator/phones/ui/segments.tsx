import { useId } from 'react'
import s from './segments.module.css'

interface SegmentsProps<T extends string> {
  label: string
  value: T | undefined
  options: readonly { value: NoInfer<T>; text: string; tone?: 'good' | 'warn' | 'bad' }[]
  onChange(value: NoInfer<T>): void
  testId?: string
}

/** One choice out of a few, all visible. */
export function Segments<T extends string>({ label, value, options, onChange, testId }: SegmentsProps<T>) {
  const name = useId()
  return (
    <fieldset className={s.segments} data-testid={testId}>
      <legend className={s.label}>{label}</legend>
      <div className={s.track}>
        {options.map((option) => (
          <label key={option.value} className={s.option} data-tone={option.tone}>
            <input
              type="radio"
              className="visually-hidden"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
