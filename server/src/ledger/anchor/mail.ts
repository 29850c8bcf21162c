import { formatVerifierKey, openCheckpoint } from '@jawort/ledger'
import { getBusiness } from '../../businesses/index.ts'
import { DAY } from '../../platform/index.ts'
import { sendMail } from '../../platform/mail.ts'
import { openLog } from '../log.ts'
import { checkpointMail } from './mail-text.ts'
import type { Way } from './way.ts'

/** The data protection officer gets the signed note; whoever can change this installation cannot change that mailbox. */
export const mailWay: Way = {
  kind: 'mail',
  once: false,
  async missing(ctx) {
    if (!ctx.config.mail) return 'setting'
    return (await getBusiness(ctx)).dpoEmail ? null : 'address'
  },
  due: (last, now) => now.getTime() - last.storedAt.getTime() >= 7 * DAY,
  async take(ctx, { note, signedAt }) {
    const business = await getBusiness(ctx)
    if (!business.dpoEmail) throw new Error('The business names no address of its data protection officer.')
    const { signer } = await openLog(ctx)
    const { size } = await openCheckpoint(note, [signer.key])
    const mail = checkpointMail({
      business: business.name,
      slug: business.slug,
      language: business.language,
      timeZone: business.timeZone,
      key: formatVerifierKey(signer.key),
      pageUrl: `${ctx.config.publicUrl}/b/${business.slug}/privacy`,
      size,
      note,
      signedAt,
    })
    const { messageId, answer } = await sendMail(ctx.config, { ...mail, to: business.dpoEmail })
    return {
      by: business.dpoEmail.slice(business.dpoEmail.lastIndexOf('@') + 1),
      proof: Buffer.from(`${messageId}\n${answer}\n`, 'utf8'),
      at: ctx.clock.now(),
    }
  },
}
