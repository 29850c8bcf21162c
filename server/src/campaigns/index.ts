export { Campaign, listCampaigns, MESSAGE_STATES } from './campaign.ts'
export { runCampaignWithhold } from './cancel-job.ts'
export { csvLine } from './csv.ts'
export { keepFigures } from './figures.ts'
export { runCampaignFreeze } from './freeze-job.ts'
export { campaignChanged } from './hooks.ts'
export { campaignTickJob, freezeCampaignJob, startCampaignJob, withholdCampaignJob } from './jobs.ts'
export {
  onChannelChanged,
  onMessagesChanged,
  onMessagesReturn,
  onSendingStopped,
  onTemplateChanged,
} from './react.ts'
export { onBrakeChanged } from './restored.ts'
export { campaignRoutes } from './routes.ts'
export { runCampaignStart, runCampaignTick } from './schedule.ts'
