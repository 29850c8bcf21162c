import s from './avatar.module.css'
import { avatarHue, initials } from './avatar-look.ts'

interface AvatarProps {
  id: string
  name: string
  size?: number
  look?: 'person' | 'business'
}

/** Initials on a calm colour that belongs to this id for ever. */
export function Avatar({ id, name, size = 46, look = 'person' }: AvatarProps) {
  return (
    <span
      className={look === 'business' ? `${s.avatar} ${s.business}` : s.avatar}
      data-hue={avatarHue(id)}
      style={{ width: size, height: size, fontSize: Math.round(size * 0.37) }}
      aria-hidden="true"
    >
      {initials(name)}
    </span>
  )
}
