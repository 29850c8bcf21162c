import { expect, it } from 'vitest'
import { toReported } from './refresh.ts'

it('reads what Meta says of a number, and leaves alone what it does not know', () => {
  expect(
    toReported({
      verified_name: 'Blattwerk',
      quality_rating: 'YELLOW',
      status: 'CONNECTED',
      whatsapp_business_manager_messaging_limit: 'TIER_10K',
      throughput: { level: 'HIGH' },
    }),
  ).toEqual({
    quality: 'YELLOW',
    messagingLimit: 10_000,
    state: 'connected',
    throughput: 1_000,
    verifiedName: 'Blattwerk',
  })
  expect(toReported({ whatsapp_business_manager_messaging_limit: 'TIER_UNLIMITED' })).toEqual({
    messagingLimit: null,
  })
  expect(
    toReported({ quality_rating: 'NA', status: 'PENDING', throughput: { level: 'NOT_APPLICABLE' } }),
  ).toEqual({})
})
