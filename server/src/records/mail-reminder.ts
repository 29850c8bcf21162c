import { z } from 'zod'
import { getBusiness } from '../businesses/index.ts'
import { type Context, createContext, type Runtime } from '../platform/index.ts'
import type { Job } from '../platform/jobs/index.ts'
import { type Mail, sendMail } from '../platform/mail.ts'
import { deadlineOf } from './breach-state.ts'

const Data = z.object({
  businessId: z.uuid(),
  breachId: z.uuid(),
  hours: z.number().int(),
  /** Null: the address of the data protection officer that the business names. */
  memberId: z.uuid().nullable(),
})

/** One mail to one person, so that a mailbox that refuses holds up nobody else. */
export const mailBreachReminderJob: Job<z.infer<typeof Data>> = {
  name: 'records.mail_breach_reminder',
  schema: Data,
  retries: 5,
}

/** Queues the reminder's mails to everybody who may work at the breach desk; none without a mail server. */
export async function enqueueMails(tx: Context, breachId: string, hours: number): Promise<void> {
  if (!tx.config.mail) return
  const members = await keepers(tx)
  const { dpoEmail } = await getBusiness(tx)
  const known = members.some(({ email }) => email.toLowerCase() === dpoEmail?.toLowerCase())
  const to = [...members.map(({ memberId }) => memberId), ...(dpoEmail && !known ? [null] : [])]
  for (const memberId of to) {
    await tx.jobs.enqueue(tx, mailBreachReminderJob, { businessId: tx.businessId, breachId, hours, memberId })
  }
}

/** Sends it, unless the breach was decided or the member left meanwhile. */
export async function mailBreachReminder(
  runtime: Runtime,
  { businessId, breachId, hours, memberId }: z.infer<typeof Data>,
): Promise<void> {
  const ctx = createContext(runtime, businessId, { kind: 'system', job: mailBreachReminderJob.name })
  const decided = await ctx.db
    .selectFrom('breach_entry')
    .select('seq')
    .where('business_id', '=', businessId)
    .where('breach_id', '=', breachId)
    .where('kind', '=', 'authority')
    .executeTakeFirst()
  if (decided) return
  const business = await getBusiness(ctx)
  const to =
    memberId === null
      ? business.dpoEmail
      : (await keepers(ctx)).find((member) => member.memberId === memberId)?.email
  if (!to) return
  const breach = await ctx.db
    .selectFrom('breach')
    .select(['number', 'known_at as knownAt', 'deadline_hours as deadlineHours'])
    .where('business_id', '=', businessId)
    .where('breach_id', '=', breachId)
    .executeTakeFirstOrThrow()
  const until = new Intl.DateTimeFormat(business.language === 'de' ? 'de-DE' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: business.timeZone,
  }).format(deadlineOf(breach))
  const url = `${ctx.config.publicUrl}/b/${business.slug}/records?part=breaches&breach=${breachId}`
  await sendMail(ctx.config, {
    ...WORDS[business.language]({ business: business.name, number: breach.number, hours, until, url }),
    to,
  })
}

/** Owners and data protection officers with their addresses. */
async function keepers(ctx: Context): Promise<{ memberId: string; email: string }[]> {
  const rows = await ctx.db
    .selectFrom('member as m')
    .innerJoin('account as a', 'a.id', 'm.account_id')
    .select(['m.member_id', 'a.email'])
    .where('m.business_id', '=', ctx.businessId)
    .where('m.role', 'in', ['owner', 'dpo'])
    .orderBy('m.member_id')
    .execute()
  return rows.map((row) => ({ memberId: row.member_id, email: row.email }))
}

interface Facts {
  business: string
  number: number
  hours: number
  until: string
  url: string
}

/** What happened stays in the app: a mail says only that the clock runs. */
const WORDS: Record<'de' | 'en', (facts: Facts) => Omit<Mail, 'to'>> = {
  de: ({ business, number, hours, until, url }) => ({
    subject:
      hours === 0
        ? `${business}: Frist für Vorfall ${number} ist vorbei`
        : `${business}: höchstens noch ${hours} Stunden für Vorfall ${number}`,
    text: `Guten Tag,

zu Vorfall ${number} ist weder eine Meldung an die Aufsichtsbehörde festgehalten noch,
dass kein Risiko für Menschen zu erwarten ist. Die Frist nach Art. 33 Abs. 1 DSGVO
${hours === 0 ? 'endete' : 'endet'} am ${until}.

${
  hours === 0
    ? 'Bitte melden Sie jetzt und begründen Sie die Verzögerung.'
    : 'Was noch nicht bekannt ist, darf nachgereicht werden (Art. 33 Abs. 4 DSGVO).'
}

${url}
`,
  }),
  en: ({ business, number, hours, until, url }) => ({
    subject:
      hours === 0
        ? `${business}: the deadline of breach ${number} is over`
        : `${business}: at most ${hours} hours left for breach ${number}`,
    text: `Hello,

for breach ${number} neither a notification to the supervisory authority is noted, nor
that no risk to people is to be expected. The deadline of Article 33 (1) GDPR
${hours === 0 ? 'was' : 'is'} ${until}.

${
  hours === 0
    ? 'Please notify now, and give the reasons for the delay.'
    : 'What is not known yet may follow later (Article 33 (4) GDPR).'
}

${url}
`,
  }),
}
