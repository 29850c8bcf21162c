import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconUserOff } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dataOf } from '../../api/client.ts'
import type { AdmissionFile } from '../../api/entities.ts'
import type { ApiProblem } from '../../api/problem.ts'
import { openApi } from '../../app/queries.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { Notice } from '../../design/notice.tsx'
import { notifyDone } from '../../design/notify.tsx'

const LEAST = 3

/** Yes or no with a reason, where there is something to decide and somebody else has asked. */
export function Decision({ file }: { file: AdmissionFile }) {
  const { t } = useTranslation('admissions')
  const { state, appliedByMe, reason } = file.admission
  if (state === 'applied' && appliedByMe)
    return (
      <Notice tone="warn" icon={IconUserOff} title={t('own')}>
        {t('ownText')}
      </Notice>
    )
  if (state === 'applied') return <DecisionForm slug={file.about.slug} name={file.about.name} />
  return (
    <Text size="sm" c="dimmed">
      {t(`undecidable.${state}`, { reason: reason ?? '' })}
    </Text>
  )
}

function DecisionForm({ slug, name }: { slug: string; name: string }) {
  const { t } = useTranslation('admissions')
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const [asking, ask] = useDisclosure(false)
  const decide = useMutation<AdmissionFile, ApiProblem, boolean>({
    mutationFn: (approve) =>
      dataOf(
        openApi.POST('/api/v1/operator/admissions/{slug}/decision', {
          params: { path: { slug } },
          body: { approve, reason: reason.trim() },
        }),
      ),
    onSuccess: () => {
      notifyDone(t('kept'))
      void queries.invalidateQueries({ queryKey: ['operator', 'admissions'] })
    },
    onSettled: ask.close,
  })
  const ready = reason.trim().length >= LEAST
  return (
    <Stack gap="sm">
      <Textarea
        label={t('reason')}
        description={t('reasonHint')}
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {decide.error && (
        <Text size="sm" c="red" role="alert">
          {[decide.error.detail, ...Object.values(decide.error.fields)].join(' ')}
        </Text>
      )}
      <Group justify="flex-end" gap="xs">
        <Button
          variant="default"
          disabled={!ready}
          loading={decide.isPending && !decide.variables}
          onClick={() => decide.mutate(false)}
        >
          {t('refuse')}
        </Button>
        <Button disabled={!ready} loading={decide.isPending && decide.variables} onClick={ask.open}>
          {t('approve')}
        </Button>
      </Group>
      <ConfirmDialog
        opened={asking}
        onClose={ask.close}
        onConfirm={() => decide.mutate(true)}
        title={t('confirm', { name })}
        confirmLabel={t('approve')}
        loading={decide.isPending}
      >
        {t('confirmText')}
      </ConfirmDialog>
    </Stack>
  )
}
