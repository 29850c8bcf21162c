import {
  IconArrowLeft,
  IconDotsVertical,
  IconRosetteDiscountCheckFilled,
  IconSwitchHorizontal,
} from '@tabler/icons-react'
import { useState } from 'react'
import type { SimNumber } from '../api/types.ts'
import { go, leaveChat } from '../app/route.ts'
import { useWords } from '../app/settings.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu, MenuItem } from '../ui/menu.tsx'
import s from './chat-header.module.css'

interface ChatHeaderProps {
  number: SimNumber
  numbers: SimNumber[]
  typing: boolean
  onInfo(): void
}

/** Whom the phone is talking to: the business's verified name, and the way to another one. */
export function ChatHeader({ number, numbers, typing, onInfo }: ChatHeaderProps) {
  const words = useWords()
  const [menuAt, setMenuAt] = useState<{ x: number; y: number }>()
  const others = numbers.filter((each) => each.id !== number.id)
  return (
    <header className={s.header}>
      <IconButton label={words.back} className={s.back} data-testid="back" onClick={leaveChat}>
        <IconArrowLeft size={22} />
      </IconButton>
      <Avatar id={number.id} name={number.verifiedName} size={40} look="business" />
      <div className={s.who}>
        <h2 className={s.name}>
          <span>{number.verifiedName}</span>
          <IconRosetteDiscountCheckFilled
            size={17}
            className={s.tick}
            role="img"
            aria-label={words.verified}
          />
        </h2>
        <p className={typing ? s.typing : s.line}>
          {!typing && <span className={s.kind}>{words.businessAccount} · </span>}
          {typing ? words.typing : number.displayPhoneNumber}
        </p>
      </div>
      {others.length > 0 && (
        <IconButton
          label={words.switchBusiness}
          aria-haspopup="menu"
          data-testid="switch-business"
          onClick={(event) => {
            const box = event.currentTarget.getBoundingClientRect()
            setMenuAt({ x: box.left, y: box.bottom })
          }}
        >
          <IconSwitchHorizontal size={20} />
        </IconButton>
      )}
      <IconButton label={words.toPersonPanel} onClick={onInfo} data-testid="open-person">
        <IconDotsVertical size={20} />
      </IconButton>
      {menuAt && (
        <Menu at={menuAt} label={words.switchBusiness} onClose={() => setMenuAt(undefined)}>
          {others.map((other) => (
            <MenuItem
              key={other.id}
              icon={<Avatar id={other.id} name={other.verifiedName} size={26} look="business" />}
              testId="business"
              onPick={() => go({ number: other.id })}
            >
              {other.verifiedName}
            </MenuItem>
          ))}
        </Menu>
      )}
    </header>
  )
}
