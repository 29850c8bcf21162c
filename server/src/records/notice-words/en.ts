import type { NoticeWords } from './words.ts'

export const EN: NoticeWords = {
  title: 'Privacy notice for WhatsApp',
  version: 'Version',
  imprint: 'Imprint',
  names: {
    controller: 'Controller',
    dpo: 'Data protection officer',
    purposes: 'Purposes',
    basis: 'Legal basis',
    recipients: 'Recipients',
    transfer: 'Transfer to third countries',
    retention: 'How long data is kept',
    rights: 'Rights and withdrawal',
    complaint: 'Complaint',
  },
  answering: 'Answering questions that you ask us in WhatsApp',
  noDpo: (reason) => `We have no data protection officer: ${reason}`,
  rights:
    'You can withdraw your consent at any time for the future, for example by writing STOP in the chat. You have the right to access, rectification, erasure, restriction, portability and objection (Articles 15 to 21 GDPR).',
  complaint: (authority) =>
    authority
      ? `You can complain to a supervisory authority, for example: ${authority}.`
      : 'You can complain to the supervisory authority where you live (Article 77 GDPR).',
  days: (count) => (count === 1 ? '1 day' : `${count} days`),
  storage: {
    none: 'Meta stores no content (“No Storage”).',
    region: (place) => `Content at rest stays in the region ${place}.`,
    anywhere: 'Meta stores content for up to 30 days in a place of its choice.',
    inUse:
      'While it is processed, content stays in Meta’s data centres worldwide for up to 60 minutes (Cloud API) or 90 minutes (Marketing Messages API).',
  },
  sentences: {},
}
