import { describe, expect, it } from 'vitest'
import { actionFor, LOCAL_ERROR, needsLook, readSlice, splitWebhook } from './index.ts'

const read = (status: object) => {
  const value = {
    metadata: { display_phone_number: '4930123456', phone_number_id: '106540352242922' },
    statuses: [{ id: 'wamid.A', recipient_id: '4915112345678', timestamp: '1790000000', ...status }],
  }
  const body = { entry: [{ id: '1022', changes: [{ field: 'messages', value }] }] }
  return splitWebhook(JSON.stringify(body)).slices.map(readSlice)[0]
}

describe('statuses of messages', () => {
  it.each([
    ['sent', 'sent'],
    ['delivered', 'delivered'],
    ['read', 'read'],
    // A voice message that was listened to.
    ['played', 'read'],
  ])('%s is %s', (name, status) => expect(read({ status: name })).toMatchObject({ kind: 'status', status }))

  it('what Meta may say one day changes nothing', () => {
    expect(read({ status: 'warning' })).toEqual({ kind: 'other', field: 'status', event: 'warning' })
  })

  it.each([
    ['regular', false],
    ['free_customer_service', true],
    ['free_entry_point', true],
    [undefined, false],
  ])('C-71: the price is told with its kind, %s, and what Meta makes free is free', (type, free) => {
    const pricing = { billable: true, pricing_model: 'PMP', category: 'authentication-international', type }
    expect(read({ status: 'delivered', pricing })).toMatchObject({
      pricing: { billable: true, category: 'authentication_international', type: type ?? null, free },
    })
  })

  it('C-71: a price that cannot be read does not keep the delivery from counting', () => {
    const pricing = { billable: 'yes', category: 'marketing' }
    expect(read({ status: 'delivered', pricing })).toMatchObject({ status: 'delivered', pricing: null })
  })

  it('a deleted number is one in a status as well, when a subcode says so', () => {
    const errors = [{ code: 100, error_subcode: 33, title: 't' }]
    expect(read({ status: 'failed', errors })).toMatchObject({ error: { code: 33 } })
  })

  it.each([[undefined], [[]], ['broken'], [[{ title: 'without a code' }]]])(
    'a failure whose reason cannot be read (%j) is over and wants somebody to look',
    (errors) => {
      const code = LOCAL_ERROR.unexplained
      expect(read({ status: 'failed', errors })).toMatchObject({ status: 'failed', error: { code } })
      expect(actionFor(code)).toEqual(actionFor(987_654))
      expect(needsLook(code)).toBe(true)
    },
  )
})
