import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newId } from '../platform/index.ts'
import { callbackData, requestOf } from './callback.ts'
import { monthOfMessage } from './month.ts'

describe('callback data', () => {
  it('comes back as the message and the request that it was made of', () => {
    const id = newId()
    expect(requestOf(callbackData(id, 2))).toEqual({ messageId: id, attempt: 2 })
    expect(requestOf(`jw1.${id}`)).toEqual({ messageId: id, attempt: null })
  })

  it('with a random UUID in it was not given along by us', () => {
    fc.assert(
      fc.property(fc.uuid({ version: [1, 2, 3, 4, 5, 6, 8, 15] }), (id) => {
        expect(requestOf(`jw1.${id}`)).toBeNull()
      }),
    )
    expect(requestOf('jw1.01980000-0000-7000-c000-000000000001')).toBeNull()
  })

  it('names a message whose month a database knows, or none', () => {
    fc.assert(
      fc.property(fc.uuid({ version: 7 }), (id) => {
        const own = requestOf(`jw1.${id}`)
        if (own) expect(monthOfMessage(own.messageId)).toMatch(/^\d{4}-(0[1-9]|1[0-2])-01$/)
      }),
      { numRuns: 2_000 },
    )
    expect(requestOf(`jw1.${newId(new Date('9999-12-31T23:59:59.999Z'))}`)).not.toBeNull()
    expect(requestOf(`jw1.${newId(new Date(Date.parse('9999-12-31T23:59:59.999Z') + 1))}`)).toBeNull()
  })
})
