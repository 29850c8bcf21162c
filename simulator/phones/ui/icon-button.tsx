import type { ButtonHTMLAttributes, ReactNode } from 'react'
import s from './icon-button.module.css'

interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  label: string
  children: ReactNode
  'data-testid'?: string
}

/** A round button that is only an icon; its label is spoken and shown as a tooltip. */
export function IconButton({ label, children, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      title={label}
      className={className ? `${s.button} ${className}` : s.button}
    >
      {children}
    </button>
  )
}
