import { describe, expect, it } from 'vitest'
import { isWaiting, REQUEST_EVENTS, REQUEST_STATES, stepRequest } from './request-state.ts'

describe('the life of a request', () => {
  it('C-37: nothing is carried out before it is known who asks', () => {
    expect(stepRequest('received', 'carried_out')).toBeNull()
    expect(stepRequest('received', 'checked')).toBe('open')
    expect(stepRequest('open', 'carried_out')).toBe('done')
  })

  it('ends once: from done, refused and cancelled nothing leads on', () => {
    for (const state of REQUEST_STATES) {
      if (isWaiting(state)) continue
      for (const event of REQUEST_EVENTS)
        expect([state, event, stepRequest(state, event)]).toEqual([state, event, null])
    }
  })

  it('can be refused or taken back as long as it waits', () => {
    for (const state of REQUEST_STATES.filter(isWaiting)) {
      expect(stepRequest(state, 'refused')).toBe('refused')
      expect(stepRequest(state, 'cancelled')).toBe('cancelled')
    }
  })
})
