import { defineHook } from '../platform/index.ts'

/** A campaign changed its state or its settings, in the same transaction; for pages that are open. */
export const campaignChanged = defineHook<{ campaignId: string }>('campaigns.changed')
