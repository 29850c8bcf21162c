import { Button, Checkbox, Group, Radio, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../api/use-api.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { Section } from '../../design/section.tsx'
import { nowLocal } from './local-now.ts'
import classes from './records.module.css'
import type { Breach, NewEntry } from './types.ts'

const ways = ['chat', 'mail', 'post', 'phone', 'public'] as const
type ToldBy = (typeof ways)[number]

function useAdd(breach: Breach, onDone?: () => void) {
  const { t } = useTranslation('records')
  return useChange(
    (client, entry: NewEntry) =>
      client.POST('/api/v1/records/breaches/{id}/entries', {
        params: { path: { id: breach.id } },
        body: entry,
      }),
    { touches: [['records', 'breaches']], done: t('saved'), onDone: () => onDone?.() },
  )
}

/** The two decisions that the law asks for, notes, and the end. */
export function Decisions({ breach }: { breach: Breach }) {
  const { t } = useTranslation('records')
  if (breach.closed) return <Note breach={breach} />
  return (
    <>
      <Section title={t('breach.authority')} lead={t('breach.authorityLead')}>
        <Authority breach={breach} />
      </Section>
      <Section title={t('breach.people')} lead={t('breach.peopleLead')}>
        <People breach={breach} />
      </Section>
      <Note breach={breach} />
      <Close breach={breach} />
    </>
  )
}

function Authority({ breach }: { breach: Breach }) {
  const { t } = useTranslation('records')
  const form = useForm({
    initialValues: { decision: 'notified' as 'notified' | 'no_risk', at: nowLocal(), text: '', delay: '' },
  })
  const add = useAdd(breach, () => form.reset())
  const { decision, at } = form.values
  const late = decision === 'notified' && new Date(at) > new Date(breach.deadline)
  return (
    <form
      onSubmit={form.onSubmit((values) =>
        add.mutate({
          kind: 'authority',
          decision: values.decision,
          text: values.text,
          at: values.decision === 'notified' ? new Date(values.at).toISOString() : null,
          delay: late ? values.delay : null,
        }),
      )}
    >
      <Stack>
        <Radio.Group aria-label={t('breach.authority')} {...form.getInputProps('decision')}>
          <Stack gap="xs">
            <Radio value="notified" label={t('breach.decisions.notified')} />
            <Radio value="no_risk" label={t('breach.decisions.no_risk')} />
          </Stack>
        </Radio.Group>
        {decision === 'notified' && (
          <TextInput
            type="datetime-local"
            label={t('breach.notifiedAt')}
            required
            {...form.getInputProps('at')}
          />
        )}
        <Textarea
          label={t(decision === 'notified' ? 'breach.reference' : 'breach.noRiskReason')}
          required
          minLength={10}
          autosize
          minRows={2}
          {...form.getInputProps('text')}
        />
        {late && (
          <Textarea
            label={t('breach.delay')}
            required
            autosize
            minRows={2}
            {...form.getInputProps('delay')}
          />
        )}
        <Button type="submit" loading={add.isPending} style={{ alignSelf: 'flex-start' }}>
          {t('breach.decide')}
        </Button>
      </Stack>
    </form>
  )
}

function People({ breach }: { breach: Breach }) {
  const { t } = useTranslation('records')
  const form = useForm({
    initialValues: {
      decision: 'told' as 'told' | 'not_needed',
      at: nowLocal(),
      how: [] as ToldBy[],
      text: '',
    },
  })
  const add = useAdd(breach, () => form.reset())
  const told = form.values.decision === 'told'
  return (
    <form
      onSubmit={form.onSubmit(({ decision, text, at, how }) =>
        add.mutate({
          kind: 'people',
          decision,
          text,
          at: told ? new Date(at).toISOString() : null,
          how: told ? how : [],
        }),
      )}
    >
      <Stack>
        <Radio.Group aria-label={t('breach.people')} {...form.getInputProps('decision')}>
          <Stack gap="xs">
            <Radio value="told" label={t('breach.decisions.told')} />
            <Radio value="not_needed" label={t('breach.decisions.not_needed')} />
          </Stack>
        </Radio.Group>
        {told && (
          <>
            <TextInput
              type="datetime-local"
              label={t('breach.toldAt')}
              required
              {...form.getInputProps('at')}
            />
            <Checkbox.Group label={t('breach.toldBy')} {...form.getInputProps('how')}>
              <Group gap="md" mt="xs">
                {ways.map((way) => (
                  <Checkbox key={way} value={way} label={t(`breach.ways.${way}`)} />
                ))}
              </Group>
            </Checkbox.Group>
          </>
        )}
        <Textarea
          label={t(told ? 'breach.toldText' : 'breach.notNeededReason')}
          required
          minLength={10}
          autosize
          minRows={2}
          {...form.getInputProps('text')}
        />
        <Button type="submit" loading={add.isPending} style={{ alignSelf: 'flex-start' }}>
          {t('breach.decide')}
        </Button>
      </Stack>
    </form>
  )
}

function Note({ breach }: { breach: Breach }) {
  const { t } = useTranslation('records')
  const [text, setText] = useState('')
  const add = useAdd(breach, () => setText(''))
  return (
    <Section title={t('breach.note')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          add.mutate({ kind: 'note', text })
        }}
      >
        <Textarea
          aria-label={t('breach.note')}
          required
          minLength={3}
          autosize
          minRows={2}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <div className={classes.actions}>
          <Button type="submit" variant="default" loading={add.isPending}>
            {t('breach.addNote')}
          </Button>
        </div>
      </form>
    </Section>
  )
}

function Close({ breach }: { breach: Breach }) {
  const { t } = useTranslation('records')
  const [text, setText] = useState('')
  const [asking, setAsking] = useState(false)
  const add = useAdd(breach, () => setAsking(false))
  const ready = breach.authority !== 'open' && breach.people !== 'open' && breach.missing.length === 0
  return (
    <Section title={t('breach.close')} lead={t('breach.closeLead')}>
      <Textarea
        label={t('breach.lessons')}
        autosize
        minRows={2}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={classes.actions}>
        <Button disabled={!ready || text.trim().length < 10} onClick={() => setAsking(true)}>
          {t('breach.close')}
        </Button>
        {!ready && <span className={classes.soft}>{t('breach.notReady')}</span>}
      </div>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => add.mutate({ kind: 'closed', text })}
        title={t('breach.closeTitle')}
        confirmLabel={t('breach.close')}
        loading={add.isPending}
      >
        {t('breach.closeText')}
      </ConfirmDialog>
    </Section>
  )
}
