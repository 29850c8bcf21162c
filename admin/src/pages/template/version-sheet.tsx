import { Button, Skeleton, Text } from '@mantine/core'
import { IconRestore } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Template, TemplateVersion } from '../../api/campaign-entities.ts'
import { useApi, useChange } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { ErrorState } from '../../design/error-state.tsx'
import { PhonePreview } from '../../design/phone-preview.tsx'
import { SideSheet } from '../../design/side-sheet.tsx'
import classes from './life.module.css'
import { placeOf } from './places.ts'

interface VersionSheetProps {
  template: Template
  version: TemplateVersion | undefined
  onClose: () => void
}

const restorable: readonly Template['state'][] = ['draft', 'rejected', 'approved', 'paused']

/** A version against today's text, place by place, and the button that brings it back where that changes something. */
export function VersionSheet({ template, version, onClose }: VersionSheetProps) {
  const { t } = useTranslation('template')
  const comparison = useComparison(template, version)
  const restore = useChange(
    (client, number: number) =>
      client.POST('/api/v1/templates/{id}/restore', {
        params: { path: { id: template.id } },
        body: { version: number },
      }),
    { touches: [['templates']], done: t('versions.restored'), onDone: onClose },
  )
  const differs = (comparison.data?.changes.length ?? 0) > 0
  return (
    <SideSheet
      wide
      opened={version !== undefined}
      onClose={onClose}
      title={version && t('versions.sheet', { version: version.version })}
      footer={
        version &&
        differs &&
        restorable.includes(template.state) && (
          <Button
            leftSection={<IconRestore size={16} aria-hidden />}
            loading={restore.isPending}
            onClick={() => restore.mutate(version.version)}
          >
            {t('versions.restore')}
          </Button>
        )
      }
    >
      {version && <Differences version={version} comparison={comparison} />}
    </SideSheet>
  )
}

/** What would change if a version were brought back; asked for when one is looked at. */
function useComparison(template: Template, version: TemplateVersion | undefined) {
  const api = useApi()
  const from = version?.version ?? 0
  return useQuery({
    ...api.query(['templates', template.id, 'compare', from, template.updatedAt], (client, signal) =>
      client.GET('/api/v1/templates/{id}/compare', {
        params: { path: { id: template.id }, query: { from, to: 'draft' } },
        signal,
      }),
    ),
    enabled: version !== undefined,
  })
}

interface DifferencesProps {
  version: TemplateVersion
  comparison: ReturnType<typeof useComparison>
}

function Differences({ version, comparison }: DifferencesProps) {
  const { t } = useTranslation('template')
  const { name } = useBusiness()
  if (comparison.error) {
    return <ErrorState error={comparison.error} onRetry={() => void comparison.refetch()} />
  }
  if (!comparison.data) return <Skeleton height="8rem" />
  const { changes } = comparison.data
  return (
    <div className={classes.stack}>
      {version.reason && (
        <Text size="sm" lang="en">
          {t('rejected.words', { words: version.reason })}
        </Text>
      )}
      {changes.length === 0 ? (
        <Text size="sm">{t('versions.same')}</Text>
      ) : (
        <>
          <dl className={classes.changes}>
            {changes.map((change) => (
              <div key={change.where}>
                <dt>{t(`findings.places.${placeOf(change.where)}`)}</dt>
                <dd>
                  <span className={classes.was}>{change.before ?? t('versions.nothing')}</span>
                  <span className={classes.is}>{change.after ?? t('versions.nothing')}</span>
                </dd>
              </div>
            ))}
          </dl>
          <Text size="xs" c="dimmed">
            {t('versions.legend', { version: version.version })}
          </Text>
        </>
      )}
      <PhonePreview sender={name} content={version.content} />
    </div>
  )
}
