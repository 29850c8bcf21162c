import { Paper, SegmentedControl, Text, Title } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { chooseLanguage, type UiLanguage } from '../../i18n/i18n.ts'
import classes from './door.module.css'

interface DoorProps {
  title: string
  lead?: ReactNode
  /** For what is read and not only answered. */
  wide?: boolean
  children: ReactNode
}

/** The calm page before the frame: sign-in, invitation, choice of business, the operator's desk. */
export function Door({ title, lead, wide = false, children }: DoorProps) {
  const { t, i18n } = useTranslation('app')
  useDocumentTitle(`${title} · ${t('brand')}`)
  return (
    <div className={classes.door}>
      <header className={classes.top}>
        <span className={classes.brand}>
          <img src="/icon.svg" alt="" width={28} height={28} />
          {t('brand')}
        </span>
        <SegmentedControl
          size="xs"
          aria-label={t('account.language')}
          value={i18n.language}
          onChange={(value) => void chooseLanguage(value as UiLanguage)}
          data={[
            { value: 'de', label: t('account.german') },
            { value: 'en', label: t('account.english') },
          ]}
        />
      </header>
      <main className={classes.main}>
        <Paper className={classes.card} data-wide={wide || undefined}>
          <Title order={1}>{title}</Title>
          {lead && (
            <Text c="dimmed" mt={4} className={classes.lead}>
              {lead}
            </Text>
          )}
          <div className={classes.body}>{children}</div>
        </Paper>
      </main>
      <footer className={classes.motto}>{t('motto')}</footer>
    </div>
  )
}
