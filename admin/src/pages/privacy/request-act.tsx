import { Button, Checkbox, Group, Select, Text, TextInput, Title } from '@mantine/core'
import { IconDownload, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CarryOut, PrivacyRequestDetail } from '../../api/campaign-entities.ts'
import { useDownload } from '../../api/download.ts'
import { useChange } from '../../api/use-api.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { grounds, ways } from './choices.ts'
import classes from './rights.module.css'

interface ActProps {
  request: PrivacyRequestDetail
  /** Nothing is done before it is known who asks. */
  ready: boolean
  busy: boolean
  onDo: (body: CarryOut) => void
}

/** What the person asked for, done with the same verbs as everywhere else. */
export function RequestAct({ request }: { request: PrivacyRequestDetail }) {
  const { t } = useTranslation('privacy')
  const act = useChange(
    (client, body: CarryOut) =>
      client.POST('/api/v1/privacy/requests/{id}/carry-out', {
        params: { path: { id: request.id } },
        body,
      }),
    {
      touches: [['privacy'], ['contacts'], ['conversations', 'list'], ['ledger'], ['insights']],
      done: t('act.done'),
    },
  )
  const props = { request, ready: request.state === 'open', busy: act.isPending, onDo: act.mutate }
  return (
    <section className={classes.step} data-locked={!props.ready || undefined}>
      <Title order={3}>{t('step.act')}</Title>
      {!props.ready && (
        <Text size="sm" c="dimmed">
          {t('act.identityFirst')}
        </Text>
      )}
      {(request.kind === 'access' || request.kind === 'portability') && <HandOver {...props} />}
      {request.kind === 'rectification' && <Rectify {...props} />}
      {request.kind === 'restriction' && <Restrict {...props} />}
      {request.kind === 'erasure' && <Erase {...props} />}
    </section>
  )
}

function HandOver({ request, ready, busy, onDo }: ActProps) {
  const { t } = useTranslation('privacy')
  const download = useDownload()
  const [way, setWay] = useState<string | null>(null)
  const kind = request.kind === 'portability' ? 'portability' : 'access'
  const chosen = ways.find((each) => each === way)
  const base = `/api/v1/privacy/contacts/${request.contactId}`
  const files =
    kind === 'access'
      ? ([
          ['PDF', 'export.pdf', 'pdf'],
          ['JSON', 'export', 'json'],
        ] as const)
      : ([['JSON', 'portable', 'json']] as const)
  return (
    <>
      <Text size="sm" c="dimmed">
        {t(`act.${kind}`)}
      </Text>
      <Group gap="sm">
        {files.map(([label, path, ending]) => (
          <Button
            key={label}
            variant="default"
            leftSection={<IconDownload size={16} />}
            disabled={!ready}
            loading={download.busy}
            onClick={() =>
              void download.save({
                path: `${base}/${path}`,
                name: `${request.contactId}.${ending}`,
                method: 'POST',
              })
            }
          >
            {t('act.download', { format: label })}
          </Button>
        ))}
      </Group>
      <Group gap="sm" align="flex-end">
        <Select
          label={t('act.handedHow')}
          placeholder={t('act.choose')}
          disabled={!ready}
          value={way}
          onChange={setWay}
          data={ways.map((value) => ({ value, label: t(`act.handed.${value}`) }))}
        />
        <Button
          disabled={!ready || !chosen}
          loading={busy}
          onClick={() => chosen && onDo({ kind, handedBy: chosen })}
        >
          {t('act.handOver')}
        </Button>
      </Group>
    </>
  )
}

function Rectify({ ready, busy, onDo }: ActProps) {
  const { t } = useTranslation('privacy')
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const filled = name.trim() !== '' || phone.trim() !== ''
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        onDo({
          kind: 'rectification',
          changes: name.trim() ? { name: name.trim() } : {},
          ...(phone.trim() ? { phone: phone.trim() } : {}),
        })
      }}
    >
      <Text size="sm" c="dimmed">
        {t('act.rectification')}
      </Text>
      <TextInput
        label={t('act.name')}
        disabled={!ready}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={t('act.phone')}
        description={t('act.phoneHint')}
        disabled={!ready}
        inputMode="tel"
        value={phone}
        onChange={(event) => setPhone(event.currentTarget.value)}
      />
      <Group>
        <Button type="submit" disabled={!ready || !filled} loading={busy}>
          {t('act.rectify')}
        </Button>
      </Group>
    </form>
  )
}

function Restrict({ ready, busy, onDo }: ActProps) {
  const { t } = useTranslation('privacy')
  const [ground, setGround] = useState<string | null>(null)
  const chosen = grounds.find((each) => each === ground)
  return (
    <>
      <Text size="sm" c="dimmed">
        {t('act.restriction')}
      </Text>
      <Group gap="sm" align="flex-end">
        <Select
          label={t('act.ground')}
          placeholder={t('act.choose')}
          className={classes.grow}
          disabled={!ready}
          value={ground}
          onChange={setGround}
          data={grounds.map((value) => ({ value, label: t(`act.grounds.${value}`) }))}
        />
        <Button
          disabled={!ready || !chosen}
          loading={busy}
          onClick={() => chosen && onDo({ kind: 'restriction', ground: chosen })}
        >
          {t('act.restrict')}
        </Button>
      </Group>
    </>
  )
}

function Erase({ request, ready, busy, onDo }: ActProps) {
  const { t } = useTranslation('privacy')
  const [asking, setAsking] = useState(false)
  const [shred, setShred] = useState(false)
  const [forgetBlock, setForgetBlock] = useState(false)
  return (
    <>
      <Text size="sm" c="dimmed">
        {t('act.erasure')}
      </Text>
      <Checkbox
        label={t('act.shred')}
        description={t('act.shredHint')}
        disabled={!ready}
        checked={shred}
        onChange={(event) => setShred(event.currentTarget.checked)}
      />
      <Checkbox
        label={t('act.forgetBlock')}
        description={t('act.forgetBlockHint')}
        disabled={!ready}
        checked={forgetBlock}
        onChange={(event) => setForgetBlock(event.currentTarget.checked)}
      />
      <Group>
        <Button
          variant="light"
          color="red"
          leftSection={<IconTrash size={16} />}
          disabled={!ready}
          onClick={() => setAsking(true)}
        >
          {t('people.eraseDo')}
        </Button>
      </Group>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false)
          onDo({ kind: 'erasure', confirm: 'ERASE', forgetBlock, ...(shred ? { shred } : {}) })
        }}
        title={t('people.eraseTitle', { name: request.name ?? t('requests.nameless') })}
        confirmLabel={t('people.eraseConfirm')}
        danger
        loading={busy}
        word={t('people.word')}
      >
        <p>{t('people.eraseWarn')}</p>
        <p>{shred ? t('act.shredWarn') : t('people.eraseKeeps')}</p>
        {forgetBlock && <p>{t('act.forgetBlockHint')}</p>}
      </ConfirmDialog>
    </>
  )
}
