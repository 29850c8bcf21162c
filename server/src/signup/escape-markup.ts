const MARKS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Makes any text safe inside the text and attributes of HTML and SVG. */
export const escapeMarkup = (text: string): string => text.replace(/[&<>"']/g, (mark) => MARKS[mark] ?? mark)
