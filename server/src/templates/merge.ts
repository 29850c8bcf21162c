import { Content, type TemplateButton } from './content.ts'
import { fillVariables, variableNames } from './variables.ts'

/**
 * Meta's words with what only we know: our files, the place on the map, our marks on buttons, what stands behind links, codes
 * that are variables, and our samples.
 */
export function mergeContent(ours: Content, theirs: Content): Content {
  const cards = theirs.cards?.map((card, index) => {
    const known = ours.cards?.[index]
    return {
      ...card,
      header: known?.header.format === card.header.format ? known.header : card.header,
      buttons: mergeButtons(known?.buttons ?? [], card.buttons, ours),
    }
  })
  const merged: Content = {
    ...theirs,
    ...(ours.header && ours.header.format !== 'text' && ours.header.format === theirs.header?.format
      ? { header: ours.header }
      : {}),
    buttons: mergeButtons(ours.buttons, theirs.buttons, ours),
    ...(cards ? { cards } : {}),
  }
  const all = { ...ours.samples, ...theirs.samples }
  const used = new Set([...variableNames(merged), ...Object.keys(ours.samples)])
  const samples = Object.fromEntries(Object.entries(all).filter(([name]) => used.has(name)))
  return Content.parse({ ...merged, samples })
}

function mergeButtons(
  ours: readonly TemplateButton[],
  theirs: readonly TemplateButton[],
  { samples }: Content,
): TemplateButton[] {
  return theirs.map((button, index) => {
    if (button.kind === 'quick_reply') {
      const marked = ours.some(
        (own) => own.kind === 'quick_reply' && own.optOut === true && own.text === button.text,
      )
      return marked ? { ...button, optOut: true } : button
    }
    const own = ours[index]
    if (button.kind === 'url' && own?.kind === 'url' && button.suffix && own.suffix && own.url === button.url)
      return { ...button, suffix: own.suffix }
    if (
      button.kind === 'copy_code' &&
      own?.kind === 'copy_code' &&
      fillVariables(own.code, samples) === button.code
    )
      return own
    return button
  })
}
