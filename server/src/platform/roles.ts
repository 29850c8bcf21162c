import { z } from 'zod'

/**
 * What one process does for the installation: `web` (pages, API), `intake` (Meta's webhooks, and processing them),
 * `dispatch` (sending), `jobs` (background work, the ledger's sealer, upkeep).
 */
export const PROCESS_ROLES = ['web', 'intake', 'dispatch', 'jobs'] as const
export type ProcessRole = (typeof PROCESS_ROLES)[number]

/** Roles as people write them: `intake,dispatch`, in any order; empty means all. */
export const ProcessRoles = z
  .string()
  .transform((text) => [...new Set(text.split(',').map((part) => part.trim()))].filter((part) => part !== ''))
  .transform((parts) => (parts.length === 0 ? [...PROCESS_ROLES] : parts))
  .pipe(
    z.array(
      z.enum(PROCESS_ROLES, {
        error: `must be a list of ${PROCESS_ROLES.join(', ')}, for example intake,dispatch`,
      }),
    ),
  )
  .transform((roles): ProcessRole[] => PROCESS_ROLES.filter((role) => roles.includes(role)))

/** Connections that each role keeps busy at full rate. */
const CONNECTIONS: Record<ProcessRole, number> = { web: 10, intake: 8, dispatch: 10, jobs: 6 }
const LARGEST_POOL = 20

/** Connections to PostgreSQL that a process with these roles opens at most, unless JAWORT_POOL says otherwise. */
export function poolSizeFor(roles: readonly ProcessRole[]): number {
  return Math.min(
    LARGEST_POOL,
    roles.reduce((sum, role) => sum + CONNECTIONS[role], 0),
  )
}
