import { Button, Group, Skeleton, Text } from '@mantine/core'
import { IconCircleCheck, IconCircleDashed, IconDoor, IconDoorEnter, IconDoorOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Admission } from '../../api/entities.ts'
import { useApi, useChange } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { ErrorState } from '../../design/error-state.tsx'
import { Notice } from '../../design/notice.tsx'
import { Section } from '../../design/section.tsx'
import { useFormat } from '../../i18n/format.ts'
import { AdmissionDecision } from './admission-decision.tsx'
import { AdmissionForm } from './admission-form.tsx'
import classes from './settings.module.css'

/** The strict door: what the business says about itself, what is missing, and who lets it in (C-70). */
export default function AdmissionSettings() {
  const { t } = useTranslation('settings')
  const api = useApi()
  const { role } = useBusiness()
  const admission = useQuery(
    api.query(['admission'], (client, signal) => client.GET('/api/v1/admission', { signal })),
  )
  if (admission.error) return <ErrorState error={admission.error} onRetry={() => void admission.refetch()} />
  if (!admission.data) return <Skeleton height="24rem" radius="lg" />
  const { data } = admission
  return (
    <>
      <Where admission={data} />
      <Section title={t('admission.checks')} lead={t('admission.checksLead')}>
        <ul className={classes.checks}>
          {data.checks.map(({ key, ok, title, cure }) => (
            <li key={key} data-verdict={ok ? 'ok' : 'open'}>
              {ok ? (
                <IconCircleCheck size={19} aria-label={t('check.states.ok')} />
              ) : (
                <IconCircleDashed size={19} aria-label={t('check.states.open')} />
              )}
              <div>
                <div className={classes.strong}>{title}</div>
                {!ok && (
                  <Text size="sm" c="dimmed">
                    {cure}
                  </Text>
                )}
              </div>
            </li>
          ))}
        </ul>
        {role === 'owner' && <Apply admission={data} />}
      </Section>
      <AdmissionForm key={data.state} admission={data} />
      {data.state === 'applied' && !data.appliedByMe && (role === 'owner' || role === 'dpo') && (
        <AdmissionDecision />
      )}
    </>
  )
}

/** Where the business stands, in one sentence. */
function Where({ admission }: { admission: Admission }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const { business, state, cap, refusal, reason, decidedAt, decidedBy, appliedAt, appliedByMe } = admission
  if (business !== 'trial')
    return (
      <Notice tone="good" icon={IconDoorEnter} title={t('admission.in')}>
        {decidedAt && decidedBy
          ? t(`admission.decided.${decidedBy}`, { at: format.date(decidedAt), reason: reason ?? '' })
          : t('admission.before')}
      </Notice>
    )
  if (refusal)
    return (
      <Notice tone="bad" icon={IconDoorOff} title={t('admission.closed')}>
        {refusal}
      </Notice>
    )
  if (state === 'applied' && appliedAt)
    return (
      <Notice tone="info" icon={IconDoor} title={t('admission.applied', { at: format.date(appliedAt) })}>
        {appliedByMe ? t('admission.appliedByMe') : t('admission.appliedByOther')}
      </Notice>
    )
  return (
    <Notice tone="warn" icon={IconDoor} title={t('admission.trial', { count: cap })}>
      {state === 'refused' && reason ? t('admission.refused', { reason }) : t('admission.trialText')}
    </Notice>
  )
}

function Apply({ admission }: { admission: Admission }) {
  const { t } = useTranslation('settings')
  const apply = useChange((client) => client.POST('/api/v1/admission/apply', {}), {
    touches: [['admission']],
    done: t('admission.sent'),
  })
  if (admission.state === 'approved' || admission.state === 'applied') return null
  const ready = admission.state !== 'none' && admission.checks.every(({ ok }) => ok) && !admission.refusal
  return (
    <Group justify="flex-end" mt="md">
      <Button disabled={!ready} loading={apply.isPending} onClick={() => apply.mutate()}>
        {t('admission.apply')}
      </Button>
    </Group>
  )
}
