/** Amounts are added as whole hundred-thousandths of the currency, as fine as prices are stored: sums of fractions drift. */
const DIGITS = 5
const SCALE = 10n ** BigInt(DIGITS)

/**
 * An amount in hundred-thousandths, exact.
 * @param amount a decimal such as `0.1131`; finer digits are rounded half up
 * @throws Error when it is no decimal
 */
export function unitsOf(amount: string | number): bigint {
  const text = typeof amount === 'number' ? amount.toFixed(DIGITS) : amount
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text.trim())
  if (!match) throw new Error(`not an amount: ${text}`)
  const [, sign, whole = '0', fraction = ''] = match
  const kept = BigInt(`${whole}${fraction.slice(0, DIGITS).padEnd(DIGITS, '0')}`)
  const units = kept + (Number(fraction[DIGITS] ?? 0) >= 5 ? 1n : 0n)
  return sign ? -units : units
}

/** The amount as a decimal of the database. */
export function decimalOf(units: bigint): string {
  const digits = (units < 0n ? -units : units).toString().padStart(DIGITS + 1, '0')
  return `${units < 0n ? '-' : ''}${digits.slice(0, -DIGITS)}.${digits.slice(-DIGITS)}`
}

/** Rounded to cents, half up, as a number for people to read. */
export function centsOf(units: bigint): number {
  const cent = SCALE / 100n
  const negative = units < 0n
  const cents = ((negative ? -units : units) + cent / 2n) / cent
  return Number(negative ? -cents : cents) / 100
}

/** A share (0…1) of an amount. */
export function shareOf(units: bigint, share: number): bigint {
  return (units * BigInt(Math.round(share * 1_000_000))) / 1_000_000n
}
