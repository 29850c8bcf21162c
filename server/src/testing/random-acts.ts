import { sql } from 'kysely'
import { onTemplateChanged } from '../campaigns/index.ts'
import { releaseCampaign } from '../campaigns/ramp.ts'
import { cancelCampaign, pauseCampaign, resumeCampaign } from '../campaigns/steer.ts'
import { withdraw } from '../consent/index.ts'
import { holdContact, restrictContact, unholdContact, unrestrictContact } from '../contacts/index.ts'
import { enqueueMessage, forgetMessages } from '../dispatch/index.ts'
import { type Kind, kindsWith } from '../dispatch/kinds.ts'
import { Problem, withTransaction } from '../platform/index.ts'
import { add, at, type Told, tell } from './random-told.ts'
import type { Found, RandomWorld } from './random-world.ts'

export type Will = 'stop' | 'erase' | 'return' | 'suppress' | 'hold' | 'unhold' | 'restrict' | 'unrestrict'
export type Steer = 'pause' | 'resume' | 'cancel' | 'release'

const ENDING: readonly string[] = kindsWith('endsWithConsent')

/** What people and members do while a dispatcher works. */
export class RandomActs {
  /** Who withdrew or was erased, and did not come back. */
  readonly gone = new Set<string>()
  /** Of these, who was erased: nobody comes back from that. */
  readonly erased = new Set<string>()
  readonly campaigns: readonly string[]
  readonly #world: RandomWorld

  constructor(world: RandomWorld, campaigns: readonly string[]) {
    this.#world = world
    this.campaigns = campaigns
  }

  async person(nth: number, will: Will, before: Map<string, Found>): Promise<Told> {
    const contactId = at(this.#world.people, nth) ?? ''
    const { kit } = this.#world
    if (this.erased.has(contactId)) return new Map()
    switch (will) {
      case 'stop':
      case 'erase':
        return this.#leave(contactId, will, before)
      case 'return':
        await this.#comeBack(contactId)
        break
      case 'suppress':
        await sql`insert into suppression (business_id, kind, digest, reason, since)
          select business_id, kind, digest, 'test', ${kit.now()}::timestamptz from contact_identity where contact_id = ${contactId}
          on conflict (business_id, kind, digest) do update set lifted_at = null`.execute(kit.runtime.db)
        break
      case 'hold':
        await holdContact(kit.as(), contactId, { reason: 'test' })
        break
      case 'unhold':
        await unholdContact(kit.as(), contactId)
        break
      case 'restrict':
        await restrictContact(kit.as('dpo'), contactId, { ground: 'unlawful' })
        break
      case 'unrestrict':
        await unrestrictContact(kit.as('dpo'), contactId)
    }
    return new Map()
  }

  /** A STOP; or an erasure, as far as it is about messages, so that the person can be used again in the next run. */
  async #leave(contactId: string, will: 'stop' | 'erase', before: Map<string, Found>): Promise<Told> {
    const { kit } = this.#world
    const channelId = will === 'stop' ? kit.channel : null
    await withTransaction(kit.as(), async (tx) => {
      await withdraw(tx, { contactId, channelId, topicId: null, at: kit.now(), how: 'test' })
      if (will === 'stop') return
      await forgetMessages(tx, contactId)
      await sql`update contact set erased_at = ${kit.now()} where contact_id = ${contactId}`.execute(tx.db)
      this.erased.add(contactId)
    })
    this.gone.add(contactId)
    const mine = (one: Found) => one.contactId === contactId
    const ends = (one: Found) => mine(one) && (one.category === 'marketing' || ENDING.includes(one.kind))
    const told = tell(before, ends, { what: 'withdrawn', reason: 'consent_withdrawn' })
    if (will === 'erase')
      for (const { id } of [...before.values()].filter(mine))
        add(told, id, { what: 'withdrawn', reason: 'erased' })
    return told
  }

  /** As after a new double opt-in. */
  async #comeBack(contactId: string): Promise<void> {
    const { kit } = this.#world
    const { db } = kit.runtime
    this.gone.delete(contactId)
    await sql`update consent set state = 'confirmed', state_at = ${kit.now()} where contact_id = ${contactId}`.execute(
      db,
    )
    await sql`update suppression set lifted_at = ${kit.now()} where digest in (
      select digest from contact_identity where contact_id = ${contactId})`.execute(db)
  }

  /** What is not possible in the campaign's state is refused, and changes nothing. */
  async campaign(nth: number, how: Steer): Promise<void> {
    const id = at(this.campaigns, nth) ?? ''
    const ctx = this.#world.kit.as()
    const verbs = {
      pause: () => pauseCampaign(ctx, id, {}),
      resume: () => resumeCampaign(ctx, id, { reason: 'test' }),
      cancel: () => cancelCampaign(ctx, id),
      release: () => releaseCampaign(ctx, id),
    }
    await verbs[how]().catch((error: unknown) => {
      if (!(error instanceof Problem)) throw error
    })
  }

  async template(state: 'approved' | 'paused'): Promise<void> {
    const { kit } = this.#world
    const templateId = kit.template
    await withTransaction(kit.as(), async (tx) => {
      await tx.db.updateTable('template').set({ state }).where('template_id', '=', templateId).execute()
      await onTemplateChanged(tx, { templateId, state, quality: 'UNKNOWN' })
    })
  }

  /** A single message; to somebody who was erased there is none. */
  async service(nth: number, kind: Exclude<Kind, 'campaign'>): Promise<void> {
    const { kit, people } = this.#world
    const contactId = at(people, nth) ?? ''
    if (this.erased.has(contactId)) return
    const body = { type: 'text', text: { body: 'Hallo' } }
    await withTransaction(kit.as(), (tx) =>
      enqueueMessage(tx, { contactId, channelId: kit.channel, kind, category: 'service', body }),
    )
  }
}
