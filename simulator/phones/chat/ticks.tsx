import { IconAlertCircleFilled, IconCheck, IconChecks, IconClock } from '@tabler/icons-react'
import { useWords } from '../app/settings.tsx'
import type { ShownMessage } from './chat-state.ts'
import s from './ticks.module.css'

/** One tick sent, two delivered, two coloured read; a clock while it is still on its way. */
export function Ticks({ message }: { message: ShownMessage }) {
  const words = useWords()
  const state = message.local ?? message.status
  switch (state) {
    case 'sending':
      return <IconClock size={13} className={s.ticks} aria-label={words.statusSending} role="img" />
    case 'unsent':
    case 'failed':
      return (
        <IconAlertCircleFilled size={15} className={s.failed} aria-label={words.statusFailed} role="img" />
      )
    case 'sent':
      return <IconCheck size={15} className={s.ticks} aria-label={words.statusSent} role="img" />
    case 'delivered':
      return <IconChecks size={16} className={s.ticks} aria-label={words.statusDelivered} role="img" />
    case 'read':
      return <IconChecks size={16} className={s.read} aria-label={words.statusRead} role="img" />
  }
}
