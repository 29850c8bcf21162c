/** A text with the selection in it, as a text field has it. */
export interface Selection {
  text: string
  start: number
  end: number
}

/**
 * Puts a mark (`*`, `_`, `~`) around the selection, or takes it away when it is there. Blanks at the edges stay outside,
 * because WhatsApp formats `*word*` and not `* word *`.
 */
export function toggleMark({ text, start, end }: Selection, mark: string): Selection {
  const size = mark.length
  if (start > end - 1) {
    return {
      text: text.slice(0, start) + mark + mark + text.slice(end),
      start: start + size,
      end: start + size,
    }
  }
  const inside = text.slice(start, end)
  const lead = inside.length - inside.trimStart().length
  const from = start + lead
  const to = Math.max(from, end - (inside.length - inside.trimEnd().length))
  if (text.slice(from - size, from) === mark && text.slice(to, to + size) === mark) {
    return {
      text: text.slice(0, from - size) + text.slice(from, to) + text.slice(to + size),
      start: from - size,
      end: to - size,
    }
  }
  return {
    text: text.slice(0, from) + mark + text.slice(from, to) + mark + text.slice(to),
    start: from + size,
    end: to + size,
  }
}

/** Replaces the selection and puts the cursor behind it. */
export function insertText({ text, start, end }: Selection, inserted: string): Selection {
  const cursor = start + inserted.length
  return { text: text.slice(0, start) + inserted + text.slice(end), start: cursor, end: cursor }
}
