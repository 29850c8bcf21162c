import { Button } from '@mantine/core'
import { IconArrowLeft, IconArrowRight, IconTrash } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Campaign, CampaignDraft } from '../../api/campaign-entities.ts'
import { keyOf, useChange } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { useFilter } from '../../app/use-filter.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { notifyProblem } from '../../design/notify.tsx'
import { PageHeader } from '../../design/page-header.tsx'
import classes from './campaign-new.module.css'
import { completeOnly } from './mapping.ts'
import { MessageStep } from './message-step.tsx'
import { ReviewStep } from './review-step.tsx'
import { StepList } from './step-list.tsx'
import { isStep, type Step, stepAfter, stepBefore } from './steps.ts'
import { useParts } from './use-parts.ts'
import { WhatStep } from './what-step.tsx'
import { WhenStep } from './when-step.tsx'
import { WhoStep } from './who-step.tsx'

export type Draft = CampaignDraft & { name: string }

export interface StepProps {
  draft: Draft
  change: (part: CampaignDraft) => void
  fields: Record<string, string>
}

/** Steps at the left, the one decision in the middle. Going on saves. */
export function Wizard({ campaign }: { campaign: Campaign | undefined }) {
  const { t } = useTranslation('campaign-new')
  const { slug } = useBusiness()
  const parts = useParts()
  const [wanted] = useFilter('step')
  const step: Step = campaign && isStep(wanted) ? wanted : 'what'
  const [changes, setChanges] = useState<CampaignDraft>({})
  const onlyChannel = parts.channels.data?.length === 1 ? parts.channels.data[0]?.id : undefined
  const draft: Draft = {
    name: '',
    channelId: onlyChannel ?? null,
    ...stored(campaign, onlyChannel),
    ...changes,
  }
  const { save, go, fields, saving } = useSaving(campaign, draft, () => setChanges({}))
  const before = stepBefore(step)
  const props: StepProps = {
    draft,
    change: (part) => setChanges((known) => ({ ...known, ...part })),
    fields,
  }
  return (
    <>
      <PageHeader
        title={campaign?.name ?? t('title')}
        lead={t('lead')}
        back={{ to: `/b/${slug}/campaigns`, label: t('back') }}
        actions={campaign && <Discard campaign={campaign} />}
      />
      <div className={classes.wizard}>
        <StepList
          current={step}
          draft={draft}
          started={campaign !== undefined}
          onGo={(to) => (Object.keys(changes).length > 0 ? save(to) : go(to))}
        />
        {step === 'review' && campaign ? (
          // Its dialogs have forms of their own, which must not submit this one.
          <ReviewStep campaign={campaign} onGo={go} />
        ) : (
          <form
            className={classes.main}
            onSubmit={(event) => {
              event.preventDefault()
              save(stepAfter(step))
            }}
          >
            {step === 'what' && <WhatStep {...props} />}
            {step === 'who' && <WhoStep {...props} />}
            {step === 'message' && <MessageStep {...props} />}
            {step === 'when' && <WhenStep {...props} />}
            <div className={classes.foot}>
              {before ? (
                <Button
                  variant="subtle"
                  color="gray"
                  leftSection={<IconArrowLeft size={16} aria-hidden />}
                  onClick={() => save(before)}
                >
                  {t('previous')}
                </Button>
              ) : (
                <span />
              )}
              <Button type="submit" loading={saving} rightSection={<IconArrowRight size={16} aria-hidden />}>
                {step === 'when' ? t('toReview') : t('next')}
              </Button>
            </div>
          </form>
        )}
      </div>
    </>
  )
}

function stored(campaign: Campaign | undefined, onlyChannel: string | undefined): Partial<Draft> {
  if (!campaign) return {}
  const { name, topicId, templateId, segmentId, variables, scheduledAt, budget } = campaign
  const { toleranceMinutes, breaker, ramp } = campaign
  const channelId = campaign.channelId ?? onlyChannel ?? null
  return {
    name,
    channelId,
    topicId,
    templateId,
    segmentId,
    variables,
    scheduledAt,
    budget,
    toleranceMinutes,
    breaker,
    ramp,
  }
}

/** Saves what is on the page and goes to another step; the first save makes the draft. */
function useSaving(campaign: Campaign | undefined, draft: Draft, onSaved: () => void) {
  const { id: businessId, slug } = useBusiness()
  const { t } = useTranslation('campaign-new')
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [fields, setFields] = useState<Record<string, string>>({})
  const go = (to: Step, id = campaign?.id) =>
    void navigate({ to: '/b/$slug/campaigns/new', params: { slug }, search: { id, step: to } })
  const write = useChange(
    (client, body: Draft) =>
      campaign
        ? client.PATCH('/api/v1/campaigns/{id}', { params: { path: { id: campaign.id } }, body })
        : client.POST('/api/v1/campaigns', { body }),
    {
      touches: [['campaigns', 'list']],
      onProblem: (problem) => {
        setFields(problem.fields)
        notifyProblem(problem)
      },
    },
  )
  const save = (to: Step) => {
    if (!draft.name.trim()) {
      setFields({ name: t('what.nameMissing') })
      if (campaign) go('what')
      return
    }
    const body = { ...draft, variables: completeOnly(draft.variables ?? {}) }
    write.mutate(body, {
      onSuccess: (saved) => {
        setFields({})
        queries.setQueryData(keyOf(businessId, ['campaigns', saved.id]), saved)
        queries.removeQueries({ queryKey: keyOf(businessId, ['campaigns', saved.id, 'review']) })
        onSaved()
        go(to, saved.id)
      },
    })
  }
  return { save, go, fields, saving: write.isPending }
}

function Discard({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('campaign-new')
  const { slug } = useBusiness()
  const navigate = useNavigate()
  const [asked, ask] = useState(false)
  const discard = useChange(
    (client) => client.DELETE('/api/v1/campaigns/{id}', { params: { path: { id: campaign.id } } }),
    {
      touches: [['campaigns', 'list'], ['templates']],
      done: t('discard.done'),
      onDone: () => void navigate({ to: '/b/$slug/campaigns', params: { slug }, search: {} }),
    },
  )
  return (
    <>
      <Button variant="default" leftSection={<IconTrash size={16} aria-hidden />} onClick={() => ask(true)}>
        {t('discard.button')}
      </Button>
      <ConfirmDialog
        opened={asked}
        onClose={() => ask(false)}
        onConfirm={() => discard.mutate()}
        title={t('discard.title')}
        confirmLabel={t('discard.button')}
        loading={discard.isPending}
        danger
      >
        {t('discard.text')}
      </ConfirmDialog>
    </>
  )
}
