import { ActionIcon, Button, Menu, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconDots, IconKey, IconPower, IconSend, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Endpoint } from '../../api/entities.ts'
import { useChange } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { Notice } from '../../design/notice.tsx'
import { Section } from '../../design/section.tsx'
import { ToneBadge } from '../../design/state-badge.tsx'
import { Relative } from '../../design/values.tsx'
import { useFormat } from '../../i18n/format.ts'
import type { ToldSecret } from './secret-dialog.tsx'
import classes from './settings.module.css'
import { useEndpointActs } from './use-endpoint-acts.ts'
import { useWebhookWords } from './use-webhook-words.ts'

interface EndpointCardProps {
  endpoint: Endpoint
  onChange: () => void
  onSecret: (told: ToldSecret) => void
}

/** One endpoint: whether it takes what it is told, and what an owner can do about it. */
export function EndpointCard({ endpoint, onChange, onSecret }: EndpointCardProps) {
  const { t } = useTranslation('settings')
  const { role } = useBusiness()
  const { answer, eventName } = useWebhookWords()
  const { name, state, failingSince } = endpoint
  const last = answer({ status: endpoint.lastStatus, failure: endpoint.lastFailure })
  return (
    <Section
      title={name}
      lead={<span className={classes.wrap}>{endpoint.url}</span>}
      aside={
        <>
          <ToneBadge tone={state === 'off' ? 'quiet' : failingSince ? 'bad' : 'good'}>
            {state === 'off' ? t('webhooks.off') : failingSince ? t('webhooks.failing') : t('webhooks.on')}
          </ToneBadge>
          {role === 'owner' && <OwnersPart endpoint={endpoint} onChange={onChange} onSecret={onSecret} />}
        </>
      }
    >
      <Stack gap="md">
        <Warning endpoint={endpoint} />
        <SimpleGrid cols={{ base: 2, md: 3 }} verticalSpacing="sm">
          <Fact label={t('webhooks.last')}>
            {endpoint.lastAt && last ? (
              <>
                {last} · <Relative at={endpoint.lastAt} />
              </>
            ) : (
              t('webhooks.never')
            )}
          </Fact>
          <Fact label={t('webhooks.waiting')}>{endpoint.waiting}</Fact>
          <Fact label={t('webhooks.dead')}>
            {endpoint.dead}
            {endpoint.dead > 0 && state === 'on' && role === 'owner' && <DeadAgain id={endpoint.id} />}
          </Fact>
        </SimpleGrid>
        <Text size="sm" c="dimmed">
          {t('webhooks.events')}: {endpoint.events.map(eventName).join(' · ')}
        </Text>
      </Stack>
    </Section>
  )
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text component="div" size="sm">
        {children}
      </Text>
    </div>
  )
}

function Warning({ endpoint }: { endpoint: Endpoint }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const { offReason, failingSince, previousSecretUntil: until } = endpoint
  if (offReason) {
    const tone = offReason === 'member' ? 'quiet' : 'bad'
    return <Notice tone={tone} icon={IconPower} title={t(`webhooks.offReason.${offReason}`)} />
  }
  if (failingSince) {
    const title = t('webhooks.failingSince', { at: format.dateTime(failingSince) })
    return <Notice tone="warn" icon={IconAlertTriangle} title={title} />
  }
  if (!until) return null
  return <Notice tone="info" icon={IconKey} title={t('webhooks.both', { at: format.dateTime(until) })} />
}

function DeadAgain({ id }: { id: string }) {
  const { t } = useTranslation('settings')
  const again = useChange(
    (client) => client.POST('/api/v1/endpoints/{id}/deliver-dead', { params: { path: { id } } }),
    {
      touches: [['endpoints'], ['deliveries']],
      done: ({ count }) => t('webhooks.deadAgainDone', { count }),
    },
  )
  return (
    <Button
      variant="subtle"
      size="compact-xs"
      ml="xs"
      loading={again.isPending}
      onClick={() => again.mutate()}
    >
      {t('webhooks.deadAgain')}
    </Button>
  )
}

type Question = 'rotate' | 'switchOff' | 'delete'

function OwnersPart({ endpoint, onChange, onSecret }: EndpointCardProps) {
  const { t } = useTranslation('settings')
  const [asked, setAsked] = useState<Question>()
  const close = () => setAsked(undefined)
  const { test, rotate, turn, remove } = useEndpointActs(endpoint, { onEnd: close, onSecret })
  const { name, state } = endpoint
  const confirm = {
    rotate: () => rotate.mutate(),
    switchOff: () => turn.mutate('off'),
    delete: () => remove.mutate(),
  }
  const question = asked ?? 'rotate'
  return (
    <>
      {state === 'on' ? (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconSend size={15} />}
          loading={test.isPending}
          onClick={() => test.mutate()}
        >
          {t('webhooks.test')}
        </Button>
      ) : (
        <Button variant="default" size="xs" loading={turn.isPending} onClick={() => turn.mutate('on')}>
          {t('webhooks.switchOn')}
        </Button>
      )}
      <Button variant="default" size="xs" onClick={onChange}>
        {t('webhooks.change')}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t('webhooks.more', { name })}>
            <IconDots size={17} stroke={1.7} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconKey size={16} />} onClick={() => setAsked('rotate')}>
            {t('webhooks.rotate')}
          </Menu.Item>
          {state === 'on' && (
            <Menu.Item leftSection={<IconPower size={16} />} onClick={() => setAsked('switchOff')}>
              {t('webhooks.switchOff')}
            </Menu.Item>
          )}
          <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={() => setAsked('delete')}>
            {t('webhooks.delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ConfirmDialog
        opened={asked !== undefined}
        onClose={close}
        onConfirm={confirm[question]}
        title={t(`webhooks.${question}Title`, { name })}
        confirmLabel={t(`webhooks.${question}`)}
        danger={question !== 'rotate'}
        loading={rotate.isPending || turn.isPending || remove.isPending}
      >
        {t(`webhooks.${question}Text`)}
      </ConfirmDialog>
    </>
  )
}
