import { Button, Select, Text, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { Section } from '../../design/section.tsx'
import { ToneBadge } from '../../design/state-badge.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './records.module.css'
import type { LiveChannel } from './types.ts'

/** One number: whether it sends marketing, whether people recognise it, and where Meta keeps its content. */
export function ChannelLive({ channel, ready }: { channel: LiveChannel; ready: boolean }) {
  const { t } = useTranslation('records')
  const format = useFormat()
  const { role } = useBusiness()
  const [leaving, leave] = useDisclosure(false)
  const path = { params: { path: { id: channel.id } } }
  const touches = [['records', 'live'], ['channels']] as const
  const start = useChange((client) => client.POST('/api/v1/records/channels/{id}/live', path), {
    touches,
    done: t('live.started'),
  })
  const stop = useChange((client) => client.DELETE('/api/v1/records/channels/{id}/live', path), {
    touches,
    done: t('live.stopped'),
    onDone: leave.close,
  })
  const keeper = role === 'owner' || role === 'dpo'
  return (
    <Section
      title={channel.name}
      lead={channel.displayPhoneNumber}
      aside={
        channel.liveAt ? (
          <>
            <ToneBadge tone="good">{t('live.since', { at: format.date(channel.liveAt) })}</ToneBadge>
            {keeper && (
              <Button size="xs" variant="default" onClick={leave.open}>
                {t('live.stop')}
              </Button>
            )}
          </>
        ) : (
          <>
            <ToneBadge tone="warn">{t('live.notYet')}</ToneBadge>
            {role === 'owner' && (
              <Button size="xs" disabled={!ready} loading={start.isPending} onClick={() => start.mutate()}>
                {t('live.start')}
              </Button>
            )}
          </>
        )
      }
    >
      <div className={classes.stack}>
        {!channel.liveAt && !ready && <div className={classes.soft}>{t('live.blocked')}</div>}
        <Profile id={channel.id} />
        {keeper && <StoragePlace channel={channel} />}
      </div>
      <ConfirmDialog
        opened={leaving}
        onClose={leave.close}
        onConfirm={() => stop.mutate()}
        title={t('live.stopTitle')}
        confirmLabel={t('live.stop')}
        danger
        loading={stop.isPending}
      >
        {t('live.stopText')}
      </ConfirmDialog>
    </Section>
  )
}

/** Asks Meta what people see of the number (C-57). */
function Profile({ id }: { id: string }) {
  const { t } = useTranslation('records')
  const check = useChange(
    (client) => client.POST('/api/v1/records/channels/{id}/profile-check', { params: { path: { id } } }),
    { touches: [] },
  )
  return (
    <div>
      <div className={classes.between}>
        <div>
          <span className={classes.strong}>{t('profile.title')}</span>{' '}
          <span className={classes.article}>§§ 5, 6 DDG</span>
          <div className={classes.soft}>{t('profile.lead')}</div>
        </div>
        <Button size="xs" variant="default" loading={check.isPending} onClick={() => check.mutate()}>
          {t('profile.check')}
        </Button>
      </div>
      <ul className={classes.items} aria-live="polite">
        {check.data?.map(({ key, ok }) => (
          <li key={key} className={classes.item} data-ok={ok}>
            <span className={classes.mark}>
              {ok ? (
                <IconCircleCheck size={18} aria-label={t('live.ok')} />
              ) : (
                <IconCircleX size={18} aria-label={t('live.missing')} />
              )}
            </span>
            <div className={ok ? undefined : classes.strong}>
              {t(`profile.${ok ? 'good' : 'bad'}.${key}`)}
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}

type Kind = LiveChannel['storage']['kind']

/** Where Meta keeps content (C-54): asked of Meta, or stated by hand. */
function StoragePlace({ channel }: { channel: LiveChannel }) {
  const { t } = useTranslation('records')
  const [kind, setKind] = useState<Kind>(channel.storage.kind)
  const [region, setRegion] = useState(channel.storage.region ?? 'DE')
  const touches = [['records']] as const
  const path = { id: channel.id }
  const ask = useChange(
    (client) => client.POST('/api/v1/records/channels/{id}/storage/refresh', { params: { path } }),
    {
      touches,
      done: t('storage.asked'),
      onDone: (storage) => {
        setKind(storage.kind)
        if (storage.region) setRegion(storage.region)
      },
    },
  )
  const state = useChange(
    (client) =>
      client.PUT('/api/v1/records/channels/{id}/storage', {
        params: { path },
        body: { kind, region: kind === 'in_country' ? region : null },
      }),
    { touches, done: t('saved') },
  )
  const changed =
    kind !== channel.storage.kind || (kind === 'in_country' && region !== channel.storage.region)
  return (
    <div>
      <div className={classes.between}>
        <div>
          <span className={classes.strong}>{t('storage.title')}</span>{' '}
          <span className={classes.article}>Art. 44 ff.</span>
          <div className={classes.soft}>{t('storage.lead')}</div>
        </div>
        <Button size="xs" variant="default" loading={ask.isPending} onClick={() => ask.mutate()}>
          {t('storage.ask')}
        </Button>
      </div>
      <div className={classes.row}>
        <Select
          mt="xs"
          w="min(22rem, 100%)"
          aria-label={t('storage.title')}
          allowDeselect={false}
          data={(['standard', 'in_country', 'none'] as const).map((value) => ({
            value,
            label: t(`storage.kinds.${value}`),
          }))}
          value={kind}
          onChange={(value) => value && setKind(value)}
        />
        {kind === 'in_country' && (
          <TextInput
            mt="xs"
            w="6rem"
            maxLength={2}
            aria-label={t('storage.region')}
            value={region}
            onChange={(event) => setRegion(event.currentTarget.value.toUpperCase())}
          />
        )}
        {changed && (
          <Button mt="xs" size="xs" loading={state.isPending} onClick={() => state.mutate()}>
            {t('save')}
          </Button>
        )}
        <Text size="xs" c="dimmed" mt="xs">
          {t(`storage.from.${channel.storage.from ?? 'nobody'}`)}
        </Text>
      </div>
    </div>
  )
}
