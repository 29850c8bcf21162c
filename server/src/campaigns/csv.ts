/** What spreadsheets take for the start of a formula; a name like `=cmd()` must arrive as text. */
const FORMULA = /^[=+\-@\t\r]/

/** One line of a CSV file: every field quoted, formulas disarmed by an apostrophe (OWASP, CSV injection). */
export function csvLine(fields: readonly (string | number | null)[]): string {
  return `${fields.map(csvField).join(',')}\r\n`
}

function csvField(value: string | number | null): string {
  if (value === null) return ''
  const text = String(value)
  const safe = typeof value === 'string' && FORMULA.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}
