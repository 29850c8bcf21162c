import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'

/**
 * After a navigation to another page the focus goes to its h1, so that keyboards and screen readers start there.
 * Changes of filters (same path) leave the focus where it is.
 */
export function useFocusOnPage(): void {
  const router = useRouter()
  useEffect(
    () =>
      router.subscribe('onRendered', ({ pathChanged, fromLocation }) => {
        if (!pathChanged || !fromLocation) return
        const target = document.getElementById('page-title') ?? document.getElementById('content')
        target?.focus({ preventScroll: true })
      }),
    [router],
  )
}
