import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, Problem, withTransaction } from '../platform/index.ts'
import { readWill } from './grammar.ts'
import { isFiller, ownClauses, readWords } from './grammar-lexicon.ts'
import { fold } from './grammar-normalise.ts'

const MOST = 30

export const StopWords = z.object({
  /** Words or short phrases, as people type them; case, accents and punctuation do not count. */
  words: z.array(z.string().trim().min(2).max(40)).max(MOST),
})
export type StopWords = z.infer<typeof StopWords>

/** What this business adds to the stop words that are built in. */
export async function stopWords(ctx: Pick<Context, 'db' | 'businessId'>): Promise<string[]> {
  const row = await ctx.db
    .selectFrom('stop_word_list')
    .select('words')
    .where('business_id', '=', ctx.businessId)
    .executeTakeFirst()
  return row?.words ?? []
}

/** The same for members. */
export async function getStopWords(ctx: Context): Promise<StopWords> {
  requireRole(ctx, 'marketer', 'agent', 'dpo')
  return { words: await stopWords(ctx) }
}

/**
 * Sets the words that a business adds. The built-in ones stay, whatever is given (C-28).
 * @throws Problem `stop_word_unusable` for words that mean something else to the chat (ja, start, info …) or nothing at all
 */
export async function setStopWords(ctx: Context, input: z.input<typeof StopWords>): Promise<StopWords> {
  requireRole(ctx, 'marketer', 'dpo')
  const given = StopWords.parse(input).words.map((word) => word.replace(/\s+/g, ' '))
  const words = given.filter((word, at) => given.findIndex((each) => fold(each) === fold(word)) === at)
  for (const word of words) refuseUnusable(word)
  return withTransaction(ctx, async (tx) => {
    const before = await stopWords(tx)
    const columns = { words, updated_at: tx.clock.now() }
    await tx.db
      .insertInto('stop_word_list')
      .values({ business_id: tx.businessId, ...columns })
      .onConflict((conflict) => conflict.column('business_id').doUpdateSet(columns))
      .execute()
    await recordAudit(tx, {
      action: 'stop_words.set',
      entity: 'business',
      entityId: tx.businessId,
      before: { words: before },
      after: { words },
    })
    return { words }
  })
}

/** Taken for STOP, such a word would cut off answers, sign-ups and thanks; one without letters would never be found. */
function refuseUnusable(word: string): void {
  const { kind } = readWill(word)
  const stops = kind === 'stop' || kind === 'unclear_stop'
  const findable = readWill(word, { extraStopWords: [word] }).kind === 'stop'
  const polite = readWords(ownClauses(word), []).every(({ meaning }) => meaning && isFiller(meaning.role))
  if (stops || (kind === 'none' && findable && !polite)) return
  throw new Problem('invalid', 'stop_word_unusable', {
    de: `„${word}“ versteht der Chat schon anders, als Antwort, Anmeldung oder Frage, oder gar nicht. Bitte wähle ein anderes Wort.`,
    en: `The chat already takes “${word}” for something else, an answer, a sign-up or a question, or for nothing. Please choose another word.`,
  })
}
