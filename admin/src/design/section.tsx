import { Paper, Text, Title } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import classes from './section.module.css'

export interface SectionProps {
  title?: ReactNode
  lead?: ReactNode
  /** Small controls at the right of the title. */
  aside?: ReactNode
  children: ReactNode
  /** No inner padding, for tables that reach the card's edge. */
  flush?: boolean
  className?: string
}

/** A card with an optional h2: the building block of every page. */
export function Section({ title, lead, aside, children, flush = false, className }: SectionProps) {
  const id = useId()
  return (
    <Paper
      component="section"
      className={[classes.card, className].filter(Boolean).join(' ')}
      aria-labelledby={title ? id : undefined}
    >
      {(title || aside) && (
        <div className={classes.head}>
          <div>
            {title && (
              <Title order={2} id={id}>
                {title}
              </Title>
            )}
            {lead && (
              <Text size="sm" c="dimmed" className={classes.lead}>
                {lead}
              </Text>
            )}
          </div>
          {aside && <div className={classes.aside}>{aside}</div>}
        </div>
      )}
      <div className={flush ? classes.flush : classes.body}>{children}</div>
    </Paper>
  )
}
