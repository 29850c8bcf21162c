import { IconChevronRight } from '@tabler/icons-react'
import { createLink } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, ReactNode, Ref } from 'react'
import classes from './entry-list.module.css'

/** Cards below each other, each an `EntryLink` in a `li`: a few things to choose one of, where a table would be too much. */
export function EntryList({ children }: { children: ReactNode }) {
  return <ul className={classes.list}>{children}</ul>
}

interface EntryAnchorProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'title'> {
  title: string
  badge: ReactNode
  /** On a phone the badge stands below the words, which then have the whole width: for entries with much to say. */
  badgeBelow?: boolean
  /** What is said under the title. */
  children?: ReactNode
  ref?: Ref<HTMLAnchorElement>
}

function EntryAnchor({ title, badge, badgeBelow, children, ...rest }: EntryAnchorProps) {
  return (
    <a {...rest} className={classes.entry} data-badge-below={badgeBelow || undefined}>
      <span className={classes.words}>
        <strong>{title}</strong>
        {children}
      </span>
      {badge}
      <IconChevronRight size={18} className={classes.on} aria-hidden />
    </a>
  )
}

/** A card that leads to a page of the admin, with its state at the right. */
export const EntryLink = createLink(EntryAnchor)
