import { ActionIcon, Button, Select, Skeleton, Text, Title } from '@mantine/core'
import { IconArchive, IconArchiveOff, IconChevronLeft, IconUser } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Conversation } from '../../api/campaign-entities.ts'
import type { ContactCard } from '../../api/entities.ts'
import { useApi, useChange } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { ConsentChips } from '../../design/consent-chips.tsx'
import { ButtonLink } from '../../design/links.tsx'
import { PersonAvatar, usePersonName } from '../../design/person.tsx'
import { PersonAddress } from '../../design/person-address.tsx'
import { PhoneNumber } from '../../design/phone-number.tsx'
import { ToneBadge } from '../../design/state-badge.tsx'
import { HiddenNumber } from './hidden-number.tsx'
import panes from './panes.module.css'
import classes from './person-pane.module.css'
import type { ChatKey } from './use-chat.ts'
import { WindowTimer } from './window-timer.tsx'

interface PersonPaneProps {
  chat: ChatKey
  conversation: Conversation | undefined
  contact: ContactCard | undefined
  onChanged: (conversation: Conversation) => void
  onBack: () => void
}

const nobody = 'nobody'

/** Right pane: who it is, what they said yes to, how long an answer is possible, who looks after it. */
export function PersonPane({ chat, conversation, contact, onChanged, onBack }: PersonPaneProps) {
  const { t } = useTranslation('inbox')
  const api = useApi()
  const { slug } = useBusiness()
  const nameOf = usePersonName()
  const members = useQuery(
    api.query(['members'], (client, signal) => client.GET('/api/v1/members', { signal })),
  )
  const params = { path: { contactId: chat.contactId, channelId: chat.channelId } }
  const touches = [['conversations', 'list']] as const
  const assign = useChange(
    (client, memberId: string | null) =>
      client.POST('/api/v1/conversations/{contactId}/{channelId}/assign', { params, body: { memberId } }),
    { touches, done: t('assign.done'), onDone: onChanged },
  )
  const close = useChange(
    (client) => client.POST('/api/v1/conversations/{contactId}/{channelId}/close', { params }),
    { touches, done: t('closed'), onDone: onChanged },
  )
  const reopen = useChange(
    (client) => client.POST('/api/v1/conversations/{contactId}/{channelId}/reopen', { params }),
    { touches, done: t('reopened'), onDone: onChanged },
  )
  const person = contact ?? conversation
  const consents = contact?.consents ?? conversation?.consents
  return (
    <section className={panes.side} aria-label={t('side')}>
      <ActionIcon className={panes.sideBack} size="lg" aria-label={t('backToChat')} onClick={onBack}>
        <IconChevronLeft size={20} />
      </ActionIcon>
      <div className={classes.sidePerson}>
        <PersonAvatar id={chat.contactId} name={person?.name ?? null} large />
        <Title order={2}>{person ? nameOf(person) : '…'}</Title>
        {contact?.restricted && <ToneBadge tone="warn">{t('restricted')}</ToneBadge>}
        {person && (
          <Text size="sm" c="dimmed" component="div">
            {contact ? (
              <PersonAddress person={contact} reveal />
            ) : (
              <PhoneNumber phone={person.phone} reveal />
            )}
          </Text>
        )}
        <ButtonLink
          variant="default"
          size="xs"
          mt="xs"
          to="/b/$slug/contacts/$id"
          params={{ slug, id: chat.contactId }}
          leftSection={<IconUser size={15} />}
        >
          {t('contact')}
        </ButtonLink>
      </div>
      <div>
        <span className={classes.sideLabel}>{t('consents')}</span>
        {consents ? <ConsentChips consents={consents} /> : <Skeleton height="1.5rem" />}
      </div>
      {contact && <HiddenNumber contact={contact} />}
      {conversation && (
        <>
          <WindowTimer endsAt={conversation.windowEndsAt} />
          {members.data && (
            <Select
              label={t('assign.label')}
              size="sm"
              value={conversation.assignedTo ?? nobody}
              disabled={assign.isPending}
              onChange={(value) => assign.mutate(value === nobody || value === null ? null : String(value))}
              data={[
                { value: nobody, label: t('assign.nobody') },
                ...members.data.map((member) => ({ value: member.id, label: member.name })),
              ]}
            />
          )}
          {conversation.state === 'open' ? (
            <Button
              variant="default"
              leftSection={<IconArchive size={16} />}
              loading={close.isPending}
              onClick={() => close.mutate()}
            >
              {t('close')}
            </Button>
          ) : (
            <Button
              variant="default"
              leftSection={<IconArchiveOff size={16} />}
              loading={reopen.isPending}
              onClick={() => reopen.mutate()}
            >
              {t('reopen')}
            </Button>
          )}
        </>
      )}
      <Text size="xs" c="dimmed" className={classes.stopHint}>
        {t('stopHint')}
      </Text>
    </section>
  )
}
