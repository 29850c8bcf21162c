import { CHAT, type ChatLanguage } from './texts.ts'

interface Question {
  questionId: string
  language: ChatLanguage
  business: string
  /** The consent text of each topic, as published. */
  texts: readonly string[]
}

/**
 * The second opt-in as an interactive message with two buttons of the same kind (C-10).
 * @returns the Graph API body, and the exact text a person reads, which is what the proof keeps
 */
export function questionBody({ questionId, language, business, texts }: Question): {
  body: object
  text: string
} {
  const words = CHAT[language]
  const text = `${texts.join('\n\n')}\n\n${words.ask}`
  return {
    text,
    body: {
      type: 'interactive',
      interactive: {
        type: 'button',
        header: { type: 'text', text: business.slice(0, 60) },
        body: { text },
        action: {
          buttons: [
            { type: 'reply', reply: { id: `doi:yes:${questionId}`, title: words.yes } },
            { type: 'reply', reply: { id: `doi:no:${questionId}`, title: words.no } },
          ],
        },
      },
    },
  }
}

/** Reads a button's payload; null when it is not one of a question's. */
export function parseAnswer(payload: string): { answer: 'yes' | 'no'; questionId: string } | null {
  const match = /^doi:(yes|no):([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/.exec(payload)
  return match?.[1] && match[2] ? { answer: match[1] as 'yes' | 'no', questionId: match[2] } : null
}
