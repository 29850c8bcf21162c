import { sql } from 'kysely'
import { z } from 'zod'
import { type Business, getBusiness } from '../businesses/index.ts'
import { type Context, createContext, HOUR, MINUTE, type Runtime } from '../platform/index.ts'
import type { Job } from '../platform/jobs/index.ts'
import { sendMail } from '../platform/mail.ts'
import { defaultWay, subjectOf } from './alert-subjects.ts'
import { NotificationData, notificationText } from './notification-text.ts'
import type { Notified } from './notify.ts'

export const mailAlertsJob: Job<Record<string, never>> = {
  name: 'standing.mail_alerts',
  schema: z.object({}).strict(),
  cron: '* * * * *',
}

/** What happens together is told together. */
const GATHER_MS = MINUTE
/** A member gets no second mail within this time, unless something critical happened. */
const BREATH_MS = 10 * MINUTE
/** When a mail could not be handed over, or its process died, it is tried again. */
const AGAIN_MS = 15 * MINUTE
/** When the mail of the day goes, in the business's own time. */
const MORNING = '07:30'

/**
 * Handler of `notified`: an alert goes to the members who want it. Of the same kind about the same thing a member gets one
 * mail an hour; what comes meanwhile waits and is told together. Without a mail server nothing is written.
 */
export async function queueAlertMails(tx: Context, alert: Notified): Promise<void> {
  const subject = subjectOf(alert.kind)
  if (!tx.config.mail || subject === null) return
  if (alert.severity !== 'warning' && alert.severity !== 'critical') return
  const { rows: members } = await sql<{
    member_id: string
    role: 'owner' | 'marketer' | 'agent' | 'dpo'
    way: 'now' | 'daily' | 'off' | null
  }>`
    select m.member_id, m.role, s.way from member m
    left join alert_setting s on s.business_id = m.business_id and s.member_id = m.member_id and s.subject = ${subject}
    where m.business_id = ${tx.businessId} order by m.member_id`.execute(tx.db)
  const at = tx.clock.now()
  const { timeZone } = await getBusiness(tx)
  for (const { member_id, role, way: chosen } of members) {
    const way = chosen ?? defaultWay(role, subject)
    if (way === 'off') continue
    const due =
      way === 'now' ? sql`${new Date(at.getTime() + GATHER_MS)}::timestamptz` : nextMorning(at, timeZone)
    await sql`insert into alert_mail (business_id, member_id, notification_id, at, due_at)
      select ${tx.businessId}::uuid, ${member_id}::uuid, ${alert.notificationId}::uuid, ${at}::timestamptz,
        greatest(${due}, (select max(e.mailed_at) from alert_mail e
          join notification n on n.business_id = e.business_id and n.notification_id = e.notification_id
          where e.business_id = ${tx.businessId} and e.member_id = ${member_id} and n.kind = ${alert.kind}
            and n.entity_id is not distinct from ${alert.entityId}) + ${`${HOUR} milliseconds`}::interval)`.execute(
      tx.db,
    )
  }
}

const nextMorning = (at: Date, zone: string) => sql`(
  select case when morning > ${at}::timestamptz then morning else morning + interval '1 day' end
  from (select ((${at}::timestamptz at time zone ${zone})::date + ${MORNING}::time) at time zone ${zone} as morning) today)`

interface DueAlert {
  notification_id: string
  kind: string
  entity_id: string | null
  severity: string
  data: unknown
}

/** The job behind `standing.mail_alerts`: one mail per member with everything that is due. */
export async function mailAlerts(runtime: Runtime): Promise<void> {
  if (!runtime.config.mail) return
  const now = runtime.clock.now()
  const { rows } = await sql<{ business_id: string; member_id: string }>`
    select e.business_id, e.member_id from alert_mail e
    join notification n on n.business_id = e.business_id and n.notification_id = e.notification_id
    left join alert_mail last on last.business_id = e.business_id and last.member_id = e.member_id
      and last.mailed_at > ${new Date(now.getTime() - BREATH_MS)}
    where e.mailed_at is null and e.due_at <= ${now}
    group by 1, 2
    having bool_or(n.severity = 'critical') or bool_and(last.mailed_at is null)
    order by 1, 2`.execute(runtime.db)
  for (const { business_id, member_id } of rows) {
    const ctx = createContext(runtime, business_id, { kind: 'system', job: mailAlertsJob.name })
    try {
      await mailTo(ctx, member_id)
    } catch (error) {
      runtime.log.warn({ err: error, memberId: member_id }, 'standing.mail_alerts.failed')
    }
  }
}

async function mailTo(ctx: Context, memberId: string): Promise<void> {
  const now = ctx.clock.now()
  // Taken in hand by moving the time: another process finds nothing, and a crash only delays.
  const { rows: alerts } = await sql<DueAlert>`
    with mine as (
      update alert_mail set due_at = ${new Date(now.getTime() + AGAIN_MS)}
      where business_id = ${ctx.businessId} and member_id = ${memberId} and mailed_at is null and due_at <= ${now}
      returning notification_id)
    select n.notification_id, n.kind, n.entity_id, n.severity, n.data from notification n join mine using (notification_id)
    where n.business_id = ${ctx.businessId}
    order by n.severity = 'critical' desc, n.notification_id desc`.execute(ctx.db)
  if (alerts.length === 0) return
  const { rows } = await sql<{ email: string }>`
    select a.email from member m join account a on a.id = m.account_id
    where m.business_id = ${ctx.businessId} and m.member_id = ${memberId}`.execute(ctx.db)
  const to = rows[0]?.email
  if (!to) return
  const business = await getBusiness(ctx)
  await sendMail(ctx.config, { to, ...compose(business, alerts, ctx.config.publicUrl) })
  await ctx.db
    .updateTable('alert_mail')
    .set({ mailed_at: now })
    .where('business_id', '=', ctx.businessId)
    .where('member_id', '=', memberId)
    .where(
      'notification_id',
      'in',
      alerts.map((alert) => alert.notification_id),
    )
    .execute()
}

/** Newest first; what was said several times about one thing stands there once, with how often. */
function compose(
  business: Business,
  alerts: readonly DueAlert[],
  publicUrl: string,
): { subject: string; text: string } {
  const { language } = business
  const things = new Map<string, { title: string; detail: string; times: number }>()
  for (const { kind, entity_id, data } of alerts) {
    const key = `${kind} ${entity_id}`
    const known = things.get(key)
    if (known) known.times++
    else
      things.set(key, {
        ...notificationText(kind, NotificationData.catch({}).parse(data), language),
        times: 1,
      })
  }
  const said = [...things.values()]
  const [first] = said
  const list = said.map(
    ({ title, detail, times }) => `• ${title}${times > 1 ? ` (${times}×)` : ''}\n  ${detail}`,
  )
  const words = WORDS[language]
  return {
    subject: `${business.name}: ${said.length === 1 && first ? first.title : words.several(said.length)}`,
    text: `${words.hello}\n\n${list.join('\n\n')}\n\n${publicUrl}/b/${business.slug}/standing\n\n${words.foot}\n`,
  }
}

const WORDS = {
  de: {
    hello: 'Hallo,',
    several: (count: number) => `${count} Meldungen`,
    foot: 'Welche Meldungen du per Mail bekommst, stellst du dort unter „Meldungen per Mail“ ein.',
  },
  en: {
    hello: 'Hello,',
    several: (count: number) => `${count} alerts`,
    foot: 'Which alerts reach you by mail is set there, under “Alerts by mail”.',
  },
} as const
