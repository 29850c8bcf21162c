import { Alert, Button, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ContactCard } from '../../api/entities.ts'
import { useChange } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { useFormat } from '../../i18n/format.ts'

interface RestrictionNoticeProps {
  contactId: string
  restriction: NonNullable<ContactCard['restriction']>
}

/** Since when and why the processing of somebody's data is restricted, what that means, and the way to lift it. */
export function RestrictionNotice({ contactId, restriction }: RestrictionNoticeProps) {
  const { t } = useTranslation('contact')
  const format = useFormat()
  const { role } = useBusiness()
  const [asked, ask] = useDisclosure(false)
  const lift = useChange(
    (client) => client.DELETE('/api/v1/contacts/{id}/restriction', { params: { path: { id: contactId } } }),
    {
      touches: [['contacts'], ['segments'], ['campaigns']],
      done: t('restriction.lifted'),
      onDone: ask.close,
    },
  )
  const mayLift = role === 'owner' || role === 'dpo'
  return (
    <Alert
      color="yellow"
      variant="light"
      icon={<IconLock size={20} stroke={1.7} />}
      title={t('restriction.title', { date: format.date(restriction.at) })}
    >
      {restriction.ground && <Text size="sm">{t(`restriction.grounds.${restriction.ground}.since`)}</Text>}
      {t('restriction.text')}
      {mayLift ? (
        <div>
          <Button size="xs" variant="default" mt="sm" onClick={ask.open}>
            {t('restriction.lift')}
          </Button>
        </div>
      ) : (
        <Text size="sm" mt="xs">
          {t('restriction.who')}
        </Text>
      )}
      <ConfirmDialog
        opened={asked}
        onClose={ask.close}
        onConfirm={() => lift.mutate()}
        title={t('restriction.liftTitle')}
        confirmLabel={t('restriction.liftConfirm')}
        loading={lift.isPending}
      >
        {t('restriction.liftText')}
      </ConfirmDialog>
    </Alert>
  )
}
