import { Button, Group, Text, Textarea, Title } from '@mantine/core'
import { IconCheck, IconMessageQuestion } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PrivacyRequestDetail } from '../../api/campaign-entities.ts'
import { useChange } from '../../api/use-api.ts'
import { DateTime } from '../../design/values.tsx'
import classes from './rights.module.css'

const shortestNote = 3

/** Who asks: asked in the chat with two buttons, or said by a member how it was checked. */
export function RequestIdentity({ request }: { request: PrivacyRequestDetail }) {
  const { t } = useTranslation('privacy')
  const [note, setNote] = useState('')
  const params = { path: { id: request.id } }
  const ask = useChange((client) => client.POST('/api/v1/privacy/requests/{id}/ask-identity', { params }), {
    touches: [['privacy']],
    done: t('identity.asked'),
  })
  const confirm = useChange(
    (client) => client.POST('/api/v1/privacy/requests/{id}/identity', { params, body: { note } }),
    { touches: [['privacy']], done: t('identity.done') },
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    confirm.mutate()
  }
  if (request.state !== 'received' && !request.identity) return null
  return (
    <section className={classes.step}>
      <Title order={3}>{t('step.identity')}</Title>
      {request.identity ? (
        <>
          <Text size="sm">
            {t(`identity.how.${request.identity}`)}
            {request.identityAt && (
              <>
                {', '}
                <DateTime at={request.identityAt} />
              </>
            )}
          </Text>
          {request.identityNote && <blockquote className={classes.words}>{request.identityNote}</blockquote>}
        </>
      ) : (
        <form onSubmit={submit}>
          <Text size="sm" c="dimmed" mb="sm">
            {t('identity.why')}
          </Text>
          <Group gap="sm" mb="md">
            <Button
              variant="default"
              leftSection={<IconMessageQuestion size={16} />}
              disabled={!request.windowOpen}
              loading={ask.isPending}
              onClick={() => ask.mutate()}
            >
              {request.identityAskedAt ? t('identity.askAgain') : t('identity.ask')}
            </Button>
            <Text size="sm" c="dimmed" component="span">
              {request.identityAskedAt ? (
                <>
                  {t('identity.waiting')} <DateTime at={request.identityAskedAt} />
                </>
              ) : request.windowOpen ? (
                t('identity.open')
              ) : (
                t('identity.closed')
              )}
            </Text>
          </Group>
          <Textarea
            label={t('identity.note')}
            description={t('identity.noteHint')}
            autosize
            minRows={2}
            maxLength={1000}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <Button
            type="submit"
            mt="sm"
            leftSection={<IconCheck size={16} />}
            disabled={note.trim().length < shortestNote}
            loading={confirm.isPending}
          >
            {t('identity.confirm')}
          </Button>
        </form>
      )}
    </section>
  )
}
