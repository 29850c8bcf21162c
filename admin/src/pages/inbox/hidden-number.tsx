import { Button, Text } from '@mantine/core'
import { IconPhonePlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ContactCard } from '../../api/entities.ts'
import { useFormat } from '../../i18n/format.ts'
import { useAskNumber } from '../contact/use-ask-number.ts'
import classes from './person-pane.module.css'

/** Of somebody who hides their number: asking for it, that it was asked for, or why it cannot be asked for now. */
export function HiddenNumber({ contact }: { contact: ContactCard }) {
  const { t } = useTranslation(['inbox', 'contact'])
  const format = useFormat()
  const ask = useAskNumber(contact.id)
  if (contact.phone || contact.restricted) return null
  return (
    <div>
      <span className={classes.sideLabel}>{t('number.title')}</span>
      <Text size="sm" c="dimmed" className={classes.sideText}>
        {contact.numberAskedAt
          ? t('number.asked', { date: format.date(contact.numberAskedAt) })
          : contact.canAskNumber
            ? t('number.hidden')
            : t('number.closed')}
      </Text>
      {contact.canAskNumber && (
        <Button
          variant="default"
          size="xs"
          mt="xs"
          leftSection={<IconPhonePlus size={15} />}
          loading={ask.isPending}
          onClick={() => ask.mutate()}
        >
          {t('contact:askNumber.action')}
        </Button>
      )}
    </div>
  )
}
