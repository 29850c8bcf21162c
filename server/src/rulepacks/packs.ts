import { type RulePack, workingDays } from './pack.ts'

const FIRST = '2026-11-21'
/** Most countries have no statutory hours for chat messages: where no source names some, the hours are our own default. */
const OUR_HOURS = 'hours: default of Jawort, no statute'

/** Every pack there is. Engineering defaults, not legal advice. */
export const PACKS: readonly RulePack[] = [
  {
    country: 'DE',
    version: 'de@2026-11',
    effectiveOn: FIRST,
    verifiedOn: FIRST,
    sources: ['§ 7 (2) no. 2 UWG', '§ 7a UWG', 'DSK, Orientierungshilfe Direktwerbung, 02/2022', OUR_HOURS],
    consent: 'express_prior',
    marketing: true,
    week: workingDays(9, 20),
    holidays: true,
    consentAge: 16,
    notes: {
      de: 'Vorherige ausdrückliche Einwilligung; die doppelte Bestätigung verlangen wir als Nachweis.',
      en: 'Express prior consent; we require the double opt-in as proof.',
    },
  },
  {
    country: 'AT',
    version: 'at@2026-11',
    effectiveOn: FIRST,
    verifiedOn: FIRST,
    sources: ['§ 174 TKG 2021', OUR_HOURS],
    consent: 'express_prior',
    marketing: true,
    week: workingDays(8, 20),
    holidays: false,
    consentAge: 14,
    notes: {
      de: 'Einwilligung auch gegenüber Unternehmen.',
      en: 'Consent is needed towards companies as well.',
    },
  },
  {
    country: 'CH',
    version: 'ch@2026-11',
    effectiveOn: FIRST,
    verifiedOn: FIRST,
    sources: ['Art. 3 (1) (o) UWG (CH)', OUR_HOURS],
    consent: 'express_prior',
    marketing: true,
    week: workingDays(8, 20),
    holidays: false,
    consentAge: null,
    notes: {
      de: 'Absender nennen; kostenlose Abmeldung in jeder Nachricht.',
      en: 'Name the sender; a free way out in every message.',
    },
  },
  {
    country: 'FR',
    version: 'fr@2026-11',
    effectiveOn: FIRST,
    verifiedOn: FIRST,
    sources: [
      'Art. L. 34-5 CPCE',
      'CNIL, prospection commerciale',
      'af2m charter 2024 (SMS and RCS)',
      OUR_HOURS,
    ],
    consent: 'express_prior',
    marketing: true,
    week: workingDays(8, 20),
    holidays: true,
    consentAge: 15,
    notes: {
      de: 'Nicht vorangekreuzt, nicht mit den AGB verbunden.',
      en: 'No pre-ticked box, not tied to the terms and conditions.',
    },
  },
  {
    country: 'IT',
    version: 'it@2026-11',
    effectiveOn: FIRST,
    verifiedOn: null,
    sources: ['Art. 130 Codice Privacy', 'Garante, Linee guida spam, 2013', OUR_HOURS],
    consent: 'express_prior',
    marketing: true,
    week: workingDays(9, 20),
    holidays: false,
    consentAge: 14,
    notes: {
      de: 'Das Widerspruchsregister betrifft Anrufe und Post.',
      en: 'The register of objections is about calls and post.',
    },
  },
  {
    country: 'ES',
    version: 'es@2026-11',
    effectiveOn: FIRST,
    verifiedOn: FIRST,
    sources: ['Art. 21 LSSI', OUR_HOURS],
    consent: 'express_prior',
    marketing: true,
    week: workingDays(9, 21, [10, 14]),
    holidays: false,
    consentAge: 14,
    notes: {
      de: 'BAJA meldet ab. Samstags nur vormittags.',
      en: 'BAJA unsubscribes. Saturdays in the morning only.',
    },
  },
  {
    country: 'NL',
    version: 'nl@2026-11',
    effectiveOn: FIRST,
    verifiedOn: FIRST,
    sources: ['Art. 11.7 Telecommunicatiewet', OUR_HOURS],
    consent: 'express_prior',
    marketing: true,
    week: workingDays(9, 20),
    holidays: false,
    consentAge: 16,
    notes: {
      de: 'Gilt auch gegenüber Unternehmen; schon die Bitte um Einwilligung ist Werbung.',
      en: 'Applies to companies as well; asking for consent is marketing already.',
    },
  },
  {
    country: 'GB',
    version: 'gb@2026-11',
    effectiveOn: FIRST,
    verifiedOn: null,
    sources: ['PECR reg. 22', 'UK GDPR', OUR_HOURS],
    consent: 'express_prior',
    marketing: true,
    week: [
      [8, 20],
      [8, 20],
      [8, 20],
      [8, 20],
      [8, 20],
      [8, 20],
      [8, 20],
    ],
    holidays: false,
    consentAge: 13,
    notes: {
      de: 'Eine Einwilligung in E-Mails gilt nicht für WhatsApp.',
      en: 'Consent to e-mail does not cover WhatsApp.',
    },
  },
  {
    country: 'US',
    version: 'us@2026-11',
    effectiveOn: FIRST,
    verifiedOn: null,
    sources: [
      'Meta: no marketing templates to US numbers since 2025-04-01',
      'TCPA',
      'hours: strictest state (RI)',
    ],
    consent: 'express_prior_written',
    marketing: false,
    week: workingDays(9, 18),
    holidays: true,
    consentAge: 13,
    notes: {
      de: 'WhatsApp stellt keine Werbung an US-Nummern zu; sie wird deshalb gar nicht erst gesendet.',
      en: 'WhatsApp delivers no marketing to US numbers; so none is sent.',
    },
  },
  {
    country: 'BR',
    version: 'br@2026-11',
    effectiveOn: FIRST,
    verifiedOn: null,
    sources: ['LGPD Art. 7 I, Art. 8', OUR_HOURS],
    consent: 'express_prior',
    marketing: true,
    week: workingDays(9, 20),
    holidays: false,
    consentAge: 12,
    notes: { de: 'PARE und SAIR melden ab.', en: 'PARE and SAIR unsubscribe.' },
  },
  {
    country: 'IN',
    version: 'in@2026-11',
    effectiveOn: FIRST,
    verifiedOn: null,
    sources: ['DPDP Act 2023', 'TCCCPR (SMS and voice): 10 to 21', OUR_HOURS],
    consent: 'notice_and_consent',
    marketing: true,
    week: [
      [10, 20],
      [10, 20],
      [10, 20],
      [10, 20],
      [10, 20],
      [10, 20],
      [10, 20],
    ],
    holidays: false,
    consentAge: 18,
    notes: {
      de: 'Gemischte Inhalte gelten als Werbung.',
      en: 'Mixed content counts as marketing.',
    },
  },
  {
    country: '*',
    version: 'other@2026-11',
    effectiveOn: FIRST,
    verifiedOn: null,
    sources: ['careful default of Jawort for countries without a pack'],
    consent: 'express_prior',
    marketing: true,
    week: workingDays(9, 20),
    holidays: true,
    consentAge: 16,
    notes: {
      de: 'Für dieses Land gibt es noch kein Regelwerk; es gilt eine vorsichtige Vorgabe.',
      en: 'There is no rule pack for this country yet; a careful default applies.',
    },
  },
]

/** The pack in force for a country on a day: its own newest version that has begun, else the default for other countries. */
export function packOf(country: string, at: Date): RulePack {
  const day = at.toISOString().slice(0, 10)
  const inForce = (of: string) =>
    PACKS.filter((pack) => pack.country === of && (pack.effectiveOn <= day || isFirst(pack))).sort((a, b) =>
      b.effectiveOn.localeCompare(a.effectiveOn),
    )[0]
  const pack = inForce(country) ?? inForce('*')
  if (!pack) throw new Error('The default rule pack is missing')
  return pack
}

/** Before its first day a country's first version is still the best there is. */
function isFirst(pack: RulePack): boolean {
  return !PACKS.some((other) => other.country === pack.country && other.effectiveOn < pack.effectiveOn)
}
