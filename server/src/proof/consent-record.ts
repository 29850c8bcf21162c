import { CONTEXT, type ConsentRecords, RIGHTS } from './consent-record-schema.ts'
import { halvesOf, type ProofConsent, type ProofEvent, type ProofFacts, type ProofWording } from './facts.ts'
import type { Checked } from './render.ts'

type Consent = ConsentRecords['jawort:records'][number]
type Status = Consent['dpv:hasConsentStatus'][number]['@type']

/** What each state is called in the W3C Data Privacy Vocabulary 2 (compliance §3.1); the rest has no term there. */
const STATUS: Record<string, Status> = {
  requested: 'dpv:ConsentRequested',
  pending: 'dpv:ConsentRequested',
  confirmed: 'dpv:ConsentGiven',
  refused: 'dpv:ConsentRefused',
  withdrawn: 'dpv:ConsentWithdrawn',
  expired: 'dpv:ConsentExpired',
  invalidated: 'dpv:ConsentInvalidated',
}

const PERSONAL_DATA = ['pd:TelephoneNumber', 'pd:Name', 'pd:Communication'] as const

/**
 * The consents in the shape of a record of ISO/IEC TS 27560:2023 with W3C DPV terms (profile `record-eu-gdpr`), as
 * JSON-LD: header, processing, parties, events (`consent-record-schema.ts`). What proves each event lies beside it, under `jawort:evidence`.
 */
export function consentRecord(
  facts: ProofFacts,
  checked: Checked,
  folderOfEvent: (event: ProofEvent) => string,
): ConsentRecords {
  return {
    '@context': CONTEXT,
    '@type': 'dpv:RecordsOfActivities',
    'dct:created': checked.issuedAt.toISOString(),
    'dct:publisher': controllerOf(facts),
    'jawort:ledger': { log: checked.origin, key: checked.key, size: checked.size },
    'jawort:records': facts.consents.map((consent) => recordOf(facts, consent, folderOfEvent)),
  }
}

function recordOf(
  facts: ProofFacts,
  consent: ProofConsent,
  folderOfEvent: (event: ProofEvent) => string,
): Consent {
  const { business, contactId } = facts
  const { second } = halvesOf(consent)
  return {
    '@type': 'dpv:ConsentRecord',
    'dct:identifier': `${contactId}/${consent.channelId}/${consent.topicId}`,
    'dct:conformsTo': 'dpv-27560:record-eu-gdpr',
    'dpv:hasDataSubject': subjectOf(facts),
    'dpv:hasDataController': controllerOf(facts),
    'dpv:hasJurisdiction': business.country,
    'dpv:hasApplicableLaw': 'eu-gdpr:GDPR',
    'dpv:hasLegalBasis': 'eu-gdpr:A6-1-a',
    'dpv:hasProcess': {
      '@type': 'dpv:Process',
      'dpv:hasService': 'WhatsApp',
      'dpv:hasPurpose': { '@type': 'dpv:DirectMarketing', 'dct:title': consent.name },
      'dpv:hasProcessing': ['dpv:Collect', 'dpv:Store', 'dpv:Use'],
      'dpv:hasPersonalData': PERSONAL_DATA.map((type) => ({
        '@type': type,
        'dpv:hasDataSource': 'dpv:DataSubject',
      })),
      'dpv:hasRecipient': [
        controllerOf(facts),
        { '@type': 'dpv:DataProcessor', 'dpv:hasName': 'Meta (WhatsApp)' },
      ],
      'dpv:hasStorageCondition': {
        '@type': 'dpv:StorageDuration',
        'dpv:hasDuration': {
          '@type': 'dpv:UntilEventDuration',
          'dct:description': 'until withdrawn, or unused for 24 months',
        },
      },
    },
    ...(consent.wording ? { 'dpv:hasNotice': noticeOf(facts, consent.wording) } : {}),
    'dpv:hasConsentControl': {
      '@type': 'dpv:WithdrawConsent',
      'dct:description': 'the word STOP in the chat, at any time',
    },
    'dpv:hasRight': [...RIGHTS],
    ...(second
      ? { 'dpv:hasIndicationMethod': 'double opt-in: own message in the chat, then a tap on the question' }
      : {}),
    'jawort:state': consent.state,
    'dpv:hasConsentStatus': consent.events.map((event) => ({
      '@type': statusOf(consent, event),
      'dct:date': event.at.toISOString(),
      'dpv:hasDuration': 'dpv:UntilEventDuration',
      'dpv:isIndicatedBy':
        event.type === 'requested' || event.type === 'confirmed' ? 'dpv:DataSubject' : 'jawort:see-evidence',
      'jawort:event': event.type,
      'jawort:place': event.seq,
      'jawort:leafHash': event.leafHash,
      'jawort:evidence': folderOfEvent(event),
    })),
  }
}

function noticeOf({ business }: ProofFacts, wording: ProofWording): Consent['dpv:hasNotice'] {
  return {
    '@type': 'dpv:ConsentNotice',
    'dct:hasVersion': String(wording.version),
    'dct:language': wording.language,
    'jawort:sha256': wording.hash,
    'dct:description': wording.body,
    ...(business.privacyUrl ? { 'dct:references': business.privacyUrl } : {}),
  }
}

/** A second yes after the consent had ended is a renewed one. */
function statusOf({ events }: ProofConsent, event: ProofEvent): Status {
  const earlier = events.slice(0, events.indexOf(event))
  if (event.state === 'confirmed' && earlier.some(({ state }) => state === 'confirmed')) {
    return 'dpv:RenewedConsentGiven'
  }
  return STATUS[event.state] ?? `jawort:${event.state}`
}

function controllerOf({ business }: ProofFacts): Consent['dpv:hasDataController'] {
  return {
    '@type': 'dpv:DataController',
    'dpv:hasName': business.legalName,
    'dpv:hasAddress': business.country,
    ...(business.contactEmail ? { 'dpv:hasContact': business.contactEmail } : {}),
  }
}

function subjectOf({ contactId, person }: ProofFacts): Consent['dpv:hasDataSubject'] {
  return {
    '@type': 'dpv:Consumer',
    'dct:identifier': contactId,
    ...(person?.name ? { 'dpv:hasName': person.name } : {}),
    ...(person?.phone ? { 'pd:TelephoneNumber': person.phone } : {}),
    ...(person?.bsuid ? { 'jawort:bsuid': person.bsuid } : {}),
  }
}
