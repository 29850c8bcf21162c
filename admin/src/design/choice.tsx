import { Radio } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './choice.module.css'

export interface ChoiceProps<V extends string> {
  label: ReactNode
  description?: ReactNode
  error?: ReactNode
  value: V | null
  onChange: (value: V) => void
  options: {
    value: V
    title: ReactNode
    text?: ReactNode
    /** A number or badge at the right. */
    aside?: ReactNode
    disabled?: boolean
  }[]
  /** Beside each other where there is room; else one below the other. */
  columns?: boolean
  disabled?: boolean
  id?: string
}

/** One of a few possibilities, each with a sentence of its own: for decisions that deserve more than a select. */
export function Choice<V extends string>(props: ChoiceProps<V>) {
  const { label, description, error, value, onChange, options, columns = false, disabled = false, id } = props
  return (
    <Radio.Group
      id={id}
      label={label}
      description={description}
      error={error}
      value={value}
      onChange={(next) => {
        const option = options.find((each) => each.value === next)
        if (option) onChange(option.value)
      }}
    >
      <div className={classes.list} data-columns={columns || undefined}>
        {options.map((option) => (
          <Radio.Card
            key={option.value}
            value={option.value}
            disabled={disabled || option.disabled}
            className={classes.card}
          >
            <Radio.Indicator className={classes.indicator} />
            <span className={classes.words}>
              <span className={classes.title}>{option.title}</span>
              {option.text && <span className={classes.text}>{option.text}</span>}
            </span>
            {option.aside && <span className={classes.aside}>{option.aside}</span>}
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  )
}
