export { Campaign, listCampaigns, MESSAGE_STATES } from './campaign.ts'
export { keepFigures } from './figures.ts'
export { campaignChanged } from './hooks.ts'
export { campaignTickJob, startCampaignJob } from './jobs.ts'
export {
  onChannelChanged,
  onMessagesChanged,
  onMessagesReturn,
  onSendingStopped,
  onTemplateChanged,
} from './react.ts'
export { campaignRoutes } from './routes.ts'
export { runCampaignStart, runCampaignTick } from './schedule.ts'
