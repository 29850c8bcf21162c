export const ROLES = ['owner', 'marketer', 'agent', 'dpo'] as const
export type Role = (typeof ROLES)[number]

/** Who did it. Every audit row carries one; it names no person, only ids. */
export type Actor =
  | { kind: 'member'; memberId: string; role: Role }
  | { kind: 'apiKey'; keyId: string; role: Role }
  | { kind: 'person'; contactId: string | null }
  | { kind: 'system'; job: string }
  | { kind: 'webhook'; source: string }
  | { kind: 'operator'; accountId: string }
