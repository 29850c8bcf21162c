export const SCOPES = [
  'whatsapp_business_management',
  'whatsapp_business_messaging',
  'business_management',
] as const
export type Scope = (typeof SCOPES)[number]

/** What a token may do, and until when. */
export interface Grant {
  scopes: readonly Scope[]
  /** Milliseconds; 0 for a token that never expires. */
  expiresAt: number
}

/** The tokens the Graph API takes: the one of the set-up, and others, so that one can take the place of another. */
export class Tokens {
  readonly #grants = new Map<string, Grant>()

  grant(token: string, grant: Partial<Grant>): Grant {
    const full = { scopes: SCOPES, expiresAt: 0, ...this.#grants.get(token), ...grant }
    this.#grants.set(token, full)
    return full
  }

  find(token: string): Grant | undefined {
    return this.#grants.get(token)
  }

  revoke(token: string): boolean {
    return this.#grants.delete(token)
  }
}
