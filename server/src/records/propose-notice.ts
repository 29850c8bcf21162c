import { getBusiness } from '../businesses/index.ts'
import { requireRole } from '../platform/authorise.ts'
import type { Language } from '../platform/http/index.ts'
import type { Context } from '../platform/index.ts'
import { findDuties } from './duties.ts'
import type { NoticeContent } from './notice-content.ts'
import { ProcessingContent } from './processing-content.ts'
import { liveRecord } from './versions.ts'

/**
 * A notice written from what is configured, to be read and changed before it is published; what nobody has stated yet stays
 * empty. In German and English.
 */
export async function proposeNotice(ctx: Context, language: Language): Promise<NoticeContent> {
  requireRole(ctx, 'dpo')
  const [business, stated] = [await getBusiness(ctx), await findDuties(ctx)]
  const content = ProcessingContent.parse((await liveRecord(ctx, 'processing')).content)
  const say = (of: { de: string; en: string }) => of[language]
  const lines = (parts: string[]) => [...new Set(parts)].join('\n')
  const topics = content.activities.filter((activity) => activity.key.startsWith('topic:'))
  const german = language === 'de'
  const { dpo } = stated
  return {
    controller: stated.address
      ? [business.legalName, stated.address, business.contactEmail].filter(Boolean).join(', ')
      : '',
    dpo:
      dpo?.kind === 'named'
        ? `${dpo.name}, ${dpo.contact}`
        : dpo
          ? german
            ? `Wir haben keine Datenschutzbeauftragten: ${dpo.reason}`
            : `We have no data protection officer: ${dpo.reason}`
          : '',
    purposes: lines([
      ...topics.map((topic) => `${say(topic.name)}: ${say(topic.purpose)}`),
      german
        ? 'Fragen beantworten, die du uns in WhatsApp stellst'
        : 'Answering questions that you ask us in WhatsApp',
    ]),
    basis: lines(
      content.activities
        .filter(({ key }) => key !== 'team')
        .map((activity) => `${say(activity.name)}: ${say(activity.basis)}`),
    ),
    recipients: lines(content.recipients.map((each) => `${each.name}: ${say(each.service)}`)),
    transfer: lines(content.transfers.map((each) => `${each.to}: ${say(each.where)} ${say(each.safeguard)}`)),
    retention: lines(content.retention.map((each) => `${say(each.what)}: ${say(each.howLong)}`)),
    rights: german
      ? 'Du kannst deine Einwilligung jederzeit mit Wirkung für die Zukunft widerrufen, zum Beispiel mit STOP im Chat. Du hast das Recht auf Auskunft, Berichtigung, Löschung, Einschränkung, Übertragbarkeit und Widerspruch (Art. 15 bis 21 DSGVO).'
      : 'You can withdraw your consent at any time for the future, for example by writing STOP in the chat. You have the right to access, rectification, erasure, restriction, portability and objection (Articles 15 to 21 GDPR).',
    complaint: stated.authority
      ? german
        ? `Du kannst dich bei einer Aufsichtsbehörde beschweren, zum Beispiel: ${stated.authority.name}.`
        : `You can complain to a supervisory authority, for example: ${stated.authority.name}.`
      : german
        ? 'Du kannst dich bei der Aufsichtsbehörde deines Wohnorts beschweren (Art. 77 DSGVO).'
        : 'You can complain to the supervisory authority where you live (Article 77 GDPR).',
  }
}
