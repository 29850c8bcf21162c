import type { Role } from '../../api/entities.ts'

export const roles: readonly Role[] = ['owner', 'marketer', 'agent', 'dpo']
