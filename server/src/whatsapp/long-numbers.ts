/** Whole numbers with more digits than a JavaScript number holds: template ids, for example. */
const LONG_NUMBER = /[:[,]\s*-?\d{16}/
const INTEGER = /^-?[1-9]\d{15,}$/

/** Reads JSON in which ids that are numbers beyond 2^53 keep the digits that were sent, as text. */
export function parseKeepingDigits(body: string): unknown {
  return JSON.parse(LONG_NUMBER.test(body) ? quoteLongNumbers(body) : body)
}

/** One walk over the text: a function for each value of the body would cost a second where it holds millions of them. */
function quoteLongNumbers(body: string): string {
  let quoted = ''
  let copied = 0
  for (let at = 0; at < body.length; ) {
    const code = body.charCodeAt(at)
    if (code === QUOTE) {
      at = endOfString(body, at + 1)
    } else if (isOfNumber(code)) {
      const start = at
      while (at < body.length && isOfNumber(body.charCodeAt(at))) at++
      if (at - start < 16) continue
      const number = body.slice(start, at)
      if (!INTEGER.test(number) || Number.isSafeInteger(Number(number))) continue
      quoted += `${body.slice(copied, start)}"${number}"`
      copied = at
    } else {
      at++
    }
  }
  return quoted + body.slice(copied)
}

const QUOTE = 34
const BACKSLASH = 92

/** Digits, signs, the point and the letter of an exponent. */
const isOfNumber = (code: number) =>
  (code >= 48 && code <= 57) || code === 43 || code === 45 || code === 46 || code === 69 || code === 101

function endOfString(body: string, from: number): number {
  for (let at = from; at < body.length; at++) {
    const code = body.charCodeAt(at)
    if (code === BACKSLASH) at++
    else if (code === QUOTE) return at + 1
  }
  return body.length
}
