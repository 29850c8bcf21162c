import { useNavigate, useSearch } from '@tanstack/react-router'

/** Search values are plain strings, so that every filter can be read and shared in the address. */
export type PageSearch = Record<string, string | undefined>

export function readSearch(search: Record<string, unknown>): PageSearch {
  return Object.fromEntries(
    Object.entries(search)
      .filter(([, value]) => value !== undefined && value !== null && value !== '')
      .map(([key, value]) => [key, String(value)]),
  )
}

/**
 * One filter kept in the address: `const [state, setState] = useFilter('state')`.
 * Empty takes it out of the address.
 */
export function useFilter(name: string): [string | undefined, (value: string | null | undefined) => void] {
  const search: PageSearch = useSearch({ strict: false })
  const navigate = useNavigate()
  return [
    search[name],
    (value) =>
      void navigate({
        to: '.',
        search: (before: PageSearch) => ({ ...before, [name]: value || undefined }),
        replace: true,
      }),
  ]
}
