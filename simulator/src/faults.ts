import { type ErrorCode, GraphFault } from './errors.ts'

/** A refusal somebody asked for, to see how a business's server takes it. */
export interface Fault {
  id: string
  code: ErrorCode
  /** `answer`: the request is refused; `status`: it is taken and fails later by webhook. */
  where: 'answer' | 'status'
  /** The edge it concerns; `messages` unless said otherwise. */
  edge: string
  /** How many requests it still meets; without end when absent. */
  times?: number | undefined
  /** Digits of a phone number or a BSUID; everybody when absent. */
  to?: string | undefined
  /** The number or account that is called; any when absent. */
  objectId?: string | undefined
  details?: string | undefined
  http?: number | undefined
  subcode?: number | undefined
  retryAfter?: number | undefined
}

/** Refusals by order: every error code of Meta can be had, once, some times or until it is taken back. */
export class Faults {
  #rows: Fault[] = []
  #made = 0

  all(): readonly Fault[] {
    return this.#rows
  }

  add(wish: Omit<Fault, 'id'>): Fault {
    this.#made += 1
    const fault = { id: `f${this.#made}`, ...wish }
    this.#rows.push(fault)
    return fault
  }

  /** Takes a fault back. @returns whether there was one */
  remove(id: string): boolean {
    const before = this.#rows.length
    this.#rows = this.#rows.filter((row) => row.id !== id)
    return this.#rows.length < before
  }

  /** The first fault that concerns this request, used up by one. */
  take(where: Fault['where'], edge: string, objectId: string, to?: string): Fault | undefined {
    if (this.#rows.length === 0) return undefined
    const hit = this.#rows.find(
      (row) =>
        row.where === where &&
        row.edge === edge &&
        (row.objectId === undefined || row.objectId === objectId) &&
        (row.to === undefined || row.to === to),
    )
    if (hit?.times !== undefined) {
      hit.times -= 1
      if (hit.times < 1) this.remove(hit.id)
    }
    return hit
  }

  /** @throws GraphFault when a fault by order concerns this request */
  refuse(edge: string, objectId: string, to?: string): void {
    const fault = this.take('answer', edge, objectId, to)
    if (!fault) return
    const { code, details, http, subcode, retryAfter } = fault
    throw new GraphFault(code, details ?? 'A fault by order.', {
      ...(http !== undefined && { http }),
      ...(subcode !== undefined && { subcode }),
      ...(retryAfter !== undefined && { retryAfter }),
    })
  }

  clear(): void {
    this.#rows = []
  }
}
