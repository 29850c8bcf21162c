import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Template, TemplateDraft } from '../../api/campaign-entities.ts'
import type { ApiProblem } from '../../api/problem.ts'
import { keyOf, useChange } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { notifyDone, notifyProblem } from '../../design/notify.tsx'
import { tidy } from './draft.ts'

interface SavingOptions {
  template: Template | undefined
  draft: TemplateDraft
  dirty: boolean
  /** Meta has it: what is saved waits beside it, and submitting asks for a new review. */
  resubmits: boolean
  onSaved: () => void
  onSubmitted: () => void
  onRefused: () => void
}

/** Saving knows a new template from a known one; submitting saves first what was not saved. */
export function useSaving(options: SavingOptions) {
  const { template, draft, dirty, resubmits, onSaved, onSubmitted, onRefused } = options
  const { t } = useTranslation('template')
  const { id: businessId, slug } = useBusiness()
  const queries = useQueryClient()
  const navigate = useNavigate()

  const remember = (saved: Template) => {
    queries.setQueryData<Template[]>(keyOf(businessId, ['templates', 'list']), (before) =>
      before ? [saved, ...before.filter((each) => each.id !== saved.id)] : before,
    )
    if (template) return
    void navigate({
      to: '/b/$slug/templates/$id',
      params: { slug, id: saved.id },
      replace: true,
      ignoreBlocker: true,
    })
  }
  const refuse = (problem: ApiProblem) => {
    onRefused()
    notifyProblem(problem)
  }
  /** Of what Meta already knows, name, language and channel stay out of the request. */
  const changed = (body: TemplateDraft): Partial<TemplateDraft> =>
    template?.submittedAt ? { category: body.category, content: body.content } : body

  const save = useChange(
    (client, { body }: { body: TemplateDraft; silent?: boolean }) =>
      template
        ? client.PATCH('/api/v1/templates/{id}', {
            params: { path: { id: template.id } },
            body: { ...changed(body), submit: false },
          })
        : // What stands in the editor is meant: the way out was there from the start, and its absence is among the findings.
          client.POST('/api/v1/templates', { body: { ...body, addOptOut: false } }),
    {
      touches: [['templates']],
      onDone: (saved, { silent }) => {
        if (!silent) notifyDone(t('saved'))
        remember(saved)
        onSaved()
      },
      onProblem: refuse,
    },
  )
  const send = useChange(
    (client, { id, body }: { id: string; body?: TemplateDraft }) =>
      body
        ? client.PATCH('/api/v1/templates/{id}', {
            params: { path: { id } },
            body: { ...changed(body), submit: true },
          })
        : client.POST('/api/v1/templates/{id}/submit', { params: { path: { id } } }),
    {
      touches: [['templates']],
      // Without a review nothing was submitted.
      done: (sent) => t(template?.version === sent.version ? 'applied' : 'submitted'),
      onDone: (sent) => {
        remember(sent)
        onSubmitted()
      },
      onProblem: refuse,
    },
  )
  const submit = () => {
    if (template && resubmits) send.mutate({ id: template.id, body: tidy(draft) })
    else if (template && !dirty) send.mutate({ id: template.id })
    else
      save.mutate(
        { body: tidy(draft), silent: true },
        { onSuccess: (saved) => send.mutate({ id: saved.id }) },
      )
  }
  return { save: () => save.mutate({ body: tidy(draft) }), submit, busy: save.isPending || send.isPending }
}
