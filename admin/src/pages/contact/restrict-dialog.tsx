import { Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContactCard } from '../../api/entities.ts'
import { useChange } from '../../api/use-api.ts'
import { Choice } from '../../design/choice.tsx'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'

interface RestrictDialogProps {
  contactId: string
  opened: boolean
  onClose: () => void
}

type Ground = NonNullable<NonNullable<ContactCard['restriction']>['ground']>

const grounds: Ground[] = ['accuracy_disputed', 'unlawful', 'legal_claims', 'objection_examined']

/** Restricts the processing of somebody's data; the four grounds are those of Art. 18 (1) GDPR, in everyday words. */
export function RestrictDialog({ contactId, opened, onClose }: RestrictDialogProps) {
  const { t } = useTranslation('contact')
  const [ground, setGround] = useState<Ground | null>(null)
  const [missing, setMissing] = useState(false)
  const close = () => {
    setGround(null)
    setMissing(false)
    onClose()
  }
  const restrict = useChange(
    (client, chosen: Ground) =>
      client.POST('/api/v1/contacts/{id}/restriction', {
        params: { path: { id: contactId } },
        body: { ground: chosen },
      }),
    { touches: [['contacts'], ['segments'], ['campaigns']], done: t('restriction.done'), onDone: close },
  )
  return (
    <ConfirmDialog
      opened={opened}
      onClose={close}
      onConfirm={() => (ground ? restrict.mutate(ground) : setMissing(true))}
      title={t('restriction.dialogTitle')}
      confirmLabel={t('restriction.confirm')}
      loading={restrict.isPending}
    >
      <Text size="sm" mb="sm">
        {t('restriction.dialogText')}
      </Text>
      <Choice
        label={t('restriction.why')}
        value={ground}
        onChange={(next) => {
          setGround(next)
          setMissing(false)
        }}
        error={missing && t('restriction.choose')}
        options={grounds.map((value) => ({
          value,
          title: t(`restriction.grounds.${value}.title`),
          text: t(`restriction.grounds.${value}.text`),
        }))}
      />
    </ConfirmDialog>
  )
}
