import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Ok } from '../../api/answers.ts'
import type { TemplateDraft, TemplateFinding } from '../../api/campaign-entities.ts'
import { useApi } from '../../api/use-api.ts'
import { tidy } from './draft.ts'

const pauseMs = 350

export type Submission = Ok<'/api/v1/templates/check', 'post'>['submission']

interface Findings {
  /** Undefined until the server has looked for the first time. */
  list: TemplateFinding[] | undefined
  /** What the list says is true of what is on screen now, not of what stood there a moment ago. */
  current: boolean
  /** What submitting would bring about. */
  submission: Submission | undefined
}

/** What the server finds in the draft, a moment after the last key press. */
export function useFindings(
  draft: TemplateDraft,
  templateId: string | undefined,
  enabled: boolean,
): Findings {
  const api = useApi()
  // As text, because the draft is made anew in every render.
  const now = JSON.stringify(tidy(draft))
  const [settled] = useDebouncedValue(now, pauseMs)
  const { channelId, ...rest }: TemplateDraft = JSON.parse(settled)
  const check = useQuery({
    ...api.query(['templates', 'check', templateId ?? null, rest], (client, signal) =>
      client.POST('/api/v1/templates/check', {
        body: { ...rest, ...(channelId ? { channelId } : {}), ...(templateId ? { templateId } : {}) },
        signal,
      }),
    ),
    placeholderData: keepPreviousData,
    enabled,
  })
  return {
    list: check.data?.findings,
    submission: check.data?.submission,
    current: check.data !== undefined && !check.isFetching && settled === now,
  }
}
