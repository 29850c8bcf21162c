import { IconArrowBackUp, IconArrowForwardUp, IconCopy } from '@tabler/icons-react'
import type { ChatMessage } from '../api/types.ts'
import { useWords } from '../app/settings.tsx'
import { Menu, MenuItem } from '../ui/menu.tsx'
import { showToast } from '../ui/toast.ts'

interface MessageMenuProps {
  message: ChatMessage
  at: { x: number; y: number }
  onClose(): void
  onReply(): void
  onForward(): void
}

/** What a person can do with one message. */
export function MessageMenu({ message, at, onClose, onReply, onForward }: MessageMenuProps) {
  const words = useWords()
  const copy = async () => {
    await navigator.clipboard.writeText(message.body)
    showToast(words.copied)
  }
  return (
    <Menu at={at} label={words.messageMenu} onClose={onClose}>
      <MenuItem icon={<IconArrowBackUp size={18} />} testId="reply" onPick={onReply}>
        {words.reply}
      </MenuItem>
      {message.body && (
        <MenuItem icon={<IconArrowForwardUp size={18} />} testId="forward" onPick={onForward}>
          {words.forward}
        </MenuItem>
      )}
      {message.body && (
        <MenuItem icon={<IconCopy size={18} />} testId="copy" onPick={() => void copy()}>
          {words.copyText}
        </MenuItem>
      )}
    </Menu>
  )
}
