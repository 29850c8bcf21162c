import { Checkbox, Skeleton, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { AnchorLink } from '../../design/links.tsx'

interface TopicsFieldProps {
  value?: string[]
  onChange?: (ids: string[]) => void
  error?: ReactNode
  disabled?: boolean
}

/** More would make the first question a form. */
const most = 2

/** One or two topics that the source offers; people see them as separate boxes, none ticked. */
export function TopicsField({ value = [], onChange, error, disabled = false }: TopicsFieldProps) {
  const { t, i18n } = useTranslation('sources')
  const api = useApi()
  const { slug } = useBusiness()
  const topics = useQuery(
    api.query(['topics', 'list'], (client, signal) => client.GET('/api/v1/topics', { signal })),
  )
  const language = i18n.language === 'en' ? 'en' : 'de'
  const open = topics.data?.filter((topic) => !topic.archivedAt || value.includes(topic.id))
  if (topics.isPending) return <Skeleton height="5rem" />
  return (
    <Checkbox.Group
      label={t('topics')}
      description={t('topicsHint')}
      error={error}
      value={value}
      onChange={onChange}
    >
      <Stack gap="xs" mt="xs">
        {open?.map((topic) => (
          <Checkbox
            key={topic.id}
            value={topic.id}
            label={topic.name[language]}
            description={topic.description[language]}
            disabled={disabled || (value.length >= most && !value.includes(topic.id))}
          />
        ))}
        {open?.length === 0 && (
          <Text size="sm">
            {t('noTopics')}{' '}
            <AnchorLink to="/b/$slug/settings/topics" params={{ slug }} size="sm" underline="always">
              {t('createTopic')}
            </AnchorLink>
          </Text>
        )}
      </Stack>
    </Checkbox.Group>
  )
}
