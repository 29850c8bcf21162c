/** What a proof's time is reckoned from; null where it never happened. */
export interface ProofDates {
  granted: Date | null
  /** The last marketing message that relied on it. */
  lastUsed: Date | null
  withdrawn: Date | null
}

export interface ProofSpan {
  /** Whole years after the one in which it ended, counted to the end of the year (§§ 195, 199 BGB). */
  years: number
  /** Years to the day, where the wording also covers calls (§ 7a (2) UWG); null where it does not. */
  callsYears: number | null
}

/**
 * Until when the proof of a consent is kept (C-44): `max(granted, last used, withdrawn)` and then N years, to the end of the
 * year, or five years to the day where the wording also covers calls; the later of the two.
 * @returns the first moment at which it may not be there any more, or null when nothing ever happened
 */
export function retainUntil(dates: ProofDates, span: ProofSpan): Date | null {
  const times = [dates.granted, dates.lastUsed, dates.withdrawn].flatMap((date) =>
    date ? [date.getTime()] : [],
  )
  if (times.length === 0) return null
  const last = new Date(Math.max(...times))
  const toYearEnd = Date.UTC(last.getUTCFullYear() + span.years + 1, 0, 1)
  return new Date(
    span.callsYears === null ? toYearEnd : Math.max(toYearEnd, addYears(last, span.callsYears).getTime()),
  )
}

/** The same day so many years later; the 29th of February becomes the 1st of March. */
function addYears(from: Date, years: number): Date {
  const to = new Date(from)
  to.setUTCFullYear(from.getUTCFullYear() + years)
  return to
}
