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
  expect(toReported({ throughput: { level: 'STANDARD' }, is_on_biz_app: false })).toEqual({ throughput: 80 })
  // Also used in the WhatsApp Business app: slower than any level.
  for (const level of ['STANDARD', 'HIGH', 'NOT_APPLICABLE'])
    expect(toReported({ throughput: { level }, is_on_biz_app: true })).toEqual({ throughput: 20 })
  expect(toReported({ whatsapp_business_manager_messaging_limit: 'TIER_UNLIMITED' })).toEqual({
    messagingLimit: null,
  })
  expect(
    toReported({ quality_rating: 'NA', status: 'PENDING', throughput: { level: 'NOT_APPLICABLE' } }),
  ).toEqual({})
})
