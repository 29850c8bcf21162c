import type {
  Content,
  ContentButton,
  Template,
  TemplateDraft,
  TemplateFinding,
} from '../../api/campaign-entities.ts'
import { variablesOf } from '../../design/message-variables.ts'
import { optOutTextFor } from './opt-out-texts.ts'

/** A new template starts as marketing with both ways out, so that nobody can forget them (C-27). */
export function newDraft(channelId: string, language: string): TemplateDraft {
  const { footer, button } = optOutTextFor(language)
  return {
    channelId,
    name: '',
    language,
    category: 'marketing',
    content: {
      body: '',
      footer,
      buttons: [{ kind: 'quick_reply', text: button, optOut: true }],
      samples: {},
    },
  }
}

/** What the form starts from: what Meta has, or the change of it that was saved and not yet submitted. */
export function draftOf(template: Template, saved: boolean): TemplateDraft {
  const { channelId, name, language } = template
  const { category, content } = (saved && template.draft) || template
  return { channelId, name, language, category, content }
}

/** What is sent to the server: no empty footer, no samples of variables that are gone. */
export function tidy(draft: TemplateDraft): TemplateDraft {
  const { footer, samples, ...content } = draft.content
  const kept = variablesOf(draft.content).flatMap((name) => {
    const sample = samples[name]
    return sample ? [[name, sample] as const] : []
  })
  return {
    ...draft,
    content: { ...content, ...(footer?.trim() ? { footer } : {}), samples: Object.fromEntries(kept) },
  }
}

/** A name as Meta takes it, from what a person types. */
export const nameOf = (typed: string): string =>
  typed
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replace(/[\s-]+/g, '_')
    .replace(/[^a-z0-9_]/g, '')
    .slice(0, 512)

/** Sets the category; marketing gets its way out back, and utility loses it, since it has nothing to leave. */
export function withCategory(draft: TemplateDraft, category: TemplateDraft['category']): TemplateDraft {
  const { button, footer } = optOutTextFor(draft.language)
  const buttons = draft.content.buttons.filter((each) => !isOptOut(each))
  const marketing = category === 'marketing'
  // With cards there is nothing but cards below the text.
  if (draft.content.cards) return { ...draft, category }
  return {
    ...draft,
    category,
    content: {
      ...draft.content,
      buttons: marketing ? [...buttons, { kind: 'quick_reply', text: button, optOut: true }] : buttons,
      footer: marketing
        ? draft.content.footer || footer
        : draft.content.footer === footer
          ? ''
          : draft.content.footer,
    },
  }
}

/** Sets the language; a way out that nobody has reworded follows it. */
export function withLanguage(draft: TemplateDraft, language: string): TemplateDraft {
  const before = optOutTextFor(draft.language)
  const after = optOutTextFor(language)
  const { footer, buttons } = draft.content
  return {
    ...draft,
    language,
    content: {
      ...draft.content,
      footer: footer === before.footer ? after.footer : footer,
      buttons: buttons.map((each) =>
        each.kind === 'quick_reply' && each.optOut && each.text === before.button
          ? { ...each, text: after.button }
          : each,
      ),
    },
  }
}

export const isOptOut = (button: ContentButton): boolean =>
  button.kind === 'quick_reply' && button.optOut === true

/** What a button says; WhatsApp itself names the one that copies a code. */
export const labelOf = (button: ContentButton): string => (button.kind === 'copy_code' ? '' : button.text)

/** The list with one entry elsewhere; unchanged where there is no such place. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const copy = [...list]
  const [taken] = copy.splice(from, 1)
  if (taken === undefined || to < 0 || to >= list.length) return [...list]
  copy.splice(to, 0, taken)
  return copy
}

/** A content without the parts that are given as undefined. */
export function withPart(content: Content, part: Partial<Content>): Content {
  const next = { ...content, ...part }
  if (next.header === undefined) delete next.header
  if (next.cards === undefined) delete next.cards
  return next
}

/** The draft as the server would mend it. */
export function repaired(draft: TemplateDraft, { repair }: TemplateFinding): TemplateDraft {
  if (!repair) return draft
  const { name = draft.name, category = draft.category, content = draft.content } = repair
  return { ...draft, name, category, content }
}
