import { Skeleton, Stack } from '@mantine/core'

/** Shown when a page's code needs a moment; keeps the shape of a page, so that nothing jumps. */
export function PagePending() {
  return (
    <Stack gap="lg" aria-busy>
      <Stack gap="xs">
        <Skeleton height="1.75rem" width="14rem" />
        <Skeleton height="0.875rem" width="min(26rem, 80%)" />
      </Stack>
      <Skeleton height="16rem" radius="lg" />
    </Stack>
  )
}
