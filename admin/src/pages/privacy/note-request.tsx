import { Button, Group, Select, Text, Textarea, Title } from '@mantine/core'
import { IconMailPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestKind } from '../../api/campaign-entities.ts'
import { useChange } from '../../api/use-api.ts'
import classes from './privacy.module.css'
import rights from './rights.module.css'

const kinds: RequestKind[] = ['access', 'portability', 'rectification', 'restriction', 'objection', 'erasure']

/** Notes what somebody asked for by mail, by phone or in the shop, so that its month runs where everybody sees it. */
export function NoteRequest({ contactId, onNoted }: { contactId: string; onNoted: (id: string) => void }) {
  const { t } = useTranslation('privacy')
  const [kind, setKind] = useState<string | null>(null)
  const [details, setDetails] = useState('')
  const chosen = kinds.find((each) => each === kind)
  const note = useChange(
    (client, what: RequestKind) =>
      client.POST('/api/v1/privacy/requests', {
        body: { contactId, kind: what, ...(details.trim() ? { details: details.trim() } : {}) },
      }),
    {
      touches: [['privacy'], ['contacts']],
      done: t('note.done'),
      onDone: ({ id }) => onNoted(id),
    },
  )
  return (
    <form
      className={classes.way}
      onSubmit={(event) => {
        event.preventDefault()
        if (chosen) note.mutate(chosen)
      }}
    >
      <Title order={3}>{t('note.title')}</Title>
      <Text size="sm" c="dimmed">
        {t('note.text')}
      </Text>
      <div className={rights.noteForm}>
        <Select
          label={t('note.kind')}
          placeholder={t('act.choose')}
          value={kind}
          onChange={setKind}
          data={kinds.map((value) => ({
            value,
            label: `${t(`requests.kinds.${value}`)} (${t(`articleShort.${value}`)})`,
          }))}
        />
        {chosen === 'objection' && (
          <Text size="sm" c="dimmed">
            {t('note.objection')}
          </Text>
        )}
        <Textarea
          label={t('note.details')}
          autosize
          minRows={1}
          maxLength={4000}
          value={details}
          onChange={(event) => setDetails(event.currentTarget.value)}
        />
        <Group>
          <Button
            type="submit"
            variant="default"
            leftSection={<IconMailPlus size={16} />}
            disabled={!chosen}
            loading={note.isPending}
          >
            {t('note.confirm')}
          </Button>
        </Group>
      </div>
    </form>
  )
}
