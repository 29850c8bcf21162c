import type { InfiniteData } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Conversation } from '../../api/campaign-entities.ts'
import type { Page } from '../../api/entities.ts'
import { useChange } from '../../api/use-api.ts'
import type { ChatKey } from './use-chat.ts'

const isOf = (chat: ChatKey) => (one: Conversation) =>
  one.contactId === chat.contactId && one.channelId === chat.channelId

/**
 * The open conversation. The filtered list has the freshest state; what a change answered stays on screen when that
 * change takes the conversation out of the list. Opening it marks it read, and so does a message that arrives meanwhile.
 */
export function useConversation(chat: ChatKey, data: InfiniteData<Page<Conversation>> | undefined) {
  const [answered, setAnswered] = useState<Conversation>()
  const listed = data?.pages.flatMap((page) => page.items).find(isOf(chat))
  const path = { path: { contactId: chat.contactId, channelId: chat.channelId } }

  const read = useChange(
    (client) => client.POST('/api/v1/conversations/{contactId}/{channelId}/read', { params: path }),
    {
      touches: [['conversations', 'list']],
      onDone: setAnswered,
      // Nothing was asked of the person at the screen, so nothing is to be told; the messages say what is wrong.
      onProblem: () => undefined,
    },
  )
  const { mutate: markRead } = read
  const arrived = listed?.unread ?? 0
  useEffect(() => markRead(), [markRead])
  useEffect(() => {
    if (arrived === 0) return
    const whenSeen = () => {
      if (document.visibilityState === 'visible') markRead()
    }
    whenSeen()
    document.addEventListener('visibilitychange', whenSeen)
    return () => document.removeEventListener('visibilitychange', whenSeen)
  }, [arrived, markRead])

  return { conversation: listed ?? answered, setAnswered }
}
