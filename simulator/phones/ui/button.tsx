import type { ButtonHTMLAttributes } from 'react'
import s from './button.module.css'

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: 'filled' | 'soft'
  'data-testid'?: string
}

/** A button with words. */
export function Button({ look = 'filled', className, ...rest }: ButtonProps) {
  return <button type="button" {...rest} className={`${s.button} ${s[look]} ${className ?? ''}`} />
}
