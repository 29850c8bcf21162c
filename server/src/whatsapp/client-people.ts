import { z } from 'zod'
import type { GraphCore } from './client-core.ts'

/** A person as Meta's endpoints about people take them: a number with plus, or a BSUID. */
export type Person = { phone: string } | { bsuid: string }

const Failed = z.looseObject({
  input: z.string().catch(''),
  errors: z.array(z.looseObject({ code: z.number().int(), message: z.string().catch('') })).catch([]),
})
const Users = z.array(z.looseObject({ input: z.string().catch('') })).catch([])
/** Unblocking answers with `removed_users`, on an older page with `added_users`. */
const Blocked = z.looseObject({
  block_users: z.looseObject({
    added_users: Users.optional(),
    removed_users: Users.optional(),
    failed_users: z.array(Failed).catch([]),
  }),
})

/** What Meta keeps about single people. Source: Meta, Block users; Business-scoped user ids. */
export function peopleCalls({ call, list }: GraphCore) {
  const block = (method: 'POST' | 'DELETE') => (phoneNumberId: string, people: readonly Person[]) =>
    call(
      Blocked.transform(({ block_users: { added_users, removed_users, failed_users } }) => ({
        done: (removed_users ?? added_users ?? []).length,
        failed: failed_users.map(({ errors: [error] }) => ({
          code: error?.code ?? 139100,
          message: error?.message ?? '',
        })),
      })),
      {
        method,
        path: `${phoneNumberId}/block_users`,
        body: {
          messaging_product: 'whatsapp',
          block_users: people.map((person) =>
            'phone' in person ? { user: person.phone } : { user_id: person.bsuid },
          ),
        },
      },
    )
  return {
    /** Only people who wrote in the last 24 hours can be blocked. When one of them cannot, the answer is a refusal (139100). */
    blockPeople: block('POST'),
    unblockPeople: block('DELETE'),
    blockedPeople: (phoneNumberId: string) => list(`${phoneNumberId}/block_users`, { limit: '100' }),
    /** Deletes the pair of BSUID and number that Meta keeps for this business; Meta's documentation of the path is thin. */
    forgetInContactBook: (phoneNumberId: string, bsuid: string) =>
      call(z.looseObject({ deleted: z.boolean().optional() }), {
        method: 'DELETE',
        path: `${phoneNumberId}/contact_book`,
        query: { messaging_product: 'whatsapp', bsuid },
      }),
  }
}
