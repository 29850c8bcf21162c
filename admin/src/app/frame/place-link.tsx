import type { Icon } from '@tabler/icons-react'
import { createLink } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, Ref } from 'react'
import classes from './place-link.module.css'

interface PlaceAnchorProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  icon: Icon
  label: string
  /** Icon above a small word, for the bar at the bottom of a phone. */
  stacked?: boolean
  ref?: Ref<HTMLAnchorElement>
}

function PlaceAnchor({ icon: Icon, label, stacked, ...rest }: PlaceAnchorProps) {
  return (
    <a {...rest} className={classes.link} data-stacked={stacked || undefined}>
      <Icon size={stacked ? 22 : 19} stroke={1.7} aria-hidden />
      <span>{label}</span>
    </a>
  )
}

/** One entry of the navigation; knows by itself whether it is the current place. */
export const PlaceLink = createLink(PlaceAnchor)
