import type { z } from 'zod'
import { Refused } from '../people.ts'

/** The input in the given shape. @throws Refused 400 with a sentence that names what is wrong */
export function read<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input ?? {})
  if (result.success) return result.data
  const sentences = result.error.issues.map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`)
  throw new Refused(400, sentences.join('; '))
}
