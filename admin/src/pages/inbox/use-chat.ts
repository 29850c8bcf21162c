import { useNavigate, useSearch } from '@tanstack/react-router'
import type { PageSearch } from '../../app/use-filter.ts'

export interface ChatKey {
  contactId: string
  channelId: string
}

/** Which conversation is open lives in the address, so that it can be linked to and the back button closes it. */
export function useChat(): { chat: ChatKey | undefined; open: (chat: ChatKey) => void; close: () => void } {
  const search: PageSearch = useSearch({ strict: false })
  const navigate = useNavigate()
  const go = (chat: ChatKey | undefined) =>
    void navigate({
      to: '.',
      search: (before: PageSearch) => ({ ...before, contact: chat?.contactId, channel: chat?.channelId }),
    })
  const { contact, channel } = search
  return {
    chat: contact && channel ? { contactId: contact, channelId: channel } : undefined,
    open: go,
    close: () => go(undefined),
  }
}
