import { z } from 'zod'
import type { Job } from '../platform/jobs/index.ts'

/** Starts one scheduled campaign at its moment. */
export const startCampaignJob: Job<{ businessId: string; campaignId: string }> = {
  name: 'campaigns.start',
  schema: z.object({ businessId: z.uuid(), campaignId: z.uuid() }),
}

/** Every minute: what is due and was not started, and what has finished without anybody noticing. */
export const campaignTickJob: Job<Record<string, never>> = {
  name: 'campaigns.tick',
  schema: z.object({}),
  cron: '* * * * *',
  retries: 0,
}

/** Freezes the audience of a big campaign, part by part. */
export const freezeCampaignJob: Job<{ businessId: string; campaignId: string }> = {
  name: 'campaigns.freeze',
  schema: z.object({ businessId: z.uuid(), campaignId: z.uuid() }),
}

/** Takes down what a big campaign that was cancelled has not sent. */
export const withholdCampaignJob: Job<{ businessId: string; campaignId: string }> = {
  name: 'campaigns.withhold',
  schema: z.object({ businessId: z.uuid(), campaignId: z.uuid() }),
}
