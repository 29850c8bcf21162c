import { Alert, Button, Group, Skeleton, Text } from '@mantine/core'
import { IconArrowsJoin, IconBan } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ConsentState, Contact, MergePreview as Preview } from '../../api/entities.ts'
import { useApi, useChange } from '../../api/use-api.ts'
import { useTopics } from '../../api/use-topics.ts'
import { useBusiness } from '../../app/use-business.ts'
import { PersonAvatar, usePersonName } from '../../design/person.tsx'
import { PersonAddress } from '../../design/person-address.tsx'
import { StateBadge } from '../../design/state-badge.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './merge.module.css'

interface MergePreviewProps {
  contactId: string
  otherId: string
  /** Back to choosing; without it there is nothing to choose but this pair. */
  onOther?: () => void
  onClose: () => void
  /** What follows; without it the kept record is opened. */
  onMerged?: () => void
}

/** What comes together, who stays and why, and the button that does it. */
export function MergePreview({ contactId, otherId, onOther, onClose, onMerged }: MergePreviewProps) {
  const { t } = useTranslation('contact')
  const api = useApi()
  const { slug } = useBusiness()
  const navigate = useNavigate()
  const preview = useQuery({
    ...api.query(['contacts', contactId, 'merge-preview', otherId], (client, signal) =>
      client.GET('/api/v1/contacts/{id}/merge-preview', {
        params: { path: { id: contactId }, query: { otherId } },
        signal,
      }),
    ),
    // Two accounts stay two: asking again changes nothing.
    retry: false,
    gcTime: 0,
  })
  const merge = useChange(
    (client, keptId: string) =>
      client.POST('/api/v1/contacts/{id}/merge', {
        params: { path: { id: contactId } },
        body: { otherId, keptId },
      }),
    {
      touches: [['contacts'], ['conversations'], ['segments'], ['insights'], ['ledger']],
      done: t('merge.done'),
      onDone: ({ keptId }) => {
        if (onMerged) return onMerged()
        onClose()
        void navigate({ to: '/b/$slug/contacts/$id', params: { slug, id: keptId } })
      },
      onProblem: () => void preview.refetch(),
    },
  )
  if (preview.isPending) return <Skeleton height="18rem" radius="md" />
  if (preview.error) {
    return (
      <>
        <Alert color="yellow" variant="light" icon={<IconBan size={20} stroke={1.7} />} role="alert">
          {preview.error.detail || preview.error.title}
        </Alert>
        <Group justify="flex-end" mt="lg">
          <WayBack onOther={onOther} onClose={onClose} />
        </Group>
      </>
    )
  }
  const { kept } = preview.data
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        merge.mutate(kept.id)
      }}
    >
      <Comes preview={preview.data} />
      {merge.error && (
        <Text size="sm" c="red" role="alert" mt="sm">
          {merge.error.detail || merge.error.title}
        </Text>
      )}
      <Group justify="flex-end" mt="lg" gap="xs">
        <WayBack onOther={onOther} onClose={onClose} />
        <Button type="submit" loading={merge.isPending} leftSection={<IconArrowsJoin size={16} />}>
          {t('merge.confirm')}
        </Button>
      </Group>
    </form>
  )
}

function WayBack({ onOther, onClose }: Pick<MergePreviewProps, 'onOther' | 'onClose'>) {
  const { t } = useTranslation('contact')
  const { t: design } = useTranslation('design')
  return (
    <Button variant="default" onClick={onOther ?? onClose}>
      {onOther ? t('merge.other') : design('dialog.cancel')}
    </Button>
  )
}

function Comes({ preview }: { preview: Preview }) {
  const { t } = useTranslation('contact')
  const { kept, gone, takes, messagesFrom, messagesTo, undoDays } = preview
  const strict = (['suppressed', 'held', 'restricted'] as const).filter((key) => preview[key])
  const facts = [
    messagesFrom + messagesTo > 0 && t('merge.messages', { from: messagesFrom, to: messagesTo }),
    takes.length > 0 &&
      t('merge.takes', {
        what: takes.map((key) => t(`merge.fields.${key}`, { defaultValue: key })).join(', '),
      }),
    ...strict.map((key) => t(`merge.strict.${key}`)),
    t('merge.address'),
    t('merge.undo', { days: undoDays }),
  ].filter((fact) => fact !== false)
  return (
    <div className={classes.comes}>
      <div className={classes.two}>
        <Side person={kept} label={t('merge.kept')} why={t('merge.keptWhy')} />
        <Side person={gone} label={t('merge.gone')} why={t('merge.goneWhy')} />
      </div>
      <Consents preview={preview} />
      <ul className={classes.facts}>
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
    </div>
  )
}

function Side({ person, label, why }: { person: Contact; label: string; why: string }) {
  const { t } = useTranslation('contact')
  const format = useFormat()
  const nameOf = usePersonName()
  return (
    <section className={classes.side} aria-label={label}>
      <Text size="xs" c="dimmed" fw={590}>
        {label}
      </Text>
      <div className={classes.who}>
        <PersonAvatar id={person.id} name={person.name} />
        <div>
          <Text fw={590}>{nameOf(person)}</Text>
          <Text size="sm" c="dimmed" component="div">
            <PersonAddress person={person} />
          </Text>
        </div>
      </div>
      <Text size="xs" c="dimmed">
        {person.lastInboundAt
          ? t('merge.wrote', { date: format.date(person.lastInboundAt) })
          : t('merge.neverWrote')}
      </Text>
      <Text size="xs">{why}</Text>
    </section>
  )
}

function Consents({ preview: { consents } }: { preview: Preview }) {
  const { t } = useTranslation('contact')
  const { topicName } = useTopics()
  if (consents.length === 0) return null
  const shown = (state: string | null) =>
    state && state !== 'none' ? (
      <StateBadge kind="consent" state={state as ConsentState} />
    ) : (
      <Text size="sm" c="dimmed" component="span">
        {t('merge.none')}
      </Text>
    )
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('merge.topic')}</th>
          <th scope="col">{t('merge.kept')}</th>
          <th scope="col">{t('merge.gone')}</th>
          <th scope="col">{t('merge.after')}</th>
        </tr>
      </thead>
      <tbody>
        {consents.map(({ topicId, channelId, ...states }) => (
          <tr key={`${topicId}-${channelId}`}>
            <th scope="row">{topicName(topicId)}</th>
            <td>{shown(states.kept)}</td>
            <td>{shown(states.gone)}</td>
            <td>{shown(states.after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
