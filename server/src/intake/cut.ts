import { type Slice, splitWebhook } from '../whatsapp/index.ts'

/** One update of a webhook, and the text under which it is kept. */
export interface Cut {
  slice: Slice
  text: string
  /** Of the update among those of its webhook, from 0. */
  position: number
}

/** Cuts a body into updates; whatever it holds, this does not fail. `readable` is false when something had to be left out. */
export function cutBody(body: string): { cuts: Cut[]; readable: boolean } {
  const cuts: Cut[] = []
  try {
    const { slices, unreadable } = splitWebhook(body)
    let readable = unreadable === 0 && slices.length > 0
    for (const slice of slices) {
      const text = textOf(slice)
      if (text === undefined) readable = false
      else cuts.push({ slice, text, position: cuts.length })
    }
    return { cuts, readable }
  } catch {
    // Not JSON, or nested so deeply that it cannot be looked through.
    return { cuts: [], readable: false }
  }
}

function textOf(slice: Slice): string | undefined {
  try {
    return JSON.stringify(slice)
  } catch {
    return undefined
  }
}
