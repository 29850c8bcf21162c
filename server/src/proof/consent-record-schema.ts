import { z } from 'zod'

/** The vocabularies of a record, by the prefixes that its names carry. */
export const CONTEXT = {
  dpv: 'https://w3id.org/dpv#',
  'eu-gdpr': 'https://w3id.org/dpv/legal/eu/gdpr#',
  pd: 'https://w3id.org/dpv/pd#',
  'dpv-27560': 'https://w3id.org/dpv/schema/dpv-27560#',
  dct: 'http://purl.org/dc/terms/',
  jawort: 'https://jawort.example/terms#',
} as const

/** What a person may do about the processing, beside withdrawing: Art. 15 to 21 and 77. */
export const RIGHTS = [
  'eu-gdpr:A7-3',
  'eu-gdpr:A15',
  'eu-gdpr:A16',
  'eu-gdpr:A17',
  'eu-gdpr:A18',
  'eu-gdpr:A20',
  'eu-gdpr:A21',
  'eu-gdpr:A77',
] as const

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const filled = z.string().min(1)

const Controller = z
  .strictObject({
    '@type': z.literal('dpv:DataController'),
    'dpv:hasName': filled.describe('party_name'),
    'dpv:hasAddress': z
      .string()
      .regex(/^[A-Z]{2}$/)
      .describe('party_address: the country'),
    'dpv:hasContact': filled.optional().describe('party_contact'),
  })
  .describe('Party identification: who decides about the processing (party_role: PII controller)')

const Processor = z.strictObject({
  '@type': z.literal('dpv:DataProcessor'),
  'dpv:hasName': filled.describe('party_name'),
})

const Subject = z
  .strictObject({
    '@type': z.literal('dpv:Consumer'),
    'dct:identifier': z.uuid().describe('pii_principal_id: means nothing outside of the installation'),
    'dpv:hasName': filled.optional(),
    'pd:TelephoneNumber': z
      .string()
      .regex(/^\+\d{6,15}$/)
      .optional(),
    'jawort:bsuid': filled.optional(),
  })
  .describe('Header: whose consent it is. After an erasure only the identifier is left')

const PersonalData = z.strictObject({
  '@type': z.enum(['pd:TelephoneNumber', 'pd:Name', 'pd:Communication']).describe('pii_type'),
  'dpv:hasDataSource': z.literal('dpv:DataSubject').describe('collection_method: given by the person'),
})

const Process = z
  .strictObject({
    '@type': z.literal('dpv:Process'),
    'dpv:hasService': filled.describe('services'),
    'dpv:hasPurpose': z
      .strictObject({
        '@type': z.literal('dpv:DirectMarketing').describe('purpose_type'),
        'dct:title': filled.describe('purpose: the topic as the person saw it'),
      })
      .describe('purposes: one for each record'),
    'dpv:hasProcessing': z
      .array(z.enum(['dpv:Collect', 'dpv:Store', 'dpv:Use']))
      .min(1)
      .describe('processing_method'),
    'dpv:hasPersonalData': z.array(PersonalData).min(1).describe('pii_information'),
    'dpv:hasRecipient': z
      .array(z.union([Controller, Processor]))
      .min(1)
      .describe('recipient_third_parties'),
    'dpv:hasStorageCondition': z
      .strictObject({
        '@type': z.literal('dpv:StorageDuration'),
        'dpv:hasDuration': z.strictObject({
          '@type': z.literal('dpv:UntilEventDuration'),
          'dct:description': filled,
        }),
      })
      .describe('retention_period'),
  })
  .describe('PII processing: what is done with the data, and for what')

const Notice = z
  .strictObject({
    '@type': z.literal('dpv:ConsentNotice'),
    'dct:hasVersion': z.string().regex(/^\d+$/),
    'dct:language': z
      .string()
      .regex(/^[a-z]{2}$/)
      .describe('language'),
    'jawort:sha256': hash.describe(
      'SHA-256 of the wording; the file wordings/<hash>.txt lies beside the record',
    ),
    'dct:description': filled.describe('the wording, word by word, as it was shown'),
    'dct:references': z.url().optional().describe('privacy_notice'),
  })
  .describe('PII processing: what the person was told (privacy_notice, language)')

const Status = z
  .strictObject({
    '@type': z
      .union([
        z.enum([
          'dpv:ConsentRequested',
          'dpv:ConsentGiven',
          'dpv:RenewedConsentGiven',
          'dpv:ConsentRefused',
          'dpv:ConsentWithdrawn',
          'dpv:ConsentExpired',
          'dpv:ConsentInvalidated',
        ]),
        z.string().regex(/^jawort:[a-z_]+$/),
      ])
      .describe('state: of DPV, or of ours where it has no word'),
    'dct:date': z.iso.datetime().describe('event_time'),
    'dpv:hasDuration': z.literal('dpv:UntilEventDuration').describe('validity_duration'),
    'dpv:isIndicatedBy': z.enum(['dpv:DataSubject', 'jawort:see-evidence']).describe('entity_id: who did it'),
    'jawort:event': filled.describe('event_type'),
    'jawort:place': z.int().min(0).nullable().describe('place in the ledger'),
    'jawort:leafHash': hash.nullable(),
    'jawort:evidence': z
      .string()
      .regex(/^events\/\d{4,}$/)
      .describe('the folder with what proves it'),
  })
  .describe('Event: one step of the consent')

const Record = z
  .strictObject({
    '@type': z.literal('dpv:ConsentRecord'),
    'dct:identifier': z
      .string()
      .regex(/^[0-9a-f-]{36}\/[0-9a-f-]{36}\/[0-9a-f-]{36}$/)
      .describe('record_id: person, channel, topic'),
    'dct:conformsTo': z.literal('dpv-27560:record-eu-gdpr').describe('schema_version'),
    'dpv:hasDataSubject': Subject,
    'dpv:hasDataController': Controller,
    'dpv:hasJurisdiction': z
      .string()
      .regex(/^[A-Z]{2}$/)
      .describe('jurisdiction'),
    'dpv:hasApplicableLaw': z.literal('eu-gdpr:GDPR'),
    'dpv:hasLegalBasis': z.literal('eu-gdpr:A6-1-a').describe('lawful_basis: consent'),
    'dpv:hasProcess': Process,
    'dpv:hasNotice': Notice.optional(),
    'dpv:hasConsentControl': z
      .strictObject({ '@type': z.literal('dpv:WithdrawConsent'), 'dct:description': filled })
      .describe('withdrawal_method'),
    'dpv:hasRight': z.array(z.enum(RIGHTS)).min(1).describe('privacy_rights'),
    'dpv:hasIndicationMethod': filled.optional().describe('how the yes was given; only once there is one'),
    'jawort:state': filled.describe('where the consent stands when the pack is made'),
    'dpv:hasConsentStatus': z.array(Status).min(1).describe('events, the oldest first'),
  })
  .describe('One consent: one person, one topic, one channel')

/**
 * The file `consent.json` of a proof pack. Each part names the field of ISO/IEC TS 27560:2023 (header, PII processing, party
 * identification, event) that it carries. `docs/privacy/consent-record.schema.json` is made from it.
 */
export const ConsentRecords = z
  .strictObject({
    '@context': z.strictObject({
      dpv: z.literal(CONTEXT.dpv),
      'eu-gdpr': z.literal(CONTEXT['eu-gdpr']),
      pd: z.literal(CONTEXT.pd),
      'dpv-27560': z.literal(CONTEXT['dpv-27560']),
      dct: z.literal(CONTEXT.dct),
      jawort: z.literal(CONTEXT.jawort),
    }),
    '@type': z.literal('dpv:RecordsOfActivities'),
    'dct:created': z.iso.datetime(),
    'dct:publisher': Controller,
    'jawort:ledger': z.strictObject({
      log: filled.describe('the name of the ledger'),
      key: filled.describe('its public key (C2SP signed-note)'),
      size: z.int().min(0).describe('the state that the proofs rest on'),
    }),
    'jawort:records': z.array(Record),
  })
  .meta({
    title: 'Consent records of a proof pack',
    description:
      'consent.json of a Jawort proof pack: records in the shape of ISO/IEC TS 27560:2023 with terms of the W3C Data Privacy Vocabulary 2. A description names the field of TS 27560 that it stands for.',
  })
export type ConsentRecords = z.infer<typeof ConsentRecords>
