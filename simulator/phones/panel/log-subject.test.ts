import { describe, expect, it } from 'vitest'
import type { LogEntry } from '../api/types.ts'
import { logSubject } from './log-subject.ts'

const entry = (change: Partial<LogEntry>): LogEntry => ({ seq: 1, kind: 'webhook', at: '', ...change })
const hook = (...values: object[]) => ({
  object: 'whatsapp_business_account',
  entry: [{ id: '1', changes: values.map((value) => ({ field: 'messages', value })) }],
})

describe('logSubject', () => {
  it('says what a webhook brings', () => {
    expect(logSubject(entry({ body: hook({ messages: [{ type: 'button' }] }) }))).toBe('message · button')
    const two = hook({ statuses: [{ status: 'read' }] }, { statuses: [{ status: 'sent' }] })
    expect(logSubject(entry({ body: two }))).toBe('status · read +1')
    const other = { entry: [{ changes: [{ field: 'user_preferences', value: {} }] }] }
    expect(logSubject(entry({ body: other }))).toBe('user_preferences')
  })

  it('falls back to the path', () => {
    expect(logSubject(entry({ method: 'POST', path: '/hook?x=1', body: 'not json' }))).toBe('POST /hook')
    const sent = entry({
      kind: 'request',
      method: 'POST',
      path: '/v23.0/123/messages',
      body: { type: 'template' },
    })
    expect(logSubject(sent)).toBe('POST /123/messages · template')
  })
})
