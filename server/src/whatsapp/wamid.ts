import type { Context } from '../platform/index.ts'

/**
 * What stands for one of WhatsApp's message ids (wamids) wherever it is stored or compared outside sealed content: the id
 * itself spells the person's number in base64, and a stolen dump must hold no number.
 * @returns a keyed digest, 43 characters, the same for the same id within a business
 */
export function wamidDigest(
  { vault, businessId }: Pick<Context, 'vault' | 'businessId'>,
  wamid: string,
): string {
  return vault.digest(businessId, 'message', wamid)
}
