export { createGraphClient, type GraphClient } from './client.ts'
export type { Health } from './client-account.ts'
export type { PricingPoint, PricingQuery } from './client-analytics.ts'
export type { GraphClientOptions } from './client-core.ts'
export type { Accepted } from './client-messages.ts'
export { actionFor, type ErrorAction, errorTitle, LOCAL_ERROR, needsLook, withoutNumbers } from './errors.ts'
export {
  type OutboundAddress,
  OutboundContent,
  type OutboundMessage,
  outboundMessage,
  type TemplateContent,
  type TemplateParameter,
  type TemplatePart,
} from './outbound.ts'
export type { GraphError, GraphResult } from './result.ts'
export { isSignature, isSignedBy } from './signature.ts'
export { readThroughput } from './throughput.ts'
export { createGraphTransport, type GraphTransport } from './transport.ts'
export type {
  ChannelUpdate,
  CopyUpdate,
  InboundContent,
  InboundMessage,
  PreferenceUpdate,
  Sender,
  StatusUpdate,
  TemplateUpdate,
  Update,
} from './updates.ts'
export type { Usage } from './usage.ts'
export { wamidDigest } from './wamid.ts'
export { readSlice } from './webhook.ts'
export { readLimit } from './webhook-changes.ts'
export { type Outline, outlineWebhook, type Part } from './webhook-outline.ts'
export { cutPart, type Pieces, type Slice, splitWebhook } from './webhook-split.ts'
export { opensWindow, WINDOW_MS } from './window.ts'
