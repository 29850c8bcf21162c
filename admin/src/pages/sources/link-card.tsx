import { Button } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Source } from '../../api/entities.ts'
import { useBusiness } from '../../app/use-business.ts'
import { CopyField } from '../../design/copy-field.tsx'
import { PhonePreview } from '../../design/phone-preview.tsx'
import { Section } from '../../design/section.tsx'
import { preparedText } from './prepared-text.ts'
import classes from './sources.module.css'

/** A link for mails and profiles: it opens the chat with a message that is ready but not sent. */
export function LinkCard({ source }: { source: Source }) {
  const { t } = useTranslation('sources')
  return (
    <Section title={t('link.title')} lead={t('link.lead')}>
      <div className={classes.withPhone}>
        <div className={classes.page}>
          <CopyField label={t('link.label')} value={source.link} />
          <Button
            component="a"
            href={source.link}
            target="_blank"
            rel="noreferrer"
            variant="default"
            leftSection={<IconExternalLink size={16} aria-hidden />}
            className={classes.start}
          >
            {t('link.try')}
          </Button>
          <p className={classes.plain}>{t('link.hint')}</p>
        </div>
        <FirstMessage text={preparedText(source.link)} />
      </div>
    </Section>
  )
}

/** How the chat begins: their message, and our question. */
export function FirstMessage({ text }: { text: string }) {
  const { t } = useTranslation('sources')
  const { name } = useBusiness()
  return (
    <PhonePreview
      sender={name}
      theirs={text}
      content={{
        body: t('phone.question', { name }),
        buttons: [
          { kind: 'quick_reply', text: t('phone.yes') },
          { kind: 'quick_reply', text: t('phone.no') },
        ],
        samples: {},
      }}
    />
  )
}
