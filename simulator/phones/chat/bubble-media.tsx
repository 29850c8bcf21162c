import {
  IconFileText,
  IconMapPin,
  IconMicrophone,
  IconPhoto,
  IconPlayerPlayFilled,
  IconVideo,
} from '@tabler/icons-react'
import { useState } from 'react'
import type { ChatMessage } from '../api/types.ts'
import { useWords } from '../app/settings.tsx'
import s from './bubble-media.module.css'

/** Bar heights of a voice message, in percent: the same little melody every time. */
const melody = [28, 44, 70, 52, 88, 64, 36, 58, 92, 74, 46, 30, 66, 84, 54, 38, 72, 48, 60, 34, 50, 26].map(
  (height, at) => ({ id: `bar-${at}`, height }),
)

/** Picture, video, document or voice message of a bubble; nothing when it has none. */
export function BubbleMedia({ message }: { message: ChatMessage }) {
  const words = useWords()
  const format = message.type === 'audio' ? 'audio' : (message.header?.format ?? message.type)
  const url = message.header?.url

  switch (format) {
    case 'image':
      return <Picture key={url} url={url} label={words.photo} />
    case 'video':
      return (
        <span className={s.stub} role="img" aria-label={words.video}>
          <IconVideo size={34} />
        </span>
      )
    case 'document':
      return (
        <a className={s.document} href={url} target="_blank" rel="noopener noreferrer">
          <IconFileText size={26} aria-hidden="true" />
          <span>{message.header?.text ?? words.document}</span>
        </a>
      )
    case 'location':
      return (
        <span className={s.document}>
          <IconMapPin size={26} aria-hidden="true" />
          <span>{message.header?.text}</span>
        </span>
      )
    case 'audio':
      return (
        <span className={s.voice} role="img" aria-label={words.voice}>
          <IconPlayerPlayFilled size={22} />
          <span className={s.melody}>
            {melody.map(({ id, height }) => (
              <i key={id} style={{ height: `${height}%` }} />
            ))}
          </span>
          <IconMicrophone size={17} />
        </span>
      )
    default:
      return null
  }
}

function Picture({ url, label }: { url?: string; label: string }) {
  const [failed, setFailed] = useState(false)
  if (!url || failed) {
    return (
      <span className={s.stub} role="img" aria-label={label}>
        <IconPhoto size={34} />
      </span>
    )
  }
  return <img className={s.picture} src={url} alt={label} onError={() => setFailed(true)} />
}
