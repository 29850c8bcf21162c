import { useMediaQuery } from '@mantine/hooks'

/** Whether the window is as narrow as a phone's: the navigation is then at the bottom and a header at the top. */
export const useNarrow = (): boolean =>
  useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false })
