import { checkButtons } from './check-buttons.ts'
import { carousel, missing } from './refusals.ts'
import type { TemplateComponent, TemplatePiece } from './schema.ts'

const PIECES = new Set(['HEADER', 'BODY', 'BUTTONS'])

/**
 * A carousel: 2–10 cards of the same build, each with a picture or film, one or two buttons and at most 160
 * characters (platform §5.2); beside it stands only the body.
 * @param checkBody holds the text of a card against the rules of a body
 * @throws GraphFault code 100 with the subcode of the rule
 */
export function checkCarousel(
  components: readonly TemplateComponent[],
  checkBody: (piece: TemplatePiece) => void,
): void {
  const part = components.find((component) => component.type === 'CAROUSEL')
  if (!part) return
  if (components.some((one) => one.type !== 'CAROUSEL' && one.type !== 'BODY'))
    throw carousel('Beside a carousel there may only be a body.')
  const cards = part.cards ?? []
  if (cards.length < 2 || cards.length > 10) throw carousel('A carousel has 2 to 10 cards.')
  const builds = cards.map(({ components: pieces }, index) => {
    checkCard(pieces, index, checkBody)
    return buildOf(pieces)
  })
  if (new Set(builds).size > 1)
    throw carousel('All cards need the same parts: the same kind of header and the same kinds of buttons.')
}

function checkCard(
  pieces: readonly TemplatePiece[],
  index: number,
  checkBody: (piece: TemplatePiece) => void,
): void {
  const find = (type: string): TemplatePiece | undefined => pieces.find((piece) => piece.type === type)
  const stranger = pieces.find((piece) => !PIECES.has(piece.type))
  if (stranger) throw carousel(`A card may not have a part of type ${stranger.type}.`)
  const header = find('HEADER')
  if (header?.format !== 'IMAGE' && header?.format !== 'VIDEO')
    throw carousel(`Card ${index} needs a header with a picture or a video.`)
  if (!header.example?.header_handle?.[0])
    throw missing(`The header of card ${index} needs an example (header_handle).`)
  const body = find('BODY')
  if (body) checkBody(body)
  const buttons = find('BUTTONS')?.buttons ?? []
  if (buttons.length < 1 || buttons.length > 2) throw carousel(`Card ${index} needs one or two buttons.`)
  if (buttons.some(({ type }) => type === 'COPY_CODE' || type === 'REQUEST_CONTACT_INFO'))
    throw carousel('Cards have quick replies, links and phone buttons only.')
  checkButtons(buttons)
}

const buildOf = (pieces: readonly TemplatePiece[]): string =>
  pieces
    .map((piece) =>
      [piece.type, piece.format, ...(piece.buttons ?? []).map((button) => button.type)].join(':'),
    )
    .toSorted()
    .join(' ')
