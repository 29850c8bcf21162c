import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { TemplateDraft } from '../../api/campaign-entities.ts'
import { useApi } from '../../api/use-api.ts'
import { tidy } from './draft.ts'

const pauseMs = 350

/** What the server finds in the draft, a moment after the last key press. */
export function useFindings(draft: TemplateDraft, enabled: boolean) {
  const api = useApi()
  const [settled] = useDebouncedValue(draft, pauseMs)
  const { channelId, ...rest } = tidy(settled)
  return useQuery({
    ...api.query(['templates', 'check', rest], (client, signal) =>
      client.POST('/api/v1/templates/check', {
        body: { ...rest, ...(channelId ? { channelId } : {}) },
        signal,
      }),
    ),
    placeholderData: keepPreviousData,
    enabled,
  })
}
