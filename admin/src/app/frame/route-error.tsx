import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { ErrorState } from '../../design/error-state.tsx'

/** What a page shows when it could not load or has stumbled; the frame around it keeps working. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  return (
    <ErrorState
      error={error instanceof Error ? error : new Error(String(error))}
      onRetry={() => {
        reset()
        void router.invalidate()
      }}
    />
  )
}
