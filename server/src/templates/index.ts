export { onMissingTemplate, onTemplateUpdate, syncTemplatesJob, templateChanged } from './apply-update.ts'
export { Content } from './content.ts'
export { mediaAtWhatsApp, renewFilesJob, runRenewFiles } from './files/at-whatsapp.ts'
export { toMetaComponents } from './meta.ts'
export { hasOptOut } from './opt-out.ts'
export {
  filesOf,
  linkCode,
  linksToSource,
  renderContent,
  renderTemplateBody,
  type Sending,
  templateRenderer,
} from './render.ts'
export { templateRoutes } from './routes.ts'
export { missingForSending } from './sendable.ts'
export { templateWritten } from './store.ts'
export { runTemplateSync } from './sync.ts'
export { findTemplate, GONE_STATES, type Template } from './template.ts'
export { resolveVariables, VariableSources } from './variable-sources.ts'
export { variableNames } from './variables.ts'
export { runTemplateWatch, watchTemplatesJob } from './watch.ts'
