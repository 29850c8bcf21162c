import { useConnectionLost } from '../api/events.ts'
import { useWords } from '../app/settings.tsx'
import { useToasts } from './toast.ts'
import s from './toasts.module.css'

/** Short notes at the bottom, and the note that the live stream is down. */
export function Toasts() {
  const words = useWords()
  const toasts = useToasts()
  const lost = useConnectionLost()
  return (
    <div className={s.toasts} role="status">
      {lost && <p className={`${s.toast} ${s.bad}`}>{words.connectionLost}</p>}
      {toasts.map((toast) => (
        <p key={toast.id} className={toast.tone === 'bad' ? `${s.toast} ${s.bad}` : s.toast}>
          {toast.text}
        </p>
      ))}
    </div>
  )
}
