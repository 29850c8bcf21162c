import { Button, Checkbox, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import type { Endpoint } from '../../api/entities.ts'
import { useChange } from '../../api/use-api.ts'
import { SideSheet } from '../../design/side-sheet.tsx'
import type { ToldSecret } from './secret-dialog.tsx'
import { useWebhookWords } from './use-webhook-words.ts'

/** The duties of Art. 19 first; they are what is chosen to begin with. */
const duties: Endpoint['events'] = [
  'person.erased',
  'person.rectified',
  'person.restricted',
  'person.released',
  'consent.withdrawn',
]
const events: Endpoint['events'] = [...duties, 'consent.confirmed', 'standing.alert']

interface EndpointSheetProps {
  edited: Endpoint | 'new' | undefined
  onClose: () => void
  onSecret: (told: ToldSecret) => void
}

/** Registers an endpoint, or changes its name, address and events. */
export function EndpointSheet({ edited, onClose, onSecret }: EndpointSheetProps) {
  const { t } = useTranslation('settings')
  const endpoint = edited === 'new' ? undefined : edited
  return (
    <SideSheet
      opened={edited !== undefined}
      onClose={onClose}
      title={endpoint ? endpoint.name : t('webhooks.add')}
    >
      <EndpointForm endpoint={endpoint} onClose={onClose} onSecret={onSecret} />
    </SideSheet>
  )
}

interface EndpointFormProps {
  endpoint: Endpoint | undefined
  onClose: () => void
  onSecret: (told: ToldSecret) => void
}

function EndpointForm({ endpoint, onClose, onSecret }: EndpointFormProps) {
  const { t } = useTranslation('settings')
  const { eventName } = useWebhookWords()
  const form = useForm({
    initialValues: {
      name: endpoint?.name ?? '',
      url: endpoint?.url ?? 'https://',
      events: endpoint?.events ?? duties,
    },
    validate: { events: (chosen) => (chosen.length > 0 ? null : t('webhooks.eventsNeeded')) },
  })
  const then = {
    touches: [['endpoints'], ['records']] as const,
    done: t('webhooks.saved'),
    onProblem: (problem: { detail: string; fields?: Record<string, string> }) =>
      form.setErrors({ url: problem.detail, ...problem.fields }),
  }
  const create = useChange((client, body: typeof form.values) => client.POST('/api/v1/endpoints', { body }), {
    ...then,
    onDone: ({ endpoint: { name }, secret }) => {
      onClose()
      onSecret({ name, secret })
    },
  })
  const update = useChange(
    (client, { id, ...body }: typeof form.values & { id: string }) =>
      client.PATCH('/api/v1/endpoints/{id}', { params: { path: { id } }, body }),
    { ...then, onDone: onClose },
  )
  return (
    <form
      onSubmit={form.onSubmit((values) =>
        endpoint ? update.mutate({ ...values, id: endpoint.id }) : create.mutate(values),
      )}
    >
      <Stack>
        <TextInput
          label={t('webhooks.name')}
          description={t('webhooks.nameHint')}
          required
          withAsterisk={false}
          maxLength={60}
          data-autofocus
          {...form.getInputProps('name')}
        />
        <TextInput
          label={t('webhooks.url')}
          description={t('webhooks.urlHint')}
          required
          withAsterisk={false}
          inputMode="url"
          autoComplete="off"
          {...form.getInputProps('url')}
        />
        <Checkbox.Group label={t('webhooks.events')} {...form.getInputProps('events')}>
          <Stack gap="xs" mt="xs">
            {events.map((event) => (
              <Checkbox key={event} value={event} label={eventName(event)} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Button type="submit" loading={create.isPending || update.isPending}>
          {endpoint ? t('save') : t('webhooks.add')}
        </Button>
      </Stack>
    </form>
  )
}
