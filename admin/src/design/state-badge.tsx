import { useTranslation } from 'react-i18next'
import type { CampaignState, MessageState, TemplateState } from '../api/campaign-entities.ts'
import type { Business, ChannelState, ConsentState, Quality } from '../api/entities.ts'
import classes from './state-badge.module.css'

interface States {
  consent: ConsentState
  message: MessageState
  template: TemplateState
  campaign: CampaignState
  channel: ChannelState
  quality: Quality
  conversation: 'open' | 'closed'
  business: Business['state']
}

export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'plan' | 'quiet'

/** The one place that says which state has which colour. */
const tones: { [K in keyof States]: Record<States[K], Tone> } = {
  consent: {
    requested: 'info',
    pending: 'warn',
    confirmed: 'good',
    refused: 'quiet',
    withdrawn: 'bad',
    expired: 'quiet',
    suspended: 'warn',
    superseded: 'quiet',
    invalidated: 'bad',
    erased: 'quiet',
  },
  message: {
    queued: 'quiet',
    sending: 'info',
    accepted: 'info',
    held: 'warn',
    sent: 'info',
    delivered: 'good',
    read: 'good',
    failed: 'bad',
    withheld: 'plan',
    unknown: 'warn',
  },
  template: {
    draft: 'quiet',
    pending: 'warn',
    approved: 'good',
    rejected: 'bad',
    paused: 'warn',
    disabled: 'bad',
    in_appeal: 'warn',
    pending_deletion: 'quiet',
    deleted: 'quiet',
    limit_exceeded: 'bad',
    archived: 'quiet',
  },
  campaign: {
    draft: 'quiet',
    scheduled: 'plan',
    freezing: 'info',
    running: 'info',
    paused: 'warn',
    finished: 'good',
    cancelled: 'quiet',
  },
  channel: { connected: 'good', disconnected: 'quiet', restricted: 'warn', banned: 'bad' },
  quality: { GREEN: 'good', YELLOW: 'warn', RED: 'bad', UNKNOWN: 'quiet' },
  conversation: { open: 'info', closed: 'quiet' },
  business: { trial: 'plan', live: 'good', frozen: 'bad' },
}

export type StateBadgeProps = { [K in keyof States]: { kind: K; state: States[K] } }[keyof States] & {
  /** Text before the state, for example the topic's name. */
  prefix?: string
}

/** Whether a word is a state of this kind; histories hold states of several kinds. */
export const isState = <K extends keyof States>(kind: K, state: string | null): state is States[K] =>
  state !== null && Object.hasOwn(tones[kind], state)

/** A state in its own word and colour; the dot keeps it readable without colour names. */
export function StateBadge(props: StateBadgeProps) {
  const { t } = useTranslation('design')
  const toneOf: Record<string, Tone> = tones[props.kind]
  const words: Record<string, string> = t(`state.${props.kind}`, { returnObjects: true })
  return (
    <ToneBadge
      tone={toneOf[props.state] ?? 'quiet'}
      live={props.kind === 'campaign' && props.state === 'running'}
    >
      {props.prefix && <span className={classes.prefix}>{props.prefix}</span>}
      {words[props.state] ?? props.state}
    </ToneBadge>
  )
}

/** A badge for something that is not one of the known states. */
export function ToneBadge({
  tone,
  live,
  children,
}: {
  tone: Tone
  live?: boolean
  children: React.ReactNode
}) {
  return (
    <span className={classes.badge} data-tone={tone}>
      <span className={classes.dot} data-live={live || undefined} aria-hidden />
      {children}
    </span>
  )
}
