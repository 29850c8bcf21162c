import type { Context } from '../platform/index.ts'

export interface CurrentWording {
  wording_id: string
  topic_id: string
  language: string
  body: string
  hash: string
}

/**
 * The published text of each topic, in the order of the topics: in the person's language, else in English, else in
 * German. Topics without any text are left out, nobody can agree to what is not written; archived
 * topics too.
 */
export async function currentWordings(
  ctx: Context,
  topicIds: readonly string[],
  language: string,
): Promise<CurrentWording[]> {
  if (topicIds.length === 0) return []
  const rows = await ctx.db
    .selectFrom('wording')
    .innerJoin('topic', (join) =>
      join
        .onRef('topic.business_id', '=', 'wording.business_id')
        .onRef('topic.topic_id', '=', 'wording.topic_id'),
    )
    .select(['wording_id', 'wording.topic_id', 'language', 'body', 'hash'])
    .where('wording.business_id', '=', ctx.businessId)
    .where('wording.topic_id', 'in', [...topicIds])
    .where('topic.archived_at', 'is', null)
    .where('retired_at', 'is', null)
    .execute()
  return topicIds.flatMap((topicId) => {
    const own = rows.filter((row) => row.topic_id === topicId)
    const best = [language, 'en', 'de']
      .map((tag) => own.find((row) => row.language === tag))
      .find((row) => row !== undefined)
    return best ? [best] : []
  })
}
