import { Button, SegmentedControl, Stack, Text, Textarea, VisuallyHidden } from '@mantine/core'
import { useDebouncedValue, useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Topic, Wording } from '../../api/entities.ts'
import { useApi } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { PhonePreview } from '../../design/phone-preview.tsx'
import { useFormat } from '../../i18n/format.ts'
import { Findings } from './findings.tsx'
import { PublishDialog } from './publish-dialog.tsx'
import classes from './settings.module.css'
import { WordingHistory } from './wording-history.tsx'

const chatLanguages: readonly Wording['language'][] = ['de', 'en', 'fr', 'it', 'es', 'nl']
const waitMs = 350

/** Writes the consent text of one language, checked while typing, shown as the question in the chat. */
export function WordingStudio({ topic }: { topic: Topic }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const [language, setLanguage] = useState(() => topic.wordings.find((one) => one.current)?.language ?? 'de')
  const has = (code: string) => topic.wordings.some((one) => one.language === code && one.current)
  return (
    <Stack gap="lg">
      <SegmentedControl
        aria-label={t('wording.language')}
        value={language}
        onChange={setLanguage}
        className={classes.tongues}
        data={chatLanguages.map((code) => ({
          value: code,
          label: <TongueLabel name={format.language(code)} written={has(code)} />,
        }))}
      />
      <LanguageWording key={language} topic={topic} language={language} />
    </Stack>
  )
}

function LanguageWording({ topic, language }: { topic: Topic; language: Wording['language'] }) {
  const { t } = useTranslation('settings')
  const api = useApi()
  const { name } = useBusiness()
  const versions = topic.wordings
    .filter((one) => one.language === language)
    .sort((a, b) => b.version - a.version)
  const current = versions.find((one) => one.current)
  // A version that was declared invalid is in use no more, but still the one before the next.
  const latest = versions[0]
  const [body, setBody] = useState(current?.body ?? '')
  const [asking, ask] = useDisclosure(false)
  const [checked] = useDebouncedValue(body.trim(), waitMs)
  const changed = body.trim() !== (current?.body ?? '').trim()

  const path = { params: { path: { id: topic.id } } }
  const check = useQuery({
    ...api.query(['topics', topic.id, 'check', language, checked], (client, signal) =>
      client.POST('/api/v1/topics/{id}/wordings/check', {
        ...path,
        body: { language, body: checked },
        signal,
      }),
    ),
    enabled: checked.length > 0,
    placeholderData: (before) => before,
  })
  const findings = checked ? (check.data?.findings ?? []) : []
  const settled = checked === body.trim() && check.data !== undefined && !check.isPlaceholderData
  const ready = changed && settled && findings.every((finding) => finding.severity !== 'error')

  return (
    <div className={classes.studio}>
      <Stack gap="md">
        <Textarea
          label={latest ? t('wording.next', { version: latest.version + 1 }) : t('wording.first')}
          description={t('wording.hint')}
          autosize
          minRows={6}
          maxLength={2000}
          value={body}
          onChange={(event) => setBody(event.currentTarget.value)}
          lang={language}
        />
        <Findings findings={findings} fine={settled && body.trim() !== ''} />
        <div>
          <Button disabled={!ready} onClick={ask.open}>
            {t('wording.publish')}
          </Button>
          {!changed && current && (
            <Text size="sm" c="dimmed" mt="xs">
              {t('wording.unchanged', { version: current.version })}
            </Text>
          )}
        </div>
        <WordingHistory versions={versions} />
      </Stack>
      <PhonePreview
        sender={name}
        content={{
          body,
          samples: {},
          buttons: body.trim()
            ? [
                { kind: 'quick_reply', text: t('wording.yes') },
                { kind: 'quick_reply', text: t('wording.no') },
              ]
            : [],
        }}
      />
      {asking && (
        <PublishDialog
          topic={topic}
          language={language}
          body={body.trim()}
          before={latest}
          opened={asking}
          onClose={ask.close}
        />
      )}
    </div>
  )
}

/** A language, with a dot when it has a text in use. */
function TongueLabel({ name, written }: { name: string; written: boolean }) {
  const { t } = useTranslation('settings')
  return (
    <span className={classes.tongue} data-written={written || undefined}>
      {name}
      {!written && <VisuallyHidden>{t('wording.missing')}</VisuallyHidden>}
    </span>
  )
}
