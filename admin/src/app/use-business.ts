import { getRouteApi } from '@tanstack/react-router'
import type { Me, Membership } from '../api/entities.ts'

const route = getRouteApi('/b/$slug')

/** The business on screen, with the member's role in it. Only below /b/$slug. */
export function useBusiness(): Membership {
  return route.useRouteContext({ select: (context) => context.business })
}

/** Who is signed in. Only below /b/$slug. */
export function useMe(): Me {
  return route.useRouteContext({ select: (context) => context.me })
}
