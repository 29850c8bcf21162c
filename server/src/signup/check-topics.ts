import { topicsById } from '../consent/index.ts'
import { type Context, notFound } from '../platform/index.ts'

/** @throws Problem `not_found` when a topic is not one of this business */
export async function checkTopics(tx: Context, topicIds: readonly string[]): Promise<void> {
  const topics = await topicsById(tx)
  if (topicIds.some((id) => !topics.has(id)))
    throw notFound({ de: 'Eines der Themen', en: 'One of the topics' })
}
