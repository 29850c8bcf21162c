import { describe, expect, it } from 'vitest'
import { daysLeft, dueAt, reminderDue, urgencyOf } from './deadline.ts'

const at = (text: string) => new Date(text)

describe('the clock of a request', () => {
  it('C-38: runs one month from receipt, three when extended, to the last day of a shorter month', () => {
    expect(dueAt(at('2026-11-18T11:00:00Z'), false)).toEqual(at('2026-12-18T11:00:00Z'))
    expect(dueAt(at('2026-11-18T11:00:00Z'), true)).toEqual(at('2027-02-18T11:00:00Z'))
    expect(dueAt(at('2027-01-31T08:00:00Z'), false)).toEqual(at('2027-02-28T08:00:00Z'))
    expect(dueAt(at('2028-01-31T08:00:00Z'), false)).toEqual(at('2028-02-29T08:00:00Z'))
    expect(dueAt(at('2026-12-31T23:30:00Z'), true)).toEqual(at('2027-03-31T23:30:00Z'))
  })

  it('C-38: is calm, soon from ten days before, urgent from three, overdue from the very moment', () => {
    const due = at('2026-12-18T11:00:00Z')
    expect(urgencyOf(due, at('2026-12-08T10:59:59Z'))).toBe('calm')
    expect(urgencyOf(due, at('2026-12-08T11:00:00Z'))).toBe('soon')
    expect(urgencyOf(due, at('2026-12-15T11:00:00Z'))).toBe('urgent')
    expect(urgencyOf(due, at('2026-12-18T10:59:59Z'))).toBe('urgent')
    expect(urgencyOf(due, due)).toBe('overdue')
    expect(daysLeft(due, at('2026-12-19T12:00:00Z'))).toBe(-1)
  })

  it('C-38: reminds once for each step, and only of the last one where several were missed', () => {
    const due = at('2026-12-18T11:00:00Z')
    expect(reminderDue(due, at('2026-12-08T10:00:00Z'), [])).toBeNull()
    expect(reminderDue(due, at('2026-12-08T11:00:00Z'), [])).toBe(10)
    expect(reminderDue(due, at('2026-12-09T11:00:00Z'), [10])).toBeNull()
    expect(reminderDue(due, at('2026-12-16T11:00:00Z'), [])).toBe(3)
    expect(reminderDue(due, at('2026-12-19T11:00:00Z'), [10, 3])).toBe(0)
    expect(reminderDue(due, at('2026-12-20T11:00:00Z'), [10, 3, 0])).toBeNull()
  })
})
