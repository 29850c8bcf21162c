import { z } from 'zod'
import { Fields, type GraphCore, Success } from './client-core.ts'

const Created = z.looseObject({
  id: z.string(),
  status: z.string().optional().catch(undefined),
  category: z.string().optional().catch(undefined),
})
const ids = z.array(z.coerce.string()).catch([])
const Archived = z.looseObject({
  archived_templates: ids,
  unarchived_templates: ids,
  failed_templates: z.union([z.array(z.unknown()), z.looseObject({})]).catch([]),
})

const TEMPLATE_FIELDS =
  'id,name,status,category,language,quality_score,components,parameter_format,rejected_reason,previous_category,correct_category'

/** Templates of an account. Source: Meta, Message templates. */
export function templateCalls({ call, list }: GraphCore) {
  const shelf = (verb: 'archive' | 'unarchive') => (wabaId: string, templateIds: readonly string[]) =>
    call(Archived, {
      method: 'POST',
      path: `${wabaId}/message_templates/${verb}`,
      body: { hsm_ids: templateIds.join(',') },
      api: true,
    })
  return {
    createTemplate: (wabaId: string, body: object) =>
      call(Created, { method: 'POST', path: `${wabaId}/message_templates`, body }),
    /** All templates of the account, page by page. */
    listTemplates: (wabaId: string, query: Record<string, string> = {}) =>
      list(`${wabaId}/message_templates`, { fields: TEMPLATE_FIELDS, limit: '100', ...query }),
    getTemplate: (templateId: string, fields = TEMPLATE_FIELDS) =>
      call(Fields, { method: 'GET', path: templateId, query: { fields } }),
    editTemplate: (templateId: string, body: object) =>
      call(Success, { method: 'POST', path: templateId, body }),
    /** Deletes one language of a template; without `templateId` all languages of the name. */
    deleteTemplate: (wabaId: string, name: string, templateId?: string) =>
      call(Success, {
        method: 'DELETE',
        path: `${wabaId}/message_templates`,
        query: templateId ? { name, hsm_id: templateId } : { name },
      }),
    /** Ends a pause that came from pacing; pauses by quality end by themselves. */
    unpauseTemplate: (templateId: string) => call(Success, { method: 'POST', path: `${templateId}/unpause` }),
    /** Takes templates out of use without deleting them; up to 100 at once. Meta answers for each which it could. */
    archiveTemplates: shelf('archive'),
    unarchiveTemplates: shelf('unarchive'),
  }
}
