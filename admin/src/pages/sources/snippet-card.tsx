import { Button, Code, CopyButton, Skeleton, Text } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Source } from '../../api/entities.ts'
import { useApi } from '../../api/use-api.ts'
import { ErrorState } from '../../design/error-state.tsx'
import { Section } from '../../design/section.tsx'
import classes from './sources.module.css'

/** The one line for the shop's page, and where it goes. */
export function SnippetCard({ source, dirty }: { source: Source; dirty: boolean }) {
  const { t } = useTranslation(['sources', 'design'])
  const api = useApi()
  const snippet = useQuery(
    api.query(['sources', source.id, 'snippet'], (client, signal) =>
      client.GET('/api/v1/sources/{id}/snippet', { params: { path: { id: source.id } }, signal }),
    ),
  )
  return (
    <Section
      title={t('snippet.title')}
      lead={t('snippet.lead')}
      aside={
        snippet.data && (
          <CopyButton value={snippet.data.html}>
            {({ copied, copy }) => (
              <Button
                size="xs"
                variant={copied ? 'light' : 'filled'}
                leftSection={
                  copied ? <IconCheck size={15} aria-hidden /> : <IconCopy size={15} aria-hidden />
                }
                onClick={copy}
              >
                {copied ? t('design:copy.copied') : t('design:copy.copy')}
              </Button>
            )}
          </CopyButton>
        )
      }
    >
      {snippet.error ? (
        <ErrorState error={snippet.error} onRetry={() => void snippet.refetch()} />
      ) : snippet.data ? (
        <Code block className={classes.code}>
          {snippet.data.html}
        </Code>
      ) : (
        <Skeleton height="4rem" />
      )}
      {dirty && (
        <Text size="sm" c="dimmed" mt="xs">
          {t('snippet.dirty')}
        </Text>
      )}
      <ol className={classes.guide}>
        {(['paste', 'every', 'csp'] as const).map((step) => (
          <li key={step}>{t(`snippet.${step}`)}</li>
        ))}
      </ol>
    </Section>
  )
}
