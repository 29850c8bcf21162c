import { IconMessages } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../design/empty-state.tsx'
import { PageHeader } from '../../design/page-header.tsx'
import { ConversationList } from './list.tsx'
import { OpenChat } from './open-chat.tsx'
import classes from './panes.module.css'
import { useChat } from './use-chat.ts'
import { useConversations } from './use-conversations.ts'

/** Three panes: who wrote, what was said, who it is. On a phone one of them at a time. */
export default function InboxPage() {
  const { t } = useTranslation('inbox')
  const { chat, open, close } = useChat()
  const [sideOpen, setSideOpen] = useState(false)
  const list = useConversations()
  const pane = chat ? (sideOpen ? 'side' : 'chat') : 'list'
  return (
    <>
      <PageHeader title={t('title')} />
      <div className={classes.panes} data-pane={pane}>
        <ConversationList
          {...list}
          selected={chat}
          onOpen={(next) => {
            setSideOpen(false)
            open(next)
          }}
        />
        {chat ? (
          <OpenChat
            key={`${chat.contactId}-${chat.channelId}`}
            chat={chat}
            listed={list.conversations.data}
            onBack={close}
            onSide={setSideOpen}
          />
        ) : (
          <section className={classes.nothing} aria-label={t('chat')}>
            <EmptyState icon={IconMessages} title={t('choose')} text={t('chooseText')} />
          </section>
        )}
      </div>
    </>
  )
}
