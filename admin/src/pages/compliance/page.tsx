import { Accordion, Skeleton, Stack, Text, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../api/use-api.ts'
import { useFilter } from '../../app/use-filter.ts'
import { ErrorState } from '../../design/error-state.tsx'
import { PageHeader } from '../../design/page-header.tsx'
import { Section } from '../../design/section.tsx'
import { chaptersOf } from './chapters.ts'
import { RuleItem } from './rule.tsx'

/** The compliance matrix: every rule, its basis, and the tests that show it (C-73). */
export default function CompliancePage() {
  const { t } = useTranslation('compliance')
  const api = useApi()
  const [search = '', setSearch] = useFilter('search')
  const matrix = useQuery(
    api.query(['compliance'], (client, signal) => client.GET('/api/v1/compliance/matrix', { signal })),
  )
  const chapters = chaptersOf(matrix.data?.rules ?? [], search)
  const shown = chapters.reduce((sum, [, rules]) => sum + rules.length, 0)
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {matrix.isError ? (
        <ErrorState error={matrix.error} onRetry={() => void matrix.refetch()} />
      ) : (
        <Stack>
          <TextInput
            type="search"
            label={t('search')}
            placeholder={t('searchHint')}
            leftSection={<IconSearch size={16} />}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
          {matrix.isPending ? (
            <Skeleton height={400} />
          ) : (
            <Text size="sm" c="dimmed" role="status">
              {shown === 0 ? t('none', { search }) : t('shown', { count: shown })}
            </Text>
          )}
          {chapters.map(([chapter, rules]) => (
            <Section key={chapter} title={t(`chapters.${chapter}`)} flush>
              <Accordion multiple chevronPosition="left">
                {rules.map((rule) => (
                  <RuleItem key={rule.id} rule={rule} />
                ))}
              </Accordion>
            </Section>
          ))}
        </Stack>
      )}
    </>
  )
}
