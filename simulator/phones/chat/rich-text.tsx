import { memo, type ReactNode } from 'react'
import { parseText, type TextNode } from './format.ts'
import { phoneLink } from './phone-link.ts'
import s from './rich-text.module.css'

function drawNode(node: TextNode, key: string): ReactNode {
  switch (node.kind) {
    case 'text':
      return node.text
    case 'link':
      return (
        <a key={key} href={phoneLink(node.href)} target="_blank" rel="noopener noreferrer">
          {node.text}
        </a>
      )
    case 'mono':
      return <code key={key}>{node.text}</code>
    case 'bold':
      return <strong key={key}>{draw(node.children)}</strong>
    case 'italic':
      return <em key={key}>{draw(node.children)}</em>
    case 'strike':
      return <s key={key}>{draw(node.children)}</s>
  }
}

const draw = (nodes: TextNode[]): ReactNode[] => nodes.map((node, at) => drawNode(node, `${at}-${node.kind}`))

/** A message's text with the messenger's marks and links. */
export const RichText = memo(function RichText({ text }: { text: string }) {
  return <span className={s.text}>{draw(parseText(text))}</span>
})
