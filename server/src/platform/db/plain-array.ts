/**
 * An array parameter in PostgreSQL's text form, for ids, digests, times, numbers and fixed words: hundreds of values that need neither
 * quotes nor escapes. What people wrote goes as `binaryArray`.
 */
export function plainArray(values: readonly (string | number | boolean | null)[]): string {
  return `{${values.map((value) => value ?? 'NULL').join(',')}}`
}
