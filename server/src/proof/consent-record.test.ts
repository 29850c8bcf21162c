import { join } from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { ConsentRecords } from './consent-record-schema.ts'

const FILE = join(import.meta.dirname, '../../../docs/privacy/consent-record.schema.json')

it('C-42: the schema in the docs is the one that records are written by: else run this test with -u', async () => {
  await expect(`${JSON.stringify(z.toJSONSchema(ConsentRecords), null, 2)}\n`).toMatchFileSnapshot(FILE)
})

it('C-42: the schema names every field of a consent record of ISO/IEC TS 27560', () => {
  const text = JSON.stringify(z.toJSONSchema(ConsentRecords))
  const fields = {
    header: ['schema_version', 'record_id', 'pii_principal_id'],
    processing: [
      ...[
        'privacy_notice',
        'language',
        'purposes',
        'purpose_type',
        'lawful_basis',
        'pii_information',
        'pii_type',
      ],
      ...['collection_method', 'processing_method', 'retention_period', 'services', 'jurisdiction'],
      ...['recipient_third_parties', 'withdrawal_method', 'privacy_rights'],
    ],
    party: ['party_name', 'party_role', 'party_address', 'party_contact'],
    event: ['event_time', 'validity_duration', 'entity_id', 'event_type', 'state'],
  }
  for (const field of Object.values(fields).flat()) expect(text).toMatch(new RegExp(`\\b${field}\\b`))
})
