import { Button, Group, Select, Skeleton, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconDeviceMobile, IconMapPin, IconPlugConnectedX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Channel, ChannelStorageView } from '../../api/entities.ts'
import type { ApiProblem } from '../../api/problem.ts'
import { useApi, useChange } from '../../api/use-api.ts'
import { Choice } from '../../design/choice.tsx'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { Notice } from '../../design/notice.tsx'
import { useFormat } from '../../i18n/format.ts'
import { PinField } from './pin-field.tsx'

interface ChannelStorageProps {
  channel: Channel
  /** While a number is connected: called once it is registered. */
  onRegistered?: () => void
}

/** Where Meta keeps what a number sends and receives (C-54); to change that, the number is registered anew. */
export function ChannelStorage({ channel, onRegistered }: ChannelStorageProps) {
  const api = useApi()
  const storage = useQuery(
    api.query(['channels', channel.id, 'storage'], (client, signal) =>
      client.GET('/api/v1/channels/{id}/storage', { params: { path: { id: channel.id } }, signal }),
    ),
  )
  if (storage.error) return <ErrorState error={storage.error} onRetry={() => void storage.refetch()} />
  if (!storage.data) return <Skeleton height="16rem" radius="lg" />
  const { kind, region, registered, unfinished } = storage.data
  return (
    <StorageForm
      key={`${kind} ${region} ${registered} ${unfinished}`}
      channel={channel}
      view={storage.data}
      onRegistered={onRegistered}
    />
  )
}

interface StorageFormProps {
  channel: Channel
  view: ChannelStorageView
  onRegistered: (() => void) | undefined
}

function StorageForm({ channel, view, onRegistered }: StorageFormProps) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const [kind, setKind] = useState(view.kind === 'standard' && !view.inApp ? 'in_country' : view.kind)
  const [region, setRegion] = useState(view.regions.find((code) => code === view.region) ?? 'DE')
  const [pin, setPin] = useState('')
  const [problem, setProblem] = useState<ApiProblem>()
  const [asking, ask] = useDisclosure(false)
  const place = (code: string) =>
    code === 'DE' ? t('storage.eu', { country: format.country(code) }) : format.country(code)
  const params = { path: { id: channel.id } }
  const options = {
    touches: [['channels'], ['standing'], ['records']] as const,
    done: t('storage.done'),
    onDone: () => {
      ask.close()
      onRegistered?.()
    },
    onProblem: (refused: ApiProblem) => {
      ask.close()
      setProblem(refused)
    },
  }
  const set = useChange(
    (client) =>
      client.PUT('/api/v1/channels/{id}/storage', {
        params,
        body: kind === 'none' ? { kind, pin } : { kind: 'in_country', region, pin },
      }),
    options,
  )
  const register = useChange((client) => client.PUT('/api/v1/channels/{id}/pin', { params, body: { pin } }), {
    ...options,
    done: t('channelParts.pinSet'),
  })
  if (view.inApp)
    return (
      <Notice tone="info" icon={IconDeviceMobile} title={t('storage.inApp')}>
        {t('storage.inAppText')}
      </Notice>
    )
  const same = kind === view.kind && (kind !== 'in_country' || region === view.region)
  const now = view.kind === 'in_country' && view.region ? place(view.region) : t(`storage.now.${view.kind}`)
  const send = () => {
    setProblem(undefined)
    if (kind === 'standard') register.mutate()
    else set.mutate()
  }
  const busy = set.isPending || register.isPending
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (view.registered || kind === 'none') ask.open()
        else send()
      }}
    >
      <Stack>
        {view.unfinished && (
          <Notice tone="warn" icon={IconPlugConnectedX} title={t('storage.unfinished')}>
            {t('storage.leadUnfinished')}
          </Notice>
        )}
        <Notice
          tone={view.kind === 'standard' ? 'warn' : 'good'}
          icon={IconMapPin}
          title={t('storage.isNow', { place: now })}
        >
          {!view.unfinished && t(view.registered ? 'storage.leadRegistered' : 'storage.leadFresh')}
        </Notice>
        <Choice
          label={t('storage.choose')}
          value={kind}
          onChange={setKind}
          options={[
            { value: 'in_country', title: t('storage.region'), text: t('storage.regionText') },
            { value: 'none', title: t('storage.none'), text: t('storage.noneText') },
            {
              value: 'standard',
              title: t('storage.standard'),
              text: t('storage.standardText'),
              disabled: view.kind !== 'standard',
            },
          ]}
        />
        {kind === 'in_country' && (
          <Select
            label={t('storage.where')}
            description={t('storage.whereHint')}
            w="min(22rem, 100%)"
            allowDeselect={false}
            data={view.regions.map((code) => ({ value: code, label: place(code) }))}
            value={region}
            onChange={(code) => setRegion(view.regions.find((known) => known === code) ?? region)}
          />
        )}
        <div>
          <PinField
            label={t('storage.pin')}
            value={pin}
            onChange={setPin}
            error={problem?.fields.pin ?? undefined}
          />
          <Text size="sm" c="dimmed" mt={6}>
            {t(view.registered ? 'storage.pinRegistered' : 'storage.pinFresh')}
          </Text>
        </div>
        {problem && !problem.fields.pin && (
          <Text size="sm" c="red" role="alert">
            {problem.detail}
          </Text>
        )}
        <Group>
          <Button type="submit" disabled={pin.length !== 6 || (same && view.registered)} loading={busy}>
            {t(view.registered ? 'storage.change' : 'storage.register')}
          </Button>
        </Group>
      </Stack>
      <ConfirmDialog
        opened={asking}
        onClose={ask.close}
        onConfirm={send}
        title={t('storage.confirm')}
        confirmLabel={t(view.registered ? 'storage.change' : 'storage.register')}
        danger={kind === 'none'}
        loading={busy}
      >
        <Stack gap="xs">
          <span>
            {t('storage.fromTo', {
              from: now,
              to: kind === 'in_country' ? place(region) : t(`storage.now.${kind}`),
            })}
          </span>
          {view.registered && <span>{t('storage.consequence')}</span>}
          {kind === 'none' && <span>{t('storage.noneConsequence')}</span>}
        </Stack>
      </ConfirmDialog>
    </form>
  )
}
