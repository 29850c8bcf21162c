import { sql } from 'kysely'
import type { Context, Sentence } from '../platform/index.ts'
import { codeOf } from './gate.ts'
import { type Check, gateChecks } from './gate-checks.ts'
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
const PASSED: Record<string, Sentence> = {
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

interface Question {
  contactId: string
  channelId: string
  topicId: string
  templateId?: string | null
}

/**
 * "Why does Anna not get this?": the gate's answer for one person, check by check, in the gate's own order. Asks the same
 * conditions that decide when a message leaves; null when the contact or the channel is not there.
 */
export async function explain(ctx: Context, question: Question): Promise<Explanation | null> {
  const input = {
    businessId: ctx.businessId,
    now: ctx.clock.now(),
    policy: await sendingPolicy(ctx),
    limits: await channelLimits(ctx),
    few: true,
  }
  const row = sql`select ${ctx.businessId}::uuid as business_id, null::uuid as message_id, ${question.contactId}::uuid as contact_id,
    ${question.channelId}::uuid as channel_id, ${question.topicId}::uuid as topic_id, ${question.templateId ?? null}::uuid as template_id,
    null::uuid as campaign_id, 'marketing'::text as category, 'campaign'::text as kind`
  const checks = gateChecks(input)
  const columns = checks.flatMap((check, index) => [
    sql`case when not (${check.applies}) then '' when ${check.blocks} then ${codeOf(check)} else 'ok' end as ${sql.ref(`c${index}`)}`,
    sql`(${check.until ?? sql`null`})::timestamptz as ${sql.ref(`u${index}`)}`,
  ])
  const { rows } = await sql<
    Record<string, string | Date | null>
  >`select ${sql.join(columns)} ${gateFrom(row, input)}`.execute(ctx.db)
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

function explainCheck(check: Check, answer: string): ExplainedCheck {
  const failed = answer !== 'ok' && answer !== ''
  const reason = REASONS[(failed ? answer : check.reasons[0]) as ReasonCode]
  return {
    key: check.key,
    ok: answer === '' ? null : !failed,
    title: failed ? reason.title : (PASSED[check.key] ?? reason.title),
    detail: failed ? reason.detail : null,
    rule: reason.rule,
  }
}
