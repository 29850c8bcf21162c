import type { ChatMessage } from '../api/types.ts'
import type { Words } from '../words/en.ts'
import { plainText } from './format.ts'

/** One line that stands for a message: in the list of people and in a quote. */
export function messageSummary(message: ChatMessage, words: Words): string {
  const text = plainText(message.body)
  if (text) return text
  if (message.type === 'image' || message.header?.format === 'image') return words.photo
  if (message.type === 'video' || message.header?.format === 'video') return words.video
  if (message.type === 'audio') return words.voice
  if (message.type === 'document' || message.header?.format === 'document') return words.document
  return message.header?.text ?? words.goneMessage
}
