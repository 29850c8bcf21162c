import { z } from 'zod'
import { getBusiness } from '../businesses/index.ts'
import { type Context, createContext, type Runtime } from '../platform/index.ts'
import type { Job } from '../platform/jobs/index.ts'
import { type Mail, sendMail } from '../platform/mail.ts'
import { askers, deciders, type Reader } from './people.ts'
import { findAdmission } from './store.ts'

const What = z.enum(['applied', 'approved', 'refused'])
type What = z.infer<typeof What>
const Data = z.object({ businessId: z.uuid(), accountId: z.string(), what: What })

/** One mail to one person, so that a mailbox that refuses holds up nobody else. */
export const mailAdmissionJob: Job<z.infer<typeof Data>> = {
  name: 'admission.mail',
  schema: Data,
  retries: 5,
}

const readersOf = async (ctx: Context, what: What): Promise<Reader[]> =>
  what === 'applied' ? deciders(ctx, (await findAdmission(ctx))?.appliedBy ?? null) : askers(ctx)

/** Queues the mails of an application or a decision; none without a mail server. */
export async function enqueueMails(tx: Context, what: What): Promise<void> {
  if (!tx.config.mail) return
  for (const { accountId } of await readersOf(tx, what))
    await tx.jobs.enqueue(tx, mailAdmissionJob, { businessId: tx.businessId, accountId, what })
}

/** Sends it, unless it was decided or taken back meanwhile, or the reader has left. */
export async function mailAdmission(
  runtime: Runtime,
  { businessId, accountId, what }: z.infer<typeof Data>,
): Promise<void> {
  const ctx = createContext(runtime, businessId, { kind: 'system', job: mailAdmissionJob.name })
  const kept = await findAdmission(ctx)
  if (kept?.state !== what) return
  const reader = (await readersOf(ctx, what)).find((one) => one.accountId === accountId)
  if (!reader) return
  const { name, slug, language } = await getBusiness(ctx)
  const { publicUrl } = ctx.config
  const url = reader.operator
    ? `${publicUrl}/admissions/${slug}`
    : `${publicUrl}/b/${slug}/settings/admission`
  await sendMail(ctx.config, {
    ...WORDS[language][what]({ business: name, reason: kept.reason ?? '', url }),
    to: reader.email,
  })
}

type Words = (facts: { business: string; reason: string; url: string }) => Omit<Mail, 'to'>

/** What the business says about itself stays in the app. */
const WORDS: Record<'de' | 'en', Record<What, Words>> = {
  de: {
    applied: ({ business, url }) => ({
      subject: `${business} bittet um Zulassung`,
      text: `Guten Tag,

${business} hat alle Angaben gemacht und bittet darum, zugelassen zu werden.
Bitte lesen Sie sie und entscheiden Sie, mit einer Begründung. Bis dahin geht
Werbung nur an wenige Menschen am Tag.

${url}
`,
    }),
    approved: ({ business, reason, url }) => ({
      subject: `${business} ist zugelassen`,
      text: `Guten Tag,

${business} ist zugelassen; die Grenze der Probezeit gilt nicht mehr. Metas Limit und
das Aufwärmen der Nummer bleiben.

Begründung: ${reason}

${url}
`,
    }),
    refused: ({ business, reason, url }) => ({
      subject: `${business}: Zulassung abgelehnt`,
      text: `Guten Tag,

${business} wurde nicht zugelassen. Die Angaben lassen sich ändern, danach kann die
Zulassung noch einmal beantragt werden.

Begründung: ${reason}

${url}
`,
    }),
  },
  en: {
    applied: ({ business, url }) => ({
      subject: `${business} asks to be let in`,
      text: `Hello,

${business} has said everything about itself and asks to be let in. Please read it
and decide, with a reason. Until then marketing goes to a few people a day only.

${url}
`,
    }),
    approved: ({ business, reason, url }) => ({
      subject: `${business} is let in`,
      text: `Hello,

${business} is let in; the cap of the trial is gone. Meta's limit and the warm-up of
the number stay.

Reason: ${reason}

${url}
`,
    }),
    refused: ({ business, reason, url }) => ({
      subject: `${business}: admission refused`,
      text: `Hello,

${business} was not let in. What it says about itself can be changed, and admission
applied for again.

Reason: ${reason}

${url}
`,
    }),
  },
}
