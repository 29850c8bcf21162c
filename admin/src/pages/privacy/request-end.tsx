import { Button, Collapse, Group, Select, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PrivacyRequestDetail } from '../../api/campaign-entities.ts'
import { useChange } from '../../api/use-api.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import classes from './rights.module.css'

const reasons = ['complex', 'many'] as const
const refusals = [
  'not_identified',
  'excessive',
  'others_rights',
  'legal_obligation',
  'legal_claims',
  'not_applicable',
] as const
const shortestText = 20

/** The other ways a request can go: more time, a refusal with its reason, taken back. */
export function RequestEnd({ request }: { request: PrivacyRequestDetail }) {
  const { t } = useTranslation('privacy')
  const [shown, setShown] = useState<'extend' | 'refuse'>()
  const [asking, setAsking] = useState(false)
  const cancel = useChange(
    (client) => client.POST('/api/v1/privacy/requests/{id}/cancel', { params: { path: { id: request.id } } }),
    { touches: [['privacy']], done: t('cancel.done'), onDone: () => setAsking(false) },
  )
  const toggle = (which: 'extend' | 'refuse') => setShown(shown === which ? undefined : which)
  return (
    <section className={classes.end}>
      <Group gap="xs">
        {!request.extendedAt && request.urgency !== 'overdue' && (
          <Button
            variant="subtle"
            size="sm"
            aria-expanded={shown === 'extend'}
            onClick={() => toggle('extend')}
          >
            {t('extend.open')}
          </Button>
        )}
        <Button
          variant="subtle"
          size="sm"
          aria-expanded={shown === 'refuse'}
          onClick={() => toggle('refuse')}
        >
          {t('refuse.open')}
        </Button>
        <Button variant="subtle" size="sm" color="gray" onClick={() => setAsking(true)}>
          {t('cancel.open')}
        </Button>
      </Group>
      <Collapse expanded={shown === 'extend'}>
        <Extend id={request.id} onDone={() => setShown(undefined)} />
      </Collapse>
      <Collapse expanded={shown === 'refuse'}>
        <Refuse id={request.id} />
      </Collapse>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => cancel.mutate()}
        title={t('cancel.title')}
        confirmLabel={t('cancel.confirm')}
        keepLabel={t('cancel.keep')}
        loading={cancel.isPending}
      >
        {t('cancel.text')}
      </ConfirmDialog>
    </section>
  )
}

function Extend({ id, onDone }: { id: string; onDone: () => void }) {
  const { t } = useTranslation('privacy')
  const [reason, setReason] = useState<string | null>(null)
  const chosen = reasons.find((each) => each === reason)
  const extend = useChange(
    (client, why: (typeof reasons)[number]) =>
      client.POST('/api/v1/privacy/requests/{id}/extend', {
        params: { path: { id } },
        body: { reason: why },
      }),
    { touches: [['privacy']], done: t('extend.done'), onDone },
  )
  return (
    <div className={classes.form}>
      <Text size="sm" c="dimmed">
        {t('extend.text')}
      </Text>
      <Group gap="sm" align="flex-end">
        <Select
          label={t('extend.reason')}
          placeholder={t('act.choose')}
          className={classes.grow}
          value={reason}
          onChange={setReason}
          data={reasons.map((value) => ({ value, label: t(`extend.reasons.${value}`) }))}
        />
        <Button
          variant="default"
          disabled={!chosen}
          loading={extend.isPending}
          onClick={() => chosen && extend.mutate(chosen)}
        >
          {t('extend.confirm')}
        </Button>
      </Group>
    </div>
  )
}

function Refuse({ id }: { id: string }) {
  const { t } = useTranslation('privacy')
  const [reason, setReason] = useState<string | null>(null)
  const [text, setText] = useState('')
  const chosen = refusals.find((each) => each === reason)
  const refuse = useChange(
    (client, why: (typeof refusals)[number]) =>
      client.POST('/api/v1/privacy/requests/{id}/refuse', {
        params: { path: { id } },
        body: { reason: why, text },
      }),
    { touches: [['privacy']], done: t('refuse.done') },
  )
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (chosen) refuse.mutate(chosen)
      }}
    >
      <Text size="sm" c="dimmed">
        {t('refuse.text')}
      </Text>
      <Select
        label={t('refuse.reason')}
        placeholder={t('act.choose')}
        value={reason}
        onChange={setReason}
        data={refusals.map((value) => ({ value, label: t(`refuse.reasons.${value}`) }))}
      />
      <Textarea
        label={t('refuse.words')}
        description={t('refuse.wordsHint')}
        autosize
        minRows={3}
        maxLength={4000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group>
        <Button
          type="submit"
          variant="light"
          color="red"
          disabled={!chosen || text.trim().length < shortestText}
          loading={refuse.isPending}
        >
          {t('refuse.confirm')}
        </Button>
      </Group>
    </form>
  )
}
