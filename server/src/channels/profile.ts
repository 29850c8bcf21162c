import { z } from 'zod'
import type { Business } from '../businesses/index.ts'

/** What people see of the sender in WhatsApp. */
export const Profile = z.object({
  about: z.string().catch(''),
  description: z.string().catch(''),
  address: z.string().catch(''),
  vertical: z.string().catch(''),
  email: z.string().catch(''),
  websites: z.array(z.string()).catch([]),
})
export type Profile = z.infer<typeof Profile>

export const PROFILE_CHECKS = ['name', 'legal_name', 'email', 'imprint', 'privacy'] as const
export type ProfileCheck = (typeof PROFILE_CHECKS)[number]

const fold = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
const address = (url: string) =>
  url
    .toLowerCase()
    .replace(/^https?:\/\/(www\.)?/, '')
    .replace(/\/+$/, '')

/** Whether people can recognise who writes to them: name, legal name, e-mail, imprint and privacy page (C-57, §§ 5, 6 DDG). */
export function judgeProfile(
  profile: Pick<Profile, 'about' | 'description' | 'email' | 'websites'>,
  business: Pick<Business, 'name' | 'legalName' | 'contactEmail' | 'imprintUrl' | 'privacyUrl'>,
  verifiedName: string,
): { key: ProfileCheck; ok: boolean }[] {
  const text = fold(`${profile.about} ${profile.description}`)
  const shown = fold(verifiedName)
  const links = profile.websites.map(address)
  const has = (url: string | null) => url !== null && links.includes(address(url))
  const named =
    shown.length > 1 &&
    [business.name, business.legalName].some(
      (name) => fold(name).includes(shown) || shown.includes(fold(name)),
    )
  return [
    { key: 'name', ok: named },
    {
      key: 'legal_name',
      ok: text.includes(fold(business.legalName)) || shown.includes(fold(business.legalName)),
    },
    {
      key: 'email',
      ok:
        business.contactEmail !== null && profile.email.toLowerCase() === business.contactEmail.toLowerCase(),
    },
    { key: 'imprint', ok: has(business.imprintUrl) },
    { key: 'privacy', ok: has(business.privacyUrl) },
  ]
}
