import { useTranslation } from 'react-i18next'

const explained = [
  'erased',
  'restricted',
  'suppressed',
  'no_consent',
  'consent_pending',
  'consent_withdrawn',
  'consent_refused',
  'consent_expired',
  'consent_inactive',
  'meta_stop',
  'on_hold',
  'category_changed',
  'frequency_cap',
  'window_closed',
  'template_not_approved',
  'channel_unavailable',
  'campaign_not_running',
  'limit_reached',
  'quiet_hours',
  'campaign_cancelled',
  'unsendable',
  'outcome_unknown',
  'held_unresolved',
] as const

/** What a reason means and what would change it; nothing for reasons of later versions. */
export function useReasonDetail(): (reason: string) => string | undefined {
  const { t } = useTranslation('campaign')
  return (reason) => {
    const known = explained.find((each) => each === reason)
    return known && t(`reasons.${known}`)
  }
}

const errors = [
  '130472',
  '131026',
  '131047',
  '131048',
  '131049',
  '131050',
  '131056',
  '132001',
  '132015',
] as const

/** What an error of WhatsApp means, for those that campaigns meet. */
export function useErrorDetail(): (code: string) => string | undefined {
  const { t } = useTranslation('campaign')
  const reason = useReasonDetail()
  return (code) => {
    const known = errors.find((each) => each === code)
    return known ? t(`errors.${known}`) : reason(code)
  }
}
