import type { ReactNode } from 'react'
import s from './field.module.css'

interface FieldProps {
  label: string
  /** id of the control inside */
  control: string
  hint?: string
  children: ReactNode
}

/** A label above its control, with an optional hint below. */
export function Field({ label, control, hint, children }: FieldProps) {
  return (
    <div className={s.field}>
      <label className={s.label} htmlFor={control}>
        {label}
      </label>
      {children}
      {hint && (
        <p className={s.hint} id={`${control}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}

/** Class names for the controls themselves. */
export const control = { input: s.input, row: s.row }
