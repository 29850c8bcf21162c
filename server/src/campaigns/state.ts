import { Problem, type Sentence } from '../platform/index.ts'

export const CAMPAIGN_STATES = [
  'draft',
  'scheduled',
  'freezing',
  'running',
  'paused',
  'finished',
  'cancelled',
] as const
export type CampaignState = (typeof CAMPAIGN_STATES)[number]

/** What can be done to a campaign. `start`, `freeze`, `finish` and `reopen` are done by time and by counting, never by a person. */
export const CAMPAIGN_ACTIONS = [
  'edit',
  'delete',
  'launch',
  'schedule',
  'unschedule',
  'start',
  'freeze',
  'pause',
  'resume',
  'reschedule',
  'cancel',
  'finish',
  'reopen',
] as const
export type CampaignAction = (typeof CAMPAIGN_ACTIONS)[number]

/** Every step there is. What is not here is refused. */
const STEPS: Record<CampaignAction, Partial<Record<CampaignState, CampaignState>>> = {
  edit: { draft: 'draft' },
  delete: { draft: 'draft' },
  launch: { draft: 'running' },
  schedule: { draft: 'scheduled' },
  unschedule: { scheduled: 'draft' },
  // A big audience is frozen part by part before anything leaves.
  freeze: { draft: 'freezing', scheduled: 'freezing', paused: 'freezing' },
  start: { scheduled: 'running', freezing: 'running' },
  pause: { scheduled: 'paused', freezing: 'paused', running: 'paused' },
  resume: { paused: 'running' },
  // A campaign that was paused before its time has come goes back to waiting for it.
  reschedule: { paused: 'scheduled' },
  cancel: { scheduled: 'cancelled', freezing: 'cancelled', running: 'cancelled', paused: 'cancelled' },
  finish: { running: 'finished' },
  // A failure that Meta tells later puts a message back into the queue.
  reopen: { finished: 'running' },
}

const IS: Record<CampaignState, Sentence> = {
  draft: { de: 'Die Kampagne ist noch ein Entwurf.', en: 'The campaign is still a draft.' },
  scheduled: { de: 'Die Kampagne ist schon eingeplant.', en: 'The campaign is scheduled already.' },
  freezing: {
    de: 'Die Empfänger der Kampagne werden gerade vorbereitet.',
    en: 'The audience of the campaign is being prepared.',
  },
  running: { de: 'Die Kampagne läuft schon.', en: 'The campaign is running already.' },
  paused: { de: 'Die Kampagne ist angehalten.', en: 'The campaign is paused.' },
  finished: { de: 'Die Kampagne ist fertig.', en: 'The campaign is finished.' },
  cancelled: { de: 'Die Kampagne ist abgebrochen.', en: 'The campaign was cancelled.' },
}

const NEEDS: Record<CampaignAction, Sentence> = {
  edit: {
    de: 'Ändern lässt sich nur ein Entwurf; für etwas Neues lege eine weitere Kampagne an.',
    en: 'Only a draft can be changed; for something new create another campaign.',
  },
  delete: {
    de: 'Löschen lässt sich nur ein Entwurf: Was gesendet wurde, bleibt nachweisbar.',
    en: 'Only a draft can be deleted: what was sent stays on record.',
  },
  launch: { de: 'Starten lässt sich nur ein Entwurf.', en: 'Only a draft can be launched.' },
  schedule: { de: 'Einplanen lässt sich nur ein Entwurf.', en: 'Only a draft can be scheduled.' },
  unschedule: {
    de: 'Zurückholen lässt sich nur eine eingeplante Kampagne.',
    en: 'Only a scheduled campaign can be taken back.',
  },
  start: {
    de: 'Von selbst startet nur, was eingeplant oder vorbereitet ist.',
    en: 'Only what is scheduled or prepared starts by itself.',
  },
  freeze: {
    de: 'Vorbereiten lässt sich nur, was noch nicht gestartet ist.',
    en: 'Only what has not started can be prepared.',
  },
  pause: {
    de: 'Anhalten lässt sich nur, was läuft, vorbereitet wird oder eingeplant ist.',
    en: 'Only what runs, is prepared or is scheduled can be paused.',
  },
  resume: { de: 'Fortsetzen lässt sich nur, was angehalten ist.', en: 'Only what is paused can be resumed.' },
  reschedule: {
    de: 'Neu planen lässt sich nur, was angehalten ist.',
    en: 'Only what is paused can be rescheduled.',
  },
  cancel: {
    de: 'Abbrechen lässt sich nur, was eingeplant ist, vorbereitet wird, läuft oder angehalten ist.',
    en: 'Only what is scheduled, prepared, running or paused can be cancelled.',
  },
  finish: { de: 'Fertig wird nur, was läuft.', en: 'Only what runs can finish.' },
  reopen: {
    de: 'Wieder aufgenommen wird nur, was fertig war.',
    en: 'Only what had finished is taken up again.',
  },
}

export type Step = { ok: true; to: CampaignState } | { ok: false; reason: Sentence }

/** The state after the action, or why it is refused. */
export function step(from: CampaignState, action: CampaignAction): Step {
  const to = STEPS[action][from]
  if (to) return { ok: true, to }
  return {
    ok: false,
    reason: { de: `${IS[from].de} ${NEEDS[action].de}`, en: `${IS[from].en} ${NEEDS[action].en}` },
  }
}

/** @throws Problem `campaign_state` with the reason of the refusal */
export function expectStep(from: CampaignState, action: CampaignAction): CampaignState {
  const result = step(from, action)
  if (!result.ok) throw new Problem('conflict', 'campaign_state', result.reason)
  return result.to
}
