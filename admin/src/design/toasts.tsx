import { Notifications } from '@mantine/notifications'
import classes from './toasts.module.css'
import { useNarrow } from './use-narrow.ts'

/** The place of toasts: at the bottom, but on a phone below the header, because there the bottom is where the thumb presses. */
export function Toasts() {
  const narrow = useNarrow()
  return (
    <Notifications position={narrow ? 'top-center' : 'bottom-center'} classNames={{ root: classes.place }} />
  )
}
