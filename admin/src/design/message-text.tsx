import type { ReactNode } from 'react'
import classes from './message-card.module.css'

// A mark counts only around words: `*so*` is bold, `2*3*4` and `first_name_x` are not.
const before = '(?<![\\p{L}\\p{N}])'
const after = '(?![\\p{L}\\p{N}])'
const around = (mark: string) => `${before}[${mark}](?!\\s)[^${mark}\\n]+(?<!\\s)[${mark}]${after}`
const parts = new RegExp(
  `(\\{\\{[^{}\\n]*\\}\\}|\`\`\`[^\`]+\`\`\`|https?://[^\\s]+|${around('*')}|${around('_')}|${around('~')})`,
  'gu',
)

/** Puts sample values (or the given ones) in place of {{name}}; unknown variables stay visible. */
export function fillVariables(text: string, values: Record<string, string>): string {
  return text.replace(/\{\{\s*([a-z0-9_]+)\s*\}\}/gi, (whole, name: string) => values[name] || whole)
}

/** A message's text as the messenger shows it: *bold*, _italic_, ~struck~, ```code```, links; open variables are marked. */
export function MessageText({ text }: { text: string }) {
  return <>{text.split(parts).map((part, index) => (index % 2 === 1 ? styled(part, index) : part))}</>
}

function styled(part: string, index: number): ReactNode {
  const inner = part.slice(1, -1)
  if (part.startsWith('{{')) {
    return (
      <mark key={index} className={classes.variable}>
        {part}
      </mark>
    )
  }
  if (part.startsWith('```')) return <code key={index}>{part.slice(3, -3)}</code>
  if (part.startsWith('http')) return <u key={index}>{part}</u>
  const words = <MessageText text={inner} />
  if (part.startsWith('*')) return <strong key={index}>{words}</strong>
  return part.startsWith('_') ? <em key={index}>{words}</em> : <s key={index}>{words}</s>
}
