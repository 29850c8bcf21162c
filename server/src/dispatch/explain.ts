import { sql } from 'kysely'
import { type Context, newId, type Sentence } from '../platform/index.ts'
import type { BudgetNow } from './budget.ts'
import { roomSeen, spendingSeen } from './budget-room.ts'
import { codeOf } from './gate.ts'
import { type Check, type CheckKey, gateChecks } from './gate-checks.ts'
import { gateFrom } from './gate-facts.ts'
import { channelLimits } from './head-room.ts'
import { sendingPolicy } from './policy.ts'
import { REASONS, type ReasonCode } from './reasons.ts'

export interface Explanation {
  verdict: 'send' | 'later' | 'withheld'
  /** When to look again, if that is known. */
  until: Date | null
  checks: ExplainedCheck[]
}

interface ExplainedCheck {
  key: string
  /** Null: the check does not concern this message. */
  ok: boolean | null
  title: Sentence
  /** What it means; only when the check fails. */
  detail: Sentence | null
  rule: string
}

/** Titles of checks that pass; a failing one has the title of its reason. */
const PASSED: Record<CheckKey, Sentence> = {
  erased: { de: 'Daten vorhanden', en: 'Data available' },
  restricted: { de: 'Verarbeitung nicht eingeschränkt', en: 'Processing not restricted' },
  suppressed: { de: 'Nicht auf der Sperrliste', en: 'Not on the block list' },
  consent: { de: 'Einwilligung bestätigt', en: 'Consent confirmed' },
  consent_unused: { de: 'Einwilligung in Gebrauch', en: 'Consent in use' },
  meta_stop: { de: 'Werbung in WhatsApp nicht abgestellt', en: 'Marketing not stopped in WhatsApp' },
  on_hold: { de: 'Nicht angehalten', en: 'Not on hold' },
  country_off: { de: 'Werbung in diesem Land möglich', en: 'Marketing possible in this country' },
  country_blocked: { de: 'Land nicht gesperrt', en: 'Country not blocked' },
  template_gone: { de: 'Vorlage vorhanden', en: 'Template is there' },
  category_changed: { de: 'Kategorie der Vorlage stimmt', en: 'Category of the template fits' },
  frequency_cap: { de: 'Häufigkeitsgrenze eingehalten', en: 'Within the frequency cap' },
  window_closed: { de: '24-Stunden-Fenster offen', en: '24-hour window open' },
  just_wrote: { de: 'Nichts Ungelesenes von der Person', en: 'Nothing unread from the person' },
  paused: { de: 'Keine Pause gewünscht', en: 'No pause asked for' },
  template_not_approved: { de: 'Vorlage freigegeben', en: 'Template approved' },
  template_quality: { de: 'Qualität der Vorlage in Ordnung', en: 'Quality of the template is fine' },
  channel_unavailable: { de: 'Nummer sendebereit', en: 'Number ready to send' },
  not_live: { de: 'Nummer freigeschaltet', en: 'Number is live' },
  marketing_resting: { de: 'Werbung der Nummer ruht nicht', en: 'Marketing of the number is not at rest' },
  business_frozen: { de: 'Unternehmen nicht eingefroren', en: 'Business not frozen' },
  campaign_not_running: { de: 'Kampagne läuft', en: 'Campaign is running' },
  budget_reached: { de: 'Budget nicht ausgeschöpft', en: 'Budget not used up' },
  limit_reached: { de: 'Tageslimit nicht erreicht', en: 'Daily limit not reached' },
  warm_up: { de: 'Aufwärmphase eingehalten', en: 'Within the warm-up' },
  trial_cap: { de: 'Innerhalb der Probezeit oder zugelassen', en: 'Within the trial, or let in' },
  quiet_hours: { de: 'Außerhalb der Ruhezeit', en: 'Outside quiet hours' },
}

/** About a campaign, or about a message of the given kind that somebody might send. */
type Question = { contactId: string } & (
  | { campaignId: string }
  | { channelId: string; topicId: string; templateId?: string | null }
)

interface Asked {
  channelId: string
  topicId: string
  templateId: string | null
  campaignId: string | null
  /** The person's message of the campaign, which must not stand in its own way. */
  messageId: string | null
  /** Of the campaign, whatever state it is in. */
  budget: string | null
}

/**
 * "Why does Anna not get this?": the gate's answer for one person, check by check, in the gate's own order. Asks the same
 * conditions that decide when a message leaves, as if it were in the queue; null when the contact, the channel or the campaign is
 * not there.
 */
export async function explain(ctx: Context, question: Question): Promise<Explanation | null> {
  const asked = await askedFor(ctx, question)
  if (!asked) return null
  const policy = await sendingPolicy(ctx)
  const spending = await spendingSeen(ctx, budgetsOf(asked, policy.budgets))
  const input = {
    businessId: ctx.businessId,
    now: ctx.clock.now(),
    policy,
    limits: await channelLimits(ctx),
    few: true,
    spending,
  }
  const row = sql`select ${ctx.businessId}::uuid as business_id, ${asked.messageId ?? newId()}::uuid as message_id,
    ${question.contactId}::uuid as contact_id, ${asked.channelId}::uuid as channel_id, ${asked.topicId}::uuid as topic_id,
    ${asked.templateId}::uuid as template_id, ${asked.campaignId}::uuid as campaign_id, 'marketing'::text as category, 'campaign'::text as kind`
  const checks = gateChecks(input)
  const columns = checks.flatMap((check, index) => [
    sql`case when not (${check.applies}) then '' when ${check.blocks} then ${codeOf(check)} else 'ok' end as ${sql.ref(`c${index}`)}`,
    sql`(${check.until ?? sql`null`})::timestamptz as ${sql.ref(`u${index}`)}`,
  ])
  const { rows } = await sql<
    Record<string, string | Date | null>
  >`${roomSeen(spending)} select ${sql.join(columns)} ${gateFrom(row, input)}`.execute(ctx.db)
  const [answers] = rows
  if (!answers) return null
  const explained = checks.map((check, index) => explainCheck(check, String(answers[`c${index}`])))
  const failed = checks.findIndex((check, index) => explained[index]?.ok === false && !check.until)
  const postponed = checks.findIndex((check, index) => explained[index]?.ok === false && check.until)
  const until = failed < 0 && postponed >= 0 ? answers[`u${postponed}`] : null
  return {
    verdict: failed >= 0 ? 'withheld' : postponed >= 0 ? 'later' : 'send',
    until: until instanceof Date ? until : null,
    checks: explained,
  }
}

async function askedFor(ctx: Context, question: Question): Promise<Asked | undefined> {
  if (!('campaignId' in question)) {
    const { channelId, topicId, templateId = null } = question
    return { channelId, topicId, templateId, campaignId: null, messageId: null, budget: null }
  }
  const { rows } = await sql<Asked>`
    select cp.channel_id as "channelId", cp.topic_id as "topicId", cp.template_id as "templateId", cp.campaign_id as "campaignId",
      cp.budget::text as budget, (select m.message_id from message m where m.business_id = ${ctx.businessId}
        and m.campaign_id = cp.campaign_id and m.contact_id = ${question.contactId}) as "messageId"
    from campaign cp where cp.business_id = ${ctx.businessId} and cp.campaign_id = ${question.campaignId}`.execute(
    ctx.db,
  )
  return rows[0]
}

/** The budgets that the message falls under. */
function budgetsOf({ campaignId, topicId, budget }: Asked, all: readonly BudgetNow[]): BudgetNow[] {
  const shared = all.filter(
    (one) => one.scope === 'business' || (one.scope === 'topic' && one.topicId === topicId),
  )
  if (campaignId === null || budget === null) return shared
  return [...shared, { id: campaignId, scope: 'campaign', topicId: null, period: '', amount: budget }]
}

function explainCheck(check: Check, answer: string): ExplainedCheck {
  const failed = answer !== 'ok' && answer !== ''
  const reason = REASONS[(failed ? answer : check.reasons[0]) as ReasonCode]
  return {
    key: check.key,
    ok: answer === '' ? null : !failed,
    title: failed ? reason.title : PASSED[check.key],
    detail: failed ? reason.detail : null,
    rule: reason.rule,
  }
}
