import { Button, Group, Skeleton, Text, Textarea, TextInput } from '@mantine/core'
import { IconDownload, IconLock, IconLockOpen } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Unlock } from '../../api/campaign-entities.ts'
import { useDownload } from '../../api/download.ts'
import { useApi, useChange } from '../../api/use-api.ts'
import { EmptyState } from '../../design/empty-state.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { Figure } from '../../design/figure.tsx'
import { Section } from '../../design/section.tsx'
import { ToneBadge } from '../../design/state-badge.tsx'
import { DateTime } from '../../design/values.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './privacy.module.css'
import rights from './rights.module.css'

const shortestNote = 5
const tones = { waiting: 'warn', open: 'good', rejected: 'quiet', expired: 'quiet' } as const

/** The proof of people who were erased: how much there is, and the two-person way to open one. */
export function RestrictedPart() {
  const { t } = useTranslation('privacy')
  const format = useFormat()
  const api = useApi()
  const vault = useQuery(
    api.query(['privacy', 'restricted'], (client, signal) =>
      client.GET('/api/v1/privacy/restricted', { signal }),
    ),
  )
  if (vault.error && !vault.data) {
    return (
      <Section title={t('vault.title')}>
        <ErrorState error={vault.error} onRetry={() => void vault.refetch()} />
      </Section>
    )
  }
  if (!vault.data) {
    return (
      <Section title={t('vault.title')} lead={t('vault.lead')}>
        <Skeleton height="8rem" />
      </Section>
    )
  }
  const { people, pieces, nextShredAt, unlocks } = vault.data
  return (
    <div className={classes.stack}>
      <Section title={t('vault.title')} lead={t('vault.lead')}>
        {people === 0 ? (
          <EmptyState compact icon={IconLock} title={t('vault.emptyTitle')} text={t('vault.emptyText')} />
        ) : (
          <>
            <div className={rights.figures}>
              <Figure label={t('vault.people')} value={format.number(people)} />
              <Figure label={t('vault.pieces')} value={format.number(pieces)} />
              <Figure label={t('vault.next')} value={nextShredAt ? format.date(nextShredAt) : '–'} />
            </div>
            <AskToOpen />
          </>
        )}
      </Section>
      {unlocks.length > 0 && (
        <Section title={t('vault.unlocks')} lead={t('vault.unlocksLead')}>
          <ul className={rights.unlocks}>
            {unlocks.map((unlock) => (
              <OneUnlock key={unlock.id} unlock={unlock} />
            ))}
          </ul>
        </Section>
      )}
      <ShredList />
    </div>
  )
}

function AskToOpen() {
  const { t } = useTranslation('privacy')
  const [phone, setPhone] = useState('')
  const [note, setNote] = useState('')
  const [problem, setProblem] = useState<string>()
  const ask = useChange(
    (client) =>
      client.POST('/api/v1/privacy/restricted/unlocks', {
        body: { phone, purpose: 'legal_claims', note },
      }),
    {
      touches: [['privacy', 'restricted']],
      done: t('vault.asked'),
      onDone: () => {
        setPhone('')
        setNote('')
      },
      onProblem: (refused) => setProblem(refused.detail || refused.title),
    },
  )
  return (
    <form
      className={rights.form}
      onSubmit={(event) => {
        event.preventDefault()
        setProblem(undefined)
        ask.mutate()
      }}
    >
      <Text size="sm" c="dimmed">
        {t('vault.how')}
      </Text>
      <TextInput
        label={t('vault.phone')}
        description={t('vault.phoneHint')}
        inputMode="tel"
        value={phone}
        error={problem}
        onChange={(event) => setPhone(event.currentTarget.value)}
      />
      <Textarea
        label={t('vault.note')}
        description={t('vault.noteHint')}
        autosize
        minRows={1}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Group>
        <Button
          type="submit"
          variant="default"
          leftSection={<IconLockOpen size={16} />}
          disabled={phone.trim() === '' || note.trim().length < shortestNote}
          loading={ask.isPending}
        >
          {t('vault.ask')}
        </Button>
      </Group>
    </form>
  )
}

function OneUnlock({ unlock }: { unlock: Unlock }) {
  const { t } = useTranslation('privacy')
  const api = useApi()
  const download = useDownload()
  const members = useQuery(
    api.query(['members'], (client, signal) => client.GET('/api/v1/members', { signal })),
  )
  const nameOf = (id: string | null) =>
    members.data?.find((member) => member.id === id)?.name ?? t('vault.member')
  const decide = useChange(
    (client, approve: boolean) =>
      client.POST('/api/v1/privacy/restricted/unlocks/{id}/decide', {
        params: { path: { id: unlock.id } },
        body: { approve },
      }),
    { touches: [['privacy', 'restricted']] },
  )
  return (
    <li className={rights.unlock}>
      <div className={rights.unlockFacts}>
        <ToneBadge tone={tones[unlock.state]}>{t(`vault.states.${unlock.state}`)}</ToneBadge>
        <strong>{unlock.note}</strong>
        <Text size="sm" c="dimmed">
          {t('vault.requestedBy', { name: nameOf(unlock.requestedBy) })} <DateTime at={unlock.requestedAt} />
        </Text>
        {unlock.decidedAt && (
          <Text size="sm" c="dimmed">
            {t(unlock.state === 'rejected' ? 'vault.rejectedBy' : 'vault.approvedBy', {
              name: nameOf(unlock.decidedBy),
            })}{' '}
            <DateTime at={unlock.decidedAt} />
            {unlock.reads > 0 && `, ${t('vault.reads', { count: unlock.reads })}`}
          </Text>
        )}
      </div>
      {unlock.state === 'waiting' &&
        (unlock.mine ? (
          <Text size="sm" c="dimmed">
            {t('vault.second')}
          </Text>
        ) : (
          <Group gap="xs">
            <Button variant="default" loading={decide.isPending} onClick={() => decide.mutate(false)}>
              {t('vault.reject')}
            </Button>
            <Button loading={decide.isPending} onClick={() => decide.mutate(true)}>
              {t('vault.approve')}
            </Button>
          </Group>
        ))}
      {unlock.state === 'open' && (
        <Group gap="xs">
          <Button
            variant="default"
            leftSection={<IconDownload size={16} />}
            loading={download.busy}
            onClick={() =>
              void download.save({
                path: `/api/v1/privacy/restricted/unlocks/${unlock.id}/pack`,
                name: `${unlock.id}.zip`,
                method: 'POST',
              })
            }
          >
            {t('vault.pack')}
          </Button>
          <Button
            variant="subtle"
            leftSection={<IconDownload size={16} />}
            loading={download.busy}
            onClick={() =>
              void download.save({
                path: `/api/v1/privacy/restricted/unlocks/${unlock.id}/read`,
                name: `${unlock.id}.json`,
                method: 'POST',
              })
            }
          >
            {t('vault.read')}
          </Button>
        </Group>
      )}
    </li>
  )
}

/** What a restored backup must forget again, to be kept on paper as well. */
function ShredList() {
  const { t } = useTranslation('privacy')
  const download = useDownload()
  return (
    <Section
      title={t('shredded.title')}
      lead={t('shredded.lead')}
      aside={
        <Button
          variant="default"
          leftSection={<IconDownload size={16} />}
          loading={download.busy}
          onClick={() => void download.save({ path: '/api/v1/privacy/shredded', name: 'shredded.txt' })}
        >
          {t('shredded.download')}
        </Button>
      }
    >
      <Text size="sm" c="dimmed">
        {t('shredded.text')}
      </Text>
    </Section>
  )
}
