import { useSyncExternalStore } from 'react'

export type Lang = 'de' | 'en'
export type Theme = 'light' | 'dark'
export type PanelName = 'person' | 'dials' | 'log' | 'none'

/** Everything this page remembers lives in its address: nothing is stored in the browser. */
interface Route {
  person?: string
  number?: string
  /** a wa.me link that still waits for "who are you?" */
  link?: string
  lang?: Lang
  theme?: Theme
  panel?: PanelName
}

const oneOf = <T extends string>(value: string | null, allowed: readonly T[]): T | undefined =>
  allowed.find((candidate) => candidate === value)

/** Reads an address; `/wa.me/<digits>?text=…` counts as a link too, whoever serves the page. */
export function readRoute(address: URL): Route {
  if (address.pathname.startsWith('/wa.me/')) return { link: address.href }
  const query = address.searchParams
  return {
    person: query.get('person') ?? undefined,
    number: query.get('number') ?? undefined,
    link: query.get('link') ?? undefined,
    lang: oneOf(query.get('lang'), ['de', 'en']),
    theme: oneOf(query.get('theme'), ['light', 'dark']),
    panel: oneOf(query.get('panel'), ['person', 'dials', 'log', 'none']),
  }
}

/** The address of a route, always at `/`. */
export function routeAddress(route: Route): string {
  const query = new URLSearchParams()
  for (const name of ['person', 'number', 'lang', 'theme', 'panel', 'link'] as const) {
    const value = route[name]
    if (value) query.set(name, value)
  }
  const text = query.toString()
  return text ? `/?${text}` : '/'
}

const listeners = new Set<() => void>()
let current: Route | undefined

function snapshot(): Route {
  current ??= readRoute(new URL(location.href))
  return current
}

function changed(): void {
  current = undefined
  for (const listener of listeners) listener()
}

/** Goes to the current route with some parts changed; `undefined` takes a part out. */
export function go(change: Route, how: 'push' | 'replace' = 'replace'): void {
  const address = routeAddress({ ...snapshot(), ...change })
  if (how === 'push') history.pushState({ pushed: true }, '', address)
  else history.replaceState(history.state, '', address)
  changed()
}

/** Leaves the chat for the list: the way it was entered, so that the browser's own back stays right. */
export function leaveChat(): void {
  const state: { pushed?: boolean } | null = history.state
  if (state?.pushed) history.back()
  else go({ person: undefined, number: undefined })
}

/** The current route, live. */
export function useRoute(): Route {
  return useSyncExternalStore((notify) => {
    listeners.add(notify)
    window.addEventListener('popstate', changed)
    return () => {
      listeners.delete(notify)
      window.removeEventListener('popstate', changed)
    }
  }, snapshot)
}
