/** The text that a chat link has ready for the person. */
export function preparedText(link: string): string {
  return URL.canParse(link) ? (new URL(link).searchParams.get('text') ?? '') : ''
}
