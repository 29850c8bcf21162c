import { createContext, useContext } from 'react'
import type { Content, TemplateDraft, TemplateFinding } from '../../api/campaign-entities.ts'
import type { Channel } from '../../api/entities.ts'

/** What every field of the editor knows. */
export interface TemplateForm {
  draft: TemplateDraft
  change: (draft: TemplateDraft) => void
  setContent: (part: Partial<Content>) => void
  channels: Channel[]
  /** What Meta holds cannot be renamed: only its content changes. */
  fixed: boolean
  /** Meta takes another category for a rejected template, not for an approved one. */
  categoryFixed: boolean
  readOnly: boolean
  /** What the server found, errors only after somebody began to write. */
  findings: readonly TemplateFinding[]
  /** Does what the server offers to mend a finding. */
  repair: (finding: TemplateFinding) => void
}

export const FormContext = createContext<TemplateForm | undefined>(undefined)

/** @throws Error outside of the editor */
export function useTemplateForm(): TemplateForm {
  const form = useContext(FormContext)
  if (!form) throw new Error('A field of the template editor stands outside of it.')
  return form
}
