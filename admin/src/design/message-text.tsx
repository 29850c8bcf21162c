import type { ReactNode } from 'react'

const marks = /(\*[^*\n]+\*|_[^_\n]+_|~[^~\n]+~|```[^`]+```|https?:\/\/[^\s]+)/g

/** Puts sample values (or the given ones) in place of {{name}}; unknown variables stay visible. */
export function fillVariables(text: string, values: Record<string, string>): string {
  return text.replace(/\{\{\s*([a-z0-9_]+)\s*\}\}/gi, (whole, name: string) => values[name] || whole)
}

/** A message's text as the messenger shows it: *bold*, _italic_, ~struck~, ```code```, links. */
export function MessageText({ text }: { text: string }) {
  return <>{text.split(marks).map((part, index) => styled(part, index))}</>
}

function styled(part: string, index: number): ReactNode {
  const inner = part.slice(1, -1)
  if (/^\*[^*\n]+\*$/.test(part)) return <strong key={index}>{inner}</strong>
  if (/^_[^_\n]+_$/.test(part)) return <em key={index}>{inner}</em>
  if (/^~[^~\n]+~$/.test(part)) return <s key={index}>{inner}</s>
  if (/^```[^`]+```$/.test(part)) return <code key={index}>{part.slice(3, -3)}</code>
  if (/^https?:\/\//.test(part)) return <u key={index}>{part}</u>
  return part
}
