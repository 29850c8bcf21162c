import { Button, Select, Skeleton, Stack, Textarea } from '@mantine/core'
import { IconCheck, IconExternalLink, IconPencil } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dataOf } from '../../api/client.ts'
import { useApi, useChange } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { ErrorState } from '../../design/error-state.tsx'
import { Notice as Box } from '../../design/notice.tsx'
import { Section } from '../../design/section.tsx'
import { ToneBadge } from '../../design/state-badge.tsx'
import { DateTime } from '../../design/values.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './records.module.css'
import type { Notice, NoticeContent, NoticeElement } from './types.ts'

const languages = ['de', 'en', 'fr', 'it', 'es', 'nl'] as const
type NoticeLanguage = (typeof languages)[number]
const elements = [
  'controller',
  'dpo',
  'purposes',
  'basis',
  'recipients',
  'transfer',
  'retention',
  'rights',
  'complaint',
] as const satisfies readonly NoticeElement[]
const empty = Object.fromEntries(elements.map((element) => [element, ''])) as NoticeContent

/** The notice of Art. 13 in each language, written part by part, published as versions (C-13). */
export function NoticesPart() {
  const { t } = useTranslation('records')
  const format = useFormat()
  const api = useApi()
  const [language, setLanguage] = useState<NoticeLanguage>('de')
  const notices = useQuery(
    api.query(['records', 'notices'], (client, signal) => client.GET('/api/v1/records/notices', { signal })),
  )
  if (notices.error) return <ErrorState error={notices.error} onRetry={() => void notices.refetch()} />
  if (!notices.data) return <Skeleton height="28rem" radius="lg" />
  const versions = notices.data.filter((notice) => notice.language === language)
  return (
    <div className={classes.stack}>
      <Section
        title={t('notices.title')}
        lead={t('notices.lead')}
        aside={
          <Select
            aria-label={t('notices.language')}
            allowDeselect={false}
            data={languages.map((value) => ({ value, label: format.language(value) }))}
            value={language}
            onChange={(value) => value && setLanguage(value)}
          />
        }
      >
        <Editor key={`${language}-${versions[0]?.version ?? 0}`} language={language} last={versions[0]} />
      </Section>
      {versions.length > 0 && (
        <Section title={t('notices.versions')}>
          <Stack gap="xs">
            {versions.map((notice) => (
              <div key={notice.id} className={classes.row}>
                <ToneBadge tone={notice === versions[0] ? 'good' : 'quiet'}>
                  {t('version', { version: notice.version })}
                </ToneBadge>
                <DateTime at={notice.publishedAt} />
                <span className={classes.hash}>{notice.hash.slice(0, 16)}…</span>
              </div>
            ))}
          </Stack>
        </Section>
      )}
    </div>
  )
}

function Editor({ language, last }: { language: NoticeLanguage; last: Notice | undefined }) {
  const { t } = useTranslation('records')
  const api = useApi()
  const { slug } = useBusiness()
  const [content, setContent] = useState<NoticeContent>(last?.content ?? empty)
  const [fields, setFields] = useState<Record<string, string>>({})
  const publish = useChange(
    (client) => client.POST('/api/v1/records/notices', { body: { language, content } }),
    {
      touches: [['records'], ['business']],
      done: t('notices.published'),
      onProblem: (problem) => setFields(problem.fields ?? {}),
    },
  )
  const propose = async () => {
    const proposal = await dataOf(
      api.client.GET('/api/v1/records/notices/proposal', { params: { query: { language } } }),
    )
    setContent((now) => ({
      ...proposal,
      ...Object.fromEntries(elements.flatMap((key) => (now[key] ? [[key, now[key]]] : []))),
    }))
  }
  const done = elements.filter((element) => content[element].trim().length >= 8).length
  return (
    <Stack>
      {last && (
        <Box
          tone="good"
          icon={IconCheck}
          title={t('notices.inUse', { version: last.version })}
          action={
            <Button
              component="a"
              size="xs"
              variant="default"
              href={`/notice/${slug}?lang=${language}`}
              target="_blank"
              rel="noopener"
              rightSection={<IconExternalLink size={14} />}
            >
              {t('notices.open')}
            </Button>
          }
        >
          {t('notices.inUseText')}
        </Box>
      )}
      <div className={classes.between}>
        <span className={classes.soft}>{t('notices.complete', { done, total: elements.length })}</span>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPencil size={15} />}
          onClick={() => void propose()}
        >
          {t('notices.propose')}
        </Button>
      </div>
      {elements.map((element) => (
        <Textarea
          key={element}
          label={t(`notices.elements.${element}`)}
          description={t(`notices.articles.${element}`)}
          autosize
          minRows={2}
          maxRows={10}
          error={fields[element]}
          value={content[element]}
          onChange={(event) => setContent({ ...content, [element]: event.currentTarget.value })}
        />
      ))}
      <div className={classes.row}>
        <Button
          loading={publish.isPending}
          disabled={done < elements.length}
          onClick={() => publish.mutate()}
        >
          {t('notices.publish')}
        </Button>
        <span className={classes.soft}>{t('notices.publishHint')}</span>
      </div>
    </Stack>
  )
}
