export { type Channel, channelCredentials, getChannel, listChannels } from './channel.ts'
export { noteStanding, type ReportedStanding } from './note-standing.ts'
export { findChannels, isVerifyToken } from './route-webhook.ts'
export { connectChannel, updateChannel } from './save.ts'
