import type { Range, RangeName } from '../api/types.ts'
import { useWords } from '../app/settings.tsx'
import { control } from '../ui/field.tsx'
import s from './range-dial.module.css'

interface RangeDialProps {
  name: RangeName
  value: Range
  onChange(value: Range): void
}

/** A span of milliseconds. The upper end never falls below the lower. */
export function RangeDial({ name, value: [min, max], onChange }: RangeDialProps) {
  const words = useWords()
  const number = (value: number) => (Number.isFinite(value) ? Math.max(0, Math.round(value)) : 0)
  return (
    <fieldset className={s.range}>
      <legend>{words.dial[name]}</legend>
      <input
        type="number"
        className={control.input}
        min={0}
        step={10}
        value={min}
        aria-label={`${words.dial[name]}: ${words.from} (${words.milliseconds})`}
        onChange={(event) => {
          const low = number(event.target.valueAsNumber)
          onChange([low, Math.max(low, max)])
        }}
      />
      <span>{words.to}</span>
      <input
        type="number"
        className={control.input}
        min={0}
        step={10}
        value={max}
        aria-label={`${words.dial[name]}: ${words.to} (${words.milliseconds})`}
        onChange={(event) => {
          const high = number(event.target.valueAsNumber)
          onChange([Math.min(min, high), high])
        }}
      />
      <span>{words.milliseconds}</span>
    </fieldset>
  )
}
