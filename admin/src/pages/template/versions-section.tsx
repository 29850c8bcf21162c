import { Button, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Template, TemplateVersion } from '../../api/campaign-entities.ts'
import { useApi } from '../../api/use-api.ts'
import { ErrorState } from '../../design/error-state.tsx'
import { Section } from '../../design/section.tsx'
import { ToneBadge } from '../../design/state-badge.tsx'
import { Relative } from '../../design/values.tsx'
import classes from './life.module.css'
import { VersionSheet } from './version-sheet.tsx'

const tones = { pending: 'warn', approved: 'good', rejected: 'bad' } as const

/** Every text that went to Meta's review, what came of it, and the way back to it. */
export function VersionsSection({ template }: { template: Template }) {
  const { t } = useTranslation('template')
  const api = useApi()
  const [open, setOpen] = useState<TemplateVersion>()
  const versions = useQuery(
    api.query(['templates', template.id, 'versions'], (client, signal) =>
      client.GET('/api/v1/templates/{id}/versions', { params: { path: { id: template.id } }, signal }),
    ),
  )
  return (
    <Section title={t('versions.title')} lead={t('versions.lead')}>
      {versions.error ? (
        <ErrorState error={versions.error} onRetry={() => void versions.refetch()} />
      ) : versions.isPending ? (
        <Skeleton height="3rem" />
      ) : versions.data.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('versions.none')}
        </Text>
      ) : (
        <ul className={classes.used}>
          {versions.data.map((version) => (
            <li key={version.version}>
              <span className={classes.version}>
                <strong>{t('versions.version', { version: version.version })}</strong>
                <span>
                  {version.submittedBy && `${version.submittedBy}, `}
                  <Relative at={version.submittedAt} />
                </span>
              </span>
              <span className={classes.versionEnd}>
                <ToneBadge tone={tones[version.outcome]}>{t(`versions.${version.outcome}`)}</ToneBadge>
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={t('versions.compareThis', { version: version.version })}
                  onClick={() => setOpen(version)}
                >
                  {t('versions.compare')}
                </Button>
              </span>
            </li>
          ))}
        </ul>
      )}
      <VersionSheet template={template} version={open} onClose={() => setOpen(undefined)} />
    </Section>
  )
}
