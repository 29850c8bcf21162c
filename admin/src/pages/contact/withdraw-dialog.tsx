import { Select, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../api/use-api.ts'
import { useTopics } from '../../api/use-topics.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'

interface WithdrawDialogProps {
  contactId: string
  opened: boolean
  onClose: () => void
}

const all = 'all'

/** "Record objection": the person said no anywhere else than in the chat, and any form counts (C-26). */
export function WithdrawDialog({ contactId, opened, onClose }: WithdrawDialogProps) {
  const { t } = useTranslation('contact')
  const { topics, topicName } = useTopics()
  const [topicId, setTopicId] = useState(all)
  const [note, setNote] = useState('')
  const withdraw = useChange(
    (client) =>
      client.POST('/api/v1/contacts/{id}/withdraw', {
        params: { path: { id: contactId } },
        body: {
          ...(topicId === all ? {} : { topicId }),
          ...(note.trim() ? { note: note.trim() } : {}),
        },
      }),
    {
      touches: [['contacts'], ['conversations', 'list'], ['insights'], ['ledger']],
      done: t('withdraw.done'),
      onDone: () => {
        setTopicId(all)
        setNote('')
        onClose()
      },
    },
  )
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      onConfirm={() => withdraw.mutate()}
      title={t('withdraw.title')}
      confirmLabel={t('withdraw.confirm')}
      danger
      loading={withdraw.isPending}
    >
      <Text size="sm" mb="sm">
        {t('withdraw.text')}
      </Text>
      <Select
        label={t('withdraw.what')}
        value={topicId}
        onChange={(value) => setTopicId(String(value ?? all))}
        data={[
          { value: all, label: t('withdraw.all') },
          ...topics.map((topic) => ({ value: topic.id, label: topicName(topic.id) })),
        ]}
      />
      <Textarea
        mt="sm"
        label={t('withdraw.note')}
        description={t('withdraw.noteHint')}
        autosize
        minRows={2}
        maxLength={1000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Text size="sm" c="dimmed" mt="sm">
        {t('withdraw.final')}
      </Text>
    </ConfirmDialog>
  )
}
