/** Where to go after signing in: only a path of this very site, never another address that a link smuggled in. */
export function ownPath(next: string | undefined): string {
  return next && /^\/(?![/\\])/.test(next) ? next : '/'
}
