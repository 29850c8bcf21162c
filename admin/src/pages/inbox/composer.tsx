import { Button, Text, Textarea } from '@mantine/core'
import { IconLock, IconSend } from '@tabler/icons-react'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../api/use-api.ts'
import classes from './composer.module.css'
import type { ChatKey } from './use-chat.ts'
import { useNow } from './use-now.ts'
import { windowLeft } from './window-left.ts'

/** WhatsApp's limit for a text. */
const longest = 4096

/** Unsent words per conversation: kept while the page is open, and never written to the browser's storage. */
const drafts = new Map<string, string>()

/** The answer; where WhatsApp forbids one, the reason in its place. */
export function Composer({ chat, windowEndsAt }: { chat: ChatKey; windowEndsAt: string | null }) {
  const { t } = useTranslation('inbox')
  const key = `${chat.contactId}-${chat.channelId}`
  const [text, setText] = useState(drafts.get(key) ?? '')
  const open = windowLeft(windowEndsAt, useNow()) !== undefined
  const write = (value: string) => {
    drafts.set(key, value)
    setText(value)
  }
  const send = useChange(
    (client, body: string) =>
      client.POST('/api/v1/conversations/{contactId}/{channelId}/messages', {
        params: { path: { contactId: chat.contactId, channelId: chat.channelId } },
        body: { text: body },
      }),
    {
      touches: [
        ['conversations', chat.contactId],
        ['conversations', 'list'],
      ],
      onDone: () => write(''),
    },
  )
  const ready = open && text.trim() !== '' && !send.isPending
  const submit = () => {
    if (ready) send.mutate(text.trim())
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    submit()
  }
  if (!open) {
    return (
      <div className={classes.composerClosed} role="note" aria-label={t('composer.disabled')}>
        <IconLock size={18} stroke={1.7} aria-hidden />
        <div>
          <strong>{t('composer.disabled')}</strong>
          <Text size="sm" c="dimmed">
            {windowEndsAt ? t('window.closedText') : t('window.never')}
          </Text>
        </div>
      </div>
    )
  }
  return (
    <form
      className={classes.composer}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Textarea
        aria-label={t('composer.label')}
        placeholder={t('composer.placeholder')}
        autosize
        minRows={1}
        maxRows={6}
        maxLength={longest}
        value={text}
        onChange={(event) => write(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        className={classes.composerText}
      />
      <Button
        type="submit"
        disabled={!ready}
        loading={send.isPending}
        leftSection={<IconSend size={16} />}
        title={t('composer.hint')}
      >
        {t('composer.send')}
      </Button>
    </form>
  )
}
