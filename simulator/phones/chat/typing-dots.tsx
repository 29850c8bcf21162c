import s from './typing-dots.module.css'

/** Three breathing dots while the business writes. */
export function TypingDots({ label }: { label: string }) {
  return (
    <p className={s.bubble} role="img" aria-label={label} data-testid="typing">
      <i />
      <i />
      <i />
    </p>
  )
}
