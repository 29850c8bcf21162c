import { Tabs } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import classes from './tab-list.module.css'

/** The tabs of a page in one row: on a narrow screen it scrolls sideways, and the open tab is brought into sight. */
export function TabList({ label, active, children }: { label: string; active: string; children: ReactNode }) {
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const tab = row.current?.querySelector(`[id$="-tab-${active}"]`)
    tab?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [active])
  return (
    <div ref={row} className={classes.row}>
      <Tabs.List aria-label={label} className={classes.list}>
        {children}
      </Tabs.List>
    </div>
  )
}
