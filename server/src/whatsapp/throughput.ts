const LEVELS: Record<string, number> = { STANDARD: 80, HIGH: 1_000 }
/** A number that is used in the WhatsApp Business app as well (coexistence), whatever its level says. */
const IN_APP = 20

/** Messages per second that Meta allows a number; undefined when its fields do not tell. */
export function readThroughput(level: string | undefined, inApp: boolean | undefined): number | undefined {
  return inApp ? IN_APP : LEVELS[level ?? '']
}
