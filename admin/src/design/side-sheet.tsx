import { Drawer } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './side-sheet.module.css'

export interface SideSheetProps {
  opened: boolean
  onClose: () => void
  title: ReactNode
  children: ReactNode
  /** Stays visible at the bottom. */
  footer?: ReactNode
  wide?: boolean
}

/** Slides in from the right for details and short forms, so that the list behind keeps its place. */
export function SideSheet({ opened, onClose, title, children, footer, wide = false }: SideSheetProps) {
  const { t } = useTranslation('design')
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={title}
      position="right"
      size={wide ? 'min(46rem, 100vw)' : 'min(30rem, 100vw)'}
      classNames={{ content: classes.content, body: classes.body }}
      closeButtonProps={{ 'aria-label': t('dialog.close') }}
    >
      <div className={classes.scroll}>{children}</div>
      {footer && <div className={classes.footer}>{footer}</div>}
    </Drawer>
  )
}
