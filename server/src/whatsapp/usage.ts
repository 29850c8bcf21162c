import type { IncomingHttpHeaders } from 'node:http'
import { z } from 'zod'

/** How much of Meta's budgets is used up, in percent. */
export interface Usage {
  /** Calls of the whole app; undefined when the answer does not say. */
  app: number | undefined
  /** Calls for single accounts (WABA), and how many minutes one that is used up stays closed. */
  wabas: { wabaId: string; percent: number; regainMinutes: number }[]
}

const Budget = z.looseObject({
  call_count: z.number().catch(0),
  total_cputime: z.number().catch(0),
  total_time: z.number().catch(0),
  estimated_time_to_regain_access: z.number().catch(0),
})
const Accounts = z.record(z.string(), z.array(Budget))

/**
 * Reads `X-App-Usage` and `X-Business-Use-Case-Usage`; undefined when neither is there. What cannot be read is ignored: the
 * headers are a courtesy. Source: Meta, Graph API rate limits.
 */
export function readUsage(headers: IncomingHttpHeaders): Usage | undefined {
  const app = headers['x-app-usage']
  const accounts = headers['x-business-use-case-usage']
  if (app === undefined && accounts === undefined) return undefined
  const own = Budget.safeParse(parse(app)).data
  const each = Accounts.safeParse(parse(accounts)).data ?? {}
  return {
    app: own && percentOf(own),
    wabas: Object.entries(each).map(([wabaId, budgets]) => ({
      wabaId,
      percent: Math.max(0, ...budgets.map(percentOf)),
      regainMinutes: Math.max(0, ...budgets.map((budget) => budget.estimated_time_to_regain_access)),
    })),
  }
}

function percentOf(budget: z.infer<typeof Budget>): number {
  return Math.max(budget.call_count, budget.total_cputime, budget.total_time)
}

function parse(header: string | string[] | undefined): unknown {
  try {
    return JSON.parse(String(header))
  } catch {
    return undefined
  }
}
