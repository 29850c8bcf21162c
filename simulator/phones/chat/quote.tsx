import type { ChatMessage } from '../api/types.ts'
import { useWords } from '../app/settings.tsx'
import s from './quote.module.css'
import { messageSummary } from './summary.ts'

/** The message that another one answers, in short. */
export function Quote({ message, businessName }: { message: ChatMessage; businessName: string }) {
  const words = useWords()
  return (
    <blockquote className={s.quote}>
      <span className={s.who}>{message.direction === 'out' ? words.you : businessName}</span>
      <span className={s.text}>{messageSummary(message, words)}</span>
    </blockquote>
  )
}
