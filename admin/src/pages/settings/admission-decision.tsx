import { Button, Group, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../api/use-api.ts'
import { Section } from '../../design/section.tsx'

const LEAST = 3

/** Somebody else than who applied says yes or no, and why. */
export function AdmissionDecision() {
  const { t } = useTranslation('settings')
  const [reason, setReason] = useState('')
  const decide = useChange(
    (client, approve: boolean) =>
      client.POST('/api/v1/admission/decision', { body: { approve, reason: reason.trim() } }),
    { touches: [['admission'], ['business']], done: t('admission.decisionKept') },
  )
  const ready = reason.trim().length >= LEAST
  return (
    <Section title={t('admission.decision')} lead={t('admission.decisionLead')}>
      <Stack gap="md">
        <Textarea
          label={t('admission.reason')}
          autosize
          minRows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs">
          <Button
            variant="default"
            disabled={!ready}
            loading={decide.isPending && decide.variables === false}
            onClick={() => decide.mutate(false)}
          >
            {t('admission.refuse')}
          </Button>
          <Button
            disabled={!ready}
            loading={decide.isPending && decide.variables === true}
            onClick={() => decide.mutate(true)}
          >
            {t('admission.approve')}
          </Button>
        </Group>
      </Stack>
    </Section>
  )
}
