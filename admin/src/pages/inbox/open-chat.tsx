import type { InfiniteData } from '@tanstack/react-query'
import { useQuery } from '@tanstack/react-query'
import type { Conversation } from '../../api/campaign-entities.ts'
import type { Page } from '../../api/entities.ts'
import { useApi } from '../../api/use-api.ts'
import { Chat } from './chat.tsx'
import { PersonPane } from './person-pane.tsx'
import type { ChatKey } from './use-chat.ts'
import { useConversation } from './use-conversation.ts'

interface OpenChatProps {
  chat: ChatKey
  listed: InfiniteData<Page<Conversation>> | undefined
  onBack: () => void
  onSide: (open: boolean) => void
}

/** The middle and the right pane of one conversation. */
export function OpenChat({ chat, listed, onBack, onSide }: OpenChatProps) {
  const api = useApi()
  const { conversation, setAnswered } = useConversation(chat, listed)
  const card = useQuery(
    api.query(['contacts', chat.contactId], (client, signal) =>
      client.GET('/api/v1/contacts/{id}', { params: { path: { id: chat.contactId } }, signal }),
    ),
  )
  return (
    <>
      <Chat
        chat={chat}
        conversation={conversation}
        contact={card.data}
        onBack={onBack}
        onSide={() => onSide(true)}
      />
      <PersonPane
        chat={chat}
        conversation={conversation}
        contact={card.data}
        onChanged={setAnswered}
        onBack={() => onSide(false)}
      />
    </>
  )
}
