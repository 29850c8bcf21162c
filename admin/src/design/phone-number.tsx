import { ActionIcon, CopyButton, Tooltip } from '@mantine/core'
import { IconCheck, IconCopy, IconEye, IconEyeOff } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { maskPhone } from './mask-phone.ts'
import classes from './phone-number.module.css'

/** A phone number, masked until somebody needs it. Without `reveal` it stays masked (lists). */
export function PhoneNumber({ phone, reveal = false }: { phone: string | null; reveal?: boolean }) {
  const { t } = useTranslation('design')
  const [open, setOpen] = useState(false)
  if (!phone) return <span>{t('person.noPhone')}</span>
  if (!reveal) return <span className="tabular">{maskPhone(phone)}</span>
  const label = open ? t('person.hide') : t('person.reveal')
  return (
    <span className={classes.number}>
      <span className="tabular">{open ? phone : maskPhone(phone)}</span>
      <Tooltip label={label}>
        <ActionIcon size="sm" aria-label={label} aria-pressed={open} onClick={() => setOpen(!open)}>
          {open ? <IconEyeOff size={15} stroke={1.7} /> : <IconEye size={15} stroke={1.7} />}
        </ActionIcon>
      </Tooltip>
      {open && (
        <CopyButton value={phone}>
          {({ copied, copy }) => (
            <Tooltip label={copied ? t('copy.copied') : t('copy.copy')}>
              <ActionIcon size="sm" onClick={copy} aria-label={copied ? t('copy.copied') : t('copy.copy')}>
                {copied ? <IconCheck size={15} stroke={1.7} /> : <IconCopy size={15} stroke={1.7} />}
              </ActionIcon>
            </Tooltip>
          )}
        </CopyButton>
      )}
    </span>
  )
}
