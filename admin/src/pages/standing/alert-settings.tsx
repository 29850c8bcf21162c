import { Alert, SegmentedControl, Skeleton, Stack, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconMailOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Ok } from '../../api/answers.ts'
import { useApi, useChange } from '../../api/use-api.ts'
import { Section } from '../../design/section.tsx'
import classes from './standing.module.css'

type Way = Ok<'/api/v1/standing/alert-settings', 'get'>['ways'][number]

/** Which alerts reach the member by mail, and when; for themselves only. */
export function AlertSettings() {
  const { t } = useTranslation('standing')
  const api = useApi()
  const narrow = useMediaQuery('(max-width: 40em)')
  const settings = useQuery(
    api.query(['standing', 'alert-settings'], (client, signal) =>
      client.GET('/api/v1/standing/alert-settings', { signal }),
    ),
  )
  const save = useChange(
    (client, ways: Pick<Way, 'subject' | 'way'>[]) =>
      client.PUT('/api/v1/standing/alert-settings', { body: { ways } }),
    { touches: [['standing', 'alert-settings']] },
  )
  if (!settings.data) return settings.error ? null : <Skeleton height="16rem" radius="lg" />
  const { mail, ways } = settings.data
  return (
    <Section title={t('mail.title')} lead={t('mail.lead')}>
      {!mail && (
        <Alert color="blue" icon={<IconMailOff />} mb="md">
          {t('mail.noServer')}
        </Alert>
      )}
      <Stack gap="sm">
        {ways.map(({ subject, way }) => (
          <div key={subject} className={classes.way}>
            <div>
              <Text size="sm" fw={560} id={`alert-${subject}`}>
                {t(`mail.subject.${subject}.title`)}
              </Text>
              <Text size="sm" c="dimmed">
                {t(`mail.subject.${subject}.about`)}
              </Text>
            </div>
            <SegmentedControl
              aria-labelledby={`alert-${subject}`}
              size="xs"
              fullWidth={narrow ?? false}
              value={way}
              disabled={save.isPending}
              onChange={(chosen) => save.mutate([{ subject, way: chosen }])}
              data={[
                { value: 'now', label: t('mail.way.now') },
                { value: 'daily', label: t('mail.way.daily') },
                { value: 'off', label: t('mail.way.off') },
              ]}
            />
          </div>
        ))}
      </Stack>
    </Section>
  )
}
