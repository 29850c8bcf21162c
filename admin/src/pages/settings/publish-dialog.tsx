import { Radio, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Topic, Wording } from '../../api/entities.ts'
import { useChange } from '../../api/use-api.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { useFormat } from '../../i18n/format.ts'
import { WordingDiff } from './wording-diff.tsx'

interface PublishDialogProps {
  topic: Topic
  language: Wording['language']
  body: string
  /** The newest version; undefined for the first text of a language. */
  before: Wording | undefined
  opened: boolean
  onClose: () => void
}

const shortest = 10

/** Asks before publishing whether the change is material, because then earlier consents do not cover it (C-17). */
export function PublishDialog({ topic, language, body, before, opened, onClose }: PublishDialogProps) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const [material, setMaterial] = useState<string | null>(null)
  const [change, setChange] = useState('')
  const [problem, setProblem] = useState<string>()
  const publish = useChange(
    (client) =>
      client.POST('/api/v1/topics/{id}/wordings', {
        params: { path: { id: topic.id } },
        body: {
          language,
          body,
          material: material === 'yes',
          ...(material === 'yes' ? { change: change.trim() } : {}),
        },
      }),
    {
      touches: [['topics']],
      done: t('wording.published'),
      onDone: onClose,
      onProblem: (refused) => setProblem(refused.detail),
    },
  )
  const confirm = () => {
    if (before && material === null) setProblem(t('wording.chooseMaterial'))
    else if (material === 'yes' && change.trim().length < shortest) setProblem(t('wording.changeShort'))
    else publish.mutate()
  }
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      onConfirm={confirm}
      title={t('wording.publishTitle')}
      confirmLabel={t('wording.publish')}
      loading={publish.isPending}
      danger={material === 'yes'}
    >
      <Stack gap="sm">
        <span>{t('wording.publishText')}</span>
        {before && (
          <>
            <WordingDiff before={before} after={{ ...before, body }} />
            <Radio.Group
              label={t('wording.isMaterial')}
              description={t('wording.isMaterialHint')}
              value={material}
              onChange={(value) => {
                setMaterial(value)
                setProblem(undefined)
              }}
              error={material === 'yes' ? undefined : problem}
            >
              <Stack gap="xs" mt="xs">
                <Radio
                  value="no"
                  label={t('wording.notMaterial')}
                  description={t('wording.notMaterialHint')}
                />
                <Radio
                  value="yes"
                  label={t('wording.material')}
                  description={t('wording.materialHint', { number: format.number(topic.confirmed) })}
                />
              </Stack>
            </Radio.Group>
            {material === 'yes' && (
              <Textarea
                label={t('wording.whatIsNew')}
                autosize
                minRows={2}
                maxLength={500}
                value={change}
                error={problem}
                onChange={(event) => {
                  setChange(event.currentTarget.value)
                  setProblem(undefined)
                }}
              />
            )}
          </>
        )}
      </Stack>
    </ConfirmDialog>
  )
}
