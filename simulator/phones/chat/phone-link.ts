/**
 * Where a link in a message leads on these phones: a chat link opens a chat here, not on the real service;
 * every other link stays as it is.
 */
export function phoneLink(href: string): string {
  const url = URL.parse(href)
  const chat = url !== null && (url.hostname === 'wa.me' || url.pathname.startsWith('/wa.me/'))
  return chat ? `/?link=${encodeURIComponent(href)}` : href
}
