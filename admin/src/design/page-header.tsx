import { Group, Text, Title } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import { IconChevronLeft } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { AnchorLink } from './links.tsx'
import classes from './page-header.module.css'

export interface PageHeaderProps {
  title: string
  /** One calm sentence about what this page is for. */
  lead?: ReactNode
  /** Badges beside the title. */
  badge?: ReactNode
  /** Buttons; the primary one last. */
  actions?: ReactNode
  /** Way back to the list a detail page belongs to. */
  back?: { to: string; label: string }
}

/** The one h1 of a page; also sets the document's title, and takes the focus after a navigation. */
export function PageHeader({ title, lead, badge, actions, back }: PageHeaderProps) {
  useDocumentTitle(`${title} · Jawort`)
  return (
    <header className={classes.header}>
      {back && (
        <AnchorLink to={back.to} className={classes.back}>
          <IconChevronLeft size={15} aria-hidden />
          {back.label}
        </AnchorLink>
      )}
      <div className={classes.row}>
        <div className={classes.words}>
          <Group gap="sm" align="center">
            <Title order={1} id="page-title" tabIndex={-1} className={classes.title}>
              {title}
            </Title>
            {badge}
          </Group>
          {lead && (
            <Text c="dimmed" className={classes.lead}>
              {lead}
            </Text>
          )}
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </div>
    </header>
  )
}
