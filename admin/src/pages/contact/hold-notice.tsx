import { Alert, Button, Group, Text } from '@mantine/core'
import { IconPlayerPause } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { WithdrawDialog } from './withdraw-dialog.tsx'

/** The code the server gives when it was not sure whether somebody wanted to leave (C-29). */
const unclearStop = 'unclear_stop'
/** … and when somebody said to be younger than the business admits (C-22). */
const ageHint = 'age_hint'

interface HoldNoticeProps {
  contactId: string
  hold: string
  /** An objection to everything is in force already. */
  suppressed: boolean
}

/** Says why a person is on hold and what may be done: record the objection, or release. Also shown in the inbox. */
export function HoldNotice({ contactId, hold, suppressed }: HoldNoticeProps) {
  const { t } = useTranslation('contact')
  const { role } = useBusiness()
  const [dialog, setDialog] = useState<'release' | 'withdraw'>()
  const close = () => setDialog(undefined)
  const release = useChange(
    (client) => client.DELETE('/api/v1/contacts/{id}/hold', { params: { path: { id: contactId } } }),
    {
      touches: [['contacts'], ['conversations', 'list'], ['insights']],
      done: t('hold.released'),
      onDone: close,
    },
  )
  return (
    <Alert
      color="yellow"
      variant="light"
      icon={<IconPlayerPause size={20} stroke={1.7} />}
      title={t('hold.title')}
    >
      {hold === unclearStop
        ? t('hold.unclear')
        : hold === ageHint
          ? t('hold.young')
          : t('hold.noted', { reason: hold })}{' '}
      {t('hold.hint')}
      <Group gap="xs" mt="sm">
        {!suppressed && (
          <Button size="xs" color="red" variant="light" onClick={() => setDialog('withdraw')}>
            {t('hold.objection')}
          </Button>
        )}
        {role === 'agent' ? (
          <Text size="sm">{t('hold.notYours')}</Text>
        ) : (
          <Button size="xs" variant="default" onClick={() => setDialog('release')}>
            {t('hold.release')}
          </Button>
        )}
      </Group>
      <ConfirmDialog
        opened={dialog === 'release'}
        onClose={close}
        onConfirm={() => release.mutate()}
        title={t('hold.releaseTitle')}
        confirmLabel={t('hold.release')}
        loading={release.isPending}
      >
        {t('hold.releaseText')}
      </ConfirmDialog>
      <WithdrawDialog contactId={contactId} opened={dialog === 'withdraw'} onClose={close} />
    </Alert>
  )
}
