import { getBusiness } from '../businesses/index.ts'
import { type Channel, getChannel } from '../channels/index.ts'
import { type Context, Problem, type Sentence } from '../platform/index.ts'
import { findSegment, type Segment } from '../segments/index.ts'
import {
  findTemplate,
  hasOptOut,
  missingForSending,
  type Template,
  VariableSources,
  variableNames,
} from '../templates/index.ts'
import type { CampaignRow } from './campaign.ts'
import { findMarketingHold, type MarketingHold } from './marketing-hold.ts'

export interface ReadinessProblem {
  code: string
  message: Sentence
}

/** Everything a campaign points at; null where the draft is still open. */
export interface CampaignParts {
  channel: Channel | null
  template: Template | null
  segment: Segment | null
  topicId: string | null
  variables: VariableSources
  /** Somebody said why it may go on although the template's quality is red. */
  redAccepted: boolean
}

export async function loadParts(ctx: Context, row: CampaignRow): Promise<CampaignParts> {
  return {
    channel: row.channel_id ? await getChannel(ctx, row.channel_id) : null,
    template: row.template_id ? await findTemplate(ctx, row.template_id) : null,
    segment: row.segment_id ? await findSegment(ctx, row.segment_id) : null,
    topicId: row.topic_id,
    variables: VariableSources.parse(row.variables),
    redAccepted: row.red_accepted,
  }
}

/** A campaign whose parts are all chosen. */
export type CompleteParts = CampaignParts & { channel: Channel; template: Template; topicId: string }

export function isComplete(parts: CampaignParts): parts is CompleteParts {
  return parts.channel !== null && parts.template !== null && parts.topicId !== null
}

/** What stands in the way of a launch, apart from the audience. Empty when nothing does. */
export async function findProblems(ctx: Context, parts: CampaignParts): Promise<ReadinessProblem[]> {
  const problems: ReadinessProblem[] = []
  const add = (code: string, de: string, en: string) => problems.push({ code, message: { de, en } })
  const { channel, template, topicId } = parts
  if ((await getBusiness(ctx)).state === 'frozen') {
    add(
      'business_frozen',
      'Dieses Unternehmen ist eingefroren; es kann nichts gesendet werden.',
      'This business is frozen; nothing can be sent.',
    )
  }
  if (!topicId)
    add(
      'topic_missing',
      'Wähle das Thema, zu dem die Menschen zugestimmt haben.',
      'Choose the topic that people said yes to.',
    )
  if (!channel)
    add('channel_missing', 'Wähle die Nummer, von der gesendet wird.', 'Choose the number to send from.')
  else if (channel.state !== 'connected') {
    add(
      'channel_unavailable',
      'Die Nummer ist gerade nicht sendebereit. Sieh unter Zustand nach.',
      'The number cannot send at the moment. Have a look under Standing.',
    )
  }
  if (channel && !channel.liveAt) {
    add(
      'channel_not_live',
      'Die Nummer ist noch nicht freigeschaltet. Unter Verzeichnis & Pflichten steht, was dafür noch fehlt (C-52).',
      'The number is not live yet. Records & duties shows what is still missing for it (C-52).',
    )
  }
  const hold = channel ? await findMarketingHold(ctx, channel.id) : null
  if (hold) {
    const { de, en } = HELD[hold.reason]
    add(
      'channel_quality',
      `Die Werbung dieser Nummer ruht, weil ${de}. Gib sie zuerst mit einer Begründung frei.`,
      `Marketing of this number rests because ${en}. Release it first, with a reason.`,
    )
  }
  if (!template) add('template_missing', 'Wähle eine Vorlage.', 'Choose a template.')
  else {
    problems.push(...templateProblems(template, parts))
    problems.push(...(await variableProblems(ctx, template, parts.variables)))
    const message = await missingForSending(ctx, template)
    if (message) problems.push({ code: 'template_incomplete', message })
  }
  return problems
}

const HELD = {
  quality: { de: 'ihre Qualität gesunken ist', en: 'its quality has fallen' },
  spam: {
    de: 'WhatsApp sie wegen Spam-Verdacht bremst',
    en: 'WhatsApp limits it because of spam reports',
  },
  account: {
    de: 'Meta das Konto eingeschränkt hat oder nicht abrechnen kann',
    en: 'Meta restricted the account or cannot charge it',
  },
} as const satisfies Record<MarketingHold['reason'], Sentence>

function templateProblems(template: Template, { channel, redAccepted }: CampaignParts): ReadinessProblem[] {
  const problems: ReadinessProblem[] = []
  const add = (code: string, de: string, en: string) => problems.push({ code, message: { de, en } })
  if (template.state !== 'approved') {
    add(
      'template_not_approved',
      'Die Vorlage ist noch nicht freigegeben.',
      'The template is not approved yet.',
    )
  }
  // Like a campaign that runs: not on a red template, unless a person says why (C-65).
  if (template.quality === 'RED' && !redAccepted) {
    add(
      'template_quality',
      'Die Qualität der Vorlage ist rot: Zu viele Menschen blockieren oder melden sie. Nimm einen neuen Text.',
      'The quality of the template is red: too many people block or report it. Take a new text.',
    )
  }
  if (channel && template.channelId !== channel.id) {
    add(
      'template_other_channel',
      'Die Vorlage gehört zu einer anderen Nummer. Dupliziere sie dort.',
      'The template belongs to another number. Duplicate it there.',
    )
  }
  if (!hasOptOut(template.content)) {
    add(
      'template_without_opt_out',
      'Der Vorlage fehlt der Weg hinaus: Fußzeile mit STOP oder Knopf „Abmelden“ (C-27).',
      'The template lacks a way out: a footer with STOP or a button “Unsubscribe” (C-27).',
    )
  }
  return problems
}

async function variableProblems(
  ctx: Context,
  template: Template,
  sources: VariableSources,
): Promise<ReadinessProblem[]> {
  const problems: ReadinessProblem[] = []
  const missing = variableNames(template.content).filter((name) => !sources[name])
  if (missing.length > 0) {
    const list = missing.map((name) => `{{${name}}}`).join(', ')
    problems.push({
      code: 'variable_unset',
      message: {
        de: `Sag, woher diese Werte kommen: ${list}`,
        en: `Say where these values come from: ${list}`,
      },
    })
  }
  const keys = [
    ...new Set(Object.values(sources).flatMap((source) => (source.from === 'attribute' ? [source.key] : []))),
  ]
  if (keys.length > 0) {
    const rows = await ctx.db
      .selectFrom('contact_field')
      .select('key')
      .where('business_id', '=', ctx.businessId)
      .where('key', 'in', keys)
      .execute()
    const known = new Set(rows.map((row) => row.key))
    const unknown = keys.filter((key) => !known.has(key))
    if (unknown.length > 0) {
      problems.push({
        code: 'attribute_unknown',
        message: {
          de: `Dieses Feld gibt es nicht (mehr): ${unknown.join(', ')}`,
          en: `This field does not exist (any more): ${unknown.join(', ')}`,
        },
      })
    }
  }
  return problems
}

/** @throws Problem `campaign_not_ready` naming every problem by its code */
export async function expectReady(ctx: Context, parts: CampaignParts): Promise<CompleteParts> {
  const problems = await findProblems(ctx, parts)
  if (problems.length === 0 && isComplete(parts)) return parts
  throw notReady(problems)
}

export function notReady(problems: ReadinessProblem[]): Problem {
  const sentence: Sentence = {
    de: `So kann die Kampagne nicht starten. ${problems.map((problem) => problem.message.de).join(' ')}`,
    en: `The campaign cannot start like this. ${problems.map((problem) => problem.message.en).join(' ')}`,
  }
  return new Problem(
    'invalid',
    'campaign_not_ready',
    sentence,
    Object.fromEntries(problems.map(({ code, message }) => [code, message])),
  )
}
