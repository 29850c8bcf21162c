import { SegmentedControl, Skeleton, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LibraryEntry } from '../../api/campaign-entities.ts'
import type { Channel } from '../../api/entities.ts'
import { useApi } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { ErrorState } from '../../design/error-state.tsx'
import { PhonePreview } from '../../design/phone-preview.tsx'
import { SideSheet } from '../../design/side-sheet.tsx'
import { ToneBadge } from '../../design/state-badge.tsx'
import classes from './library.module.css'
import { UseEntry } from './use-entry.tsx'

type Language = LibraryEntry['language']

const previewLanguages: readonly Language[] = ['de', 'en', 'fr', 'it', 'es', 'nl']

interface LibrarySheetProps {
  /** The case it opens at, or any other word for the first one; undefined: closed. */
  opened: string | undefined
  onClose: () => void
  channels: readonly Channel[]
}

/** Our ready-made lawful templates: what each is for, how it looks in six languages, and drafts made of it. */
export function LibrarySheet({ opened, onClose, channels }: LibrarySheetProps) {
  const { t } = useTranslation('templates')
  return (
    <SideSheet wide opened={opened !== undefined} onClose={onClose} title={t('library.title')}>
      {opened !== undefined && <Library first={opened} channels={channels} />}
    </SideSheet>
  )
}

function Library({ first, channels }: { first: string; channels: readonly Channel[] }) {
  const { t, i18n } = useTranslation('templates')
  const api = useApi()
  const [chosen, setChosen] = useState(first)
  const [language, setLanguage] = useState<Language>(i18n.language === 'en' ? 'en' : 'de')
  const entries = useQuery({
    ...api.query(['templates', 'library', language, i18n.language], (client, signal) =>
      client.GET('/api/v1/templates/library', { params: { query: { language } }, signal }),
    ),
    placeholderData: keepPreviousData,
  })
  if (entries.error) return <ErrorState error={entries.error} onRetry={() => void entries.refetch()} />
  if (!entries.data) return <Skeleton height="24rem" />
  const entry = entries.data.find((each) => each.key === chosen) ?? entries.data[0]
  return (
    <div className={classes.library}>
      <Text size="sm" c="dimmed" className={classes.lead}>
        {t('library.lead')}
      </Text>
      <Cases entries={entries.data} chosen={entry?.key} onSelect={setChosen} />
      {entry && (
        <div className={classes.shown}>
          <SegmentedControl
            fullWidth
            size="xs"
            aria-label={t('library.previewLanguage')}
            value={language}
            onChange={(next) => setLanguage(previewLanguages.find((each) => each === next) ?? 'de')}
            data={previewLanguages.map((value) => ({ value, label: value }))}
          />
          <Preview entry={entry} />
          <UseEntry key={entry.key} entry={entry} language={language} channels={channels} />
        </div>
      )}
    </div>
  )
}

interface CasesProps {
  entries: readonly LibraryEntry[]
  chosen: string | undefined
  onSelect: (key: string) => void
}

function Cases({ entries, chosen, onSelect }: CasesProps) {
  const { t } = useTranslation('templates')
  return (
    <ul className={classes.cases} aria-label={t('library.cases')}>
      {entries.map((entry) => (
        <li key={entry.key}>
          <button
            type="button"
            className={classes.case}
            aria-pressed={entry.key === chosen}
            onClick={() => onSelect(entry.key)}
          >
            <span className={classes.caseHead}>
              <strong>{entry.title}</strong>
              <ToneBadge tone={entry.category === 'marketing' ? 'plan' : 'info'}>
                {t(`categories.${entry.category}`)}
              </ToneBadge>
            </span>
            <span className={classes.purpose}>{entry.purpose}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

function Preview({ entry }: { entry: LibraryEntry }) {
  const { name } = useBusiness()
  return (
    <div lang={entry.language}>
      <PhonePreview sender={name} content={entry.content} />
    </div>
  )
}
