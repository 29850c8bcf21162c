import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { type Business, getBusiness } from '../businesses/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, withTransaction } from '../platform/index.ts'
import { askMeta, metaRefused } from './ask-meta.ts'
import { getChannel } from './channel.ts'
import { judgeProfile, PROFILE_CHECKS, Profile } from './profile.ts'

/** Meta's lines of business for a profile. */
const VERTICALS = [
  'OTHER',
  'AUTO',
  'BEAUTY',
  'APPAREL',
  'EDU',
  'ENTERTAIN',
  'EVENT_PLAN',
  'FINANCE',
  'GROCERY',
  'GOVT',
  'HOTEL',
  'HEALTH',
  'NONPROFIT',
  'PROF_SERVICES',
  'RETAIL',
  'TRAVEL',
  'RESTAURANT',
] as const

/** Meta's longest of each, in characters. */
const LONGEST = { about: 139, description: 512, address: 256, email: 128, website: 256 } as const

/** What people see of the sender. */
export const ProfileFields = z.object({
  /** One line; Meta does not take it away again once it is there. */
  about: z.string().trim().max(LONGEST.about),
  description: z.string().trim().max(LONGEST.description),
  address: z.string().trim().max(LONGEST.address),
  email: z.union([z.literal(''), z.email().max(LONGEST.email)]),
  websites: z.array(z.url({ protocol: /^https?$/ }).max(LONGEST.website)).max(2),
  vertical: z.enum(VERTICALS).or(z.literal('')),
})

export const ProfileView = z.object({
  profile: z.object({
    ...ProfileFields.shape,
    email: z.string(),
    websites: z.array(z.string()),
    vertical: z.string(),
  }),
  /** What would be set to make the sender recognisable (C-57), from what the business says about itself. */
  proposal: z.object({ description: z.string(), email: z.string(), websites: z.array(z.string()) }),
  checks: z.array(z.object({ key: z.enum(PROFILE_CHECKS), ok: z.boolean() })),
  /** What can be chosen, and how long each may be: the page has no list of its own. */
  verticals: z.array(z.enum(VERTICALS)),
  longest: z.object({
    about: z.number().int(),
    description: z.number().int(),
    address: z.number().int(),
    email: z.number().int(),
    website: z.number().int(),
  }),
})
type ProfileView = z.infer<typeof ProfileView>

/** The number's profile as it is at Meta, judged (C-57). @throws Problem `not_found`, `meta_refused`, `meta_unreachable` */
export async function readProfile(ctx: Context, channelId: string): Promise<ProfileView> {
  requireRole(ctx, 'marketer', 'dpo')
  const channel = await getChannel(ctx, channelId)
  const answer = await askMeta(ctx, channelId, (client) => client.getProfile(channel.phoneNumberId))
  if (answer.ok !== true) throw metaRefused(answer)
  const profile = Profile.parse(answer.value.data[0] ?? {})
  const business = await getBusiness(ctx)
  return {
    profile,
    proposal: proposeProfile(profile, business),
    checks: judgeProfile(profile, business, channel.verifiedName),
    verticals: [...VERTICALS],
    longest: LONGEST,
  }
}

/** Keeps what is there, and adds what the law asks for: legal name, e-mail, imprint and privacy page (§ 5 DDG, Art. 13 GDPR). */
function proposeProfile(profile: Profile, business: Business): ProfileView['proposal'] {
  const named = `${profile.about} ${profile.description}`.includes(business.legalName)
  const links = [business.imprintUrl, business.privacyUrl].filter((url) => url !== null)
  return {
    description: named
      ? profile.description
      : [profile.description, business.legalName].filter(Boolean).join(' · ').slice(0, LONGEST.description),
    email: business.contactEmail ?? profile.email,
    websites: [...new Set([...links, ...profile.websites])].slice(0, 2),
  }
}

/** Sets the profile at Meta. @throws Problem `not_found`, `meta_refused`, `meta_unreachable` */
export async function changeProfile(
  ctx: Context,
  channelId: string,
  input: z.input<typeof ProfileFields>,
): Promise<ProfileView> {
  requireRole(ctx, 'owner')
  const { about, vertical, ...fields } = ProfileFields.parse(input)
  const channel = await getChannel(ctx, channelId)
  const answer = await askMeta(ctx, channelId, (client) =>
    client.setProfile(channel.phoneNumberId, {
      ...fields,
      ...(about && { about }),
      ...(vertical && { vertical }),
    }),
  )
  if (answer.ok !== true) throw metaRefused(answer)
  await withTransaction(ctx, (tx) =>
    recordAudit(tx, {
      action: 'channel.profile',
      entity: 'channel',
      entityId: channelId,
      after: { websites: fields.websites, vertical },
    }),
  )
  return readProfile(ctx, channelId)
}
