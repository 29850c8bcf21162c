import { ActionIcon, Alert, Menu, Skeleton } from '@mantine/core'
import {
  IconArrowsJoin,
  IconBan,
  IconDots,
  IconHandStop,
  IconLock,
  IconMessage,
  IconPhonePlus,
  IconPlayerPause,
  IconShieldLock,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContactCard } from '../../api/entities.ts'
import { useApi } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { ErrorState } from '../../design/error-state.tsx'
import { ButtonLink } from '../../design/links.tsx'
import { PageHeader } from '../../design/page-header.tsx'
import { usePersonName } from '../../design/person.tsx'
import { PersonAddress } from '../../design/person-address.tsx'
import { ToneBadge } from '../../design/state-badge.tsx'
import { useFormat } from '../../i18n/format.ts'
import { Claims } from './claims.tsx'
import { Consents } from './consents.tsx'
import classes from './contact.module.css'
import { Details } from './details.tsx'
import { HoldDialog } from './hold-dialog.tsx'
import { HoldNotice } from './hold-notice.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import { Merges } from './merges.tsx'
import { RestrictDialog } from './restrict-dialog.tsx'
import { RestrictionNotice } from './restriction-notice.tsx'
import { Timeline } from './timeline.tsx'
import { useAskNumber } from './use-ask-number.ts'
import { WhyPanel } from './why-panel.tsx'
import { WithdrawDialog } from './withdraw-dialog.tsx'

/** One person: what they said yes to and how it is proved, why they get something or not, and what happened. */
export default function ContactPage() {
  const { t } = useTranslation('contact')
  const api = useApi()
  const { slug } = useBusiness()
  const { id = '' } = useParams({ strict: false })
  const card = useQuery(
    api.query(['contacts', id], (client, signal) =>
      client.GET('/api/v1/contacts/{id}', { params: { path: { id } }, signal }),
    ),
  )
  const back = { to: `/b/${slug}/contacts`, label: t('back') }
  if (card.error && !card.data) {
    return (
      <>
        <PageHeader title={t('back')} back={back} />
        <ErrorState error={card.error} onRetry={() => void card.refetch()} />
      </>
    )
  }
  if (!card.data) {
    return (
      <div aria-busy aria-label={t('loading')} className={classes.loading} role="status">
        <Skeleton height="2rem" width="14rem" />
        <Skeleton height="1rem" width="22rem" maw="100%" />
        <Skeleton height="22rem" radius="lg" mt="md" />
      </div>
    )
  }
  return <Card contact={card.data} back={back} />
}

function Card({ contact, back }: { contact: ContactCard; back: { to: string; label: string } }) {
  const { t } = useTranslation('contact')
  const format = useFormat()
  const nameOf = usePersonName()
  const { slug, role } = useBusiness()
  const navigate = useNavigate()
  const [dialog, setDialog] = useState<'withdraw' | 'hold' | 'restrict' | 'merge'>()
  const askNumber = useAskNumber(contact.id)
  const chatWith = contact.consents[0]?.channelId
  const facts = [
    contact.phone && contact.username ? `@${contact.username}` : null,
    contact.language && format.language(contact.language),
    contact.country && format.country(contact.country),
    t('since', { date: format.date(contact.createdAt) }),
    contact.firstSource && t('firstSource', { source: contact.firstSource.name }),
  ].filter(Boolean)
  return (
    <>
      <PageHeader
        title={nameOf(contact)}
        back={back}
        badge={
          <>
            {contact.restricted && <ToneBadge tone="warn">{t('restriction.badge')}</ToneBadge>}
            {contact.suppressed && <ToneBadge tone="bad">{t('suppressed.badge')}</ToneBadge>}
          </>
        }
        lead={
          <span className={classes.facts}>
            <PersonAddress person={contact} reveal />
            {facts.map((fact) => (
              <span key={fact} className={classes.fact}>
                {fact}
              </span>
            ))}
          </span>
        }
        actions={
          <>
            <ButtonLink
              variant="default"
              to="/b/$slug/inbox"
              params={{ slug }}
              search={{ contact: contact.id, ...(chatWith ? { channel: chatWith } : {}) }}
              leftSection={<IconMessage size={16} />}
            >
              {t('chat')}
            </ButtonLink>
            <Menu position="bottom-end" width={240}>
              <Menu.Target>
                <ActionIcon variant="default" size={36} aria-label={t('more')}>
                  <IconDots size={18} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                {!contact.hold && (
                  <Menu.Item leftSection={<IconPlayerPause size={16} />} onClick={() => setDialog('hold')}>
                    {t('hold.action')}
                  </Menu.Item>
                )}
                {!contact.restricted && (role === 'owner' || role === 'dpo') && (
                  <Menu.Item leftSection={<IconLock size={16} />} onClick={() => setDialog('restrict')}>
                    {t('restriction.action')}
                  </Menu.Item>
                )}
                {role !== 'agent' && (
                  <Menu.Item leftSection={<IconArrowsJoin size={16} />} onClick={() => setDialog('merge')}>
                    {t('merge.action')}
                  </Menu.Item>
                )}
                {contact.canAskNumber && (
                  <Menu.Item leftSection={<IconPhonePlus size={16} />} onClick={() => askNumber.mutate()}>
                    {t('askNumber.action')}
                  </Menu.Item>
                )}
                <Menu.Item
                  color="red"
                  leftSection={<IconHandStop size={16} />}
                  onClick={() => setDialog('withdraw')}
                >
                  {t('withdraw.action')}
                </Menu.Item>
                <Menu.Item
                  leftSection={<IconShieldLock size={16} />}
                  onClick={() =>
                    void navigate({
                      to: '/b/$slug/privacy',
                      params: { slug },
                      search: { part: 'people', contact: contact.id },
                    })
                  }
                >
                  {t('privacy')}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </>
        }
      />
      <div className={classes.notices}>
        {contact.restriction && (
          <RestrictionNotice contactId={contact.id} restriction={contact.restriction} />
        )}
        {contact.hold && (
          <HoldNotice contactId={contact.id} hold={contact.hold} suppressed={contact.suppressed} />
        )}
        {contact.suppression && (
          <Alert
            color="red"
            variant="light"
            icon={<IconBan size={20} stroke={1.7} />}
            title={t('suppressed.title')}
          >
            {t('suppressed.text', { date: format.date(contact.suppression.at) })}
          </Alert>
        )}
        {contact.metaPreference === 'stop' && (
          <Alert
            color="red"
            variant="light"
            icon={<IconBan size={20} stroke={1.7} />}
            title={t('metaStop.title')}
          >
            {t('metaStop.text')}
          </Alert>
        )}
      </div>
      <div className={classes.layout}>
        <div className={classes.stack}>
          <Consents contact={contact} />
          <Claims claims={contact.claims} />
          <Timeline contactId={contact.id} />
        </div>
        <div className={classes.stack}>
          <WhyPanel contact={contact} />
          <Details contact={contact} />
          <Merges contactId={contact.id} />
        </div>
      </div>
      <WithdrawDialog
        contactId={contact.id}
        opened={dialog === 'withdraw'}
        onClose={() => setDialog(undefined)}
      />
      <RestrictDialog
        contactId={contact.id}
        opened={dialog === 'restrict'}
        onClose={() => setDialog(undefined)}
      />
      <MergeDialog contact={contact} opened={dialog === 'merge'} onClose={() => setDialog(undefined)} />
      <HoldDialog contactId={contact.id} opened={dialog === 'hold'} onClose={() => setDialog(undefined)} />
    </>
  )
}
