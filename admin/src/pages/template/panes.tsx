import { SegmentedControl } from '@mantine/core'
import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { jumpTo } from './field-label.tsx'
import life from './life.module.css'
import classes from './template.module.css'

type Pane = 'form' | 'phone'

interface Panes {
  pane: Pane
  /** Of the element that holds both. */
  holder: RefObject<HTMLDivElement | null>
  show: (pane: Pane) => void
  /** Shows the form and brings the field of a finding into sight. */
  jump: (where: string) => void
}

/** Where there is no room for both, form and phone take turns; the form is found again where it was left. */
export function usePanes(): Panes {
  const [pane, setPane] = useState<Pane>('form')
  const holder = useRef<HTMLDivElement>(null)
  const leftAt = useRef<number>(undefined)
  useLayoutEffect(() => {
    if (leftAt.current === undefined) return
    if (pane === 'form') window.scrollTo({ top: leftAt.current })
    else if (holder.current && isUnderBars(holder.current)) holder.current.scrollIntoView()
  }, [pane])
  const show = (next: Pane) => {
    if (next === 'phone') leftAt.current = window.scrollY
    setPane(next)
  }
  const jump = (where: string) => {
    setPane('form')
    requestAnimationFrame(() => jumpTo(where))
  }
  return { pane, holder, show, jump }
}

/** Its beginning is out of sight, above the window or behind what sticks to the top of it. */
const isUnderBars = (element: HTMLElement): boolean =>
  element.getBoundingClientRect().top < Number.parseFloat(getComputedStyle(element).scrollMarginTop)

/** The switch between them, in sight wherever somebody reads or writes; how many errors are left stands on it. */
export function PaneSwitch({ panes: { pane, show }, errors }: { panes: Panes; errors: number }) {
  const { t } = useTranslation('template')
  return (
    <div className={classes.panes}>
      <SegmentedControl
        fullWidth
        aria-label={t('panes.label')}
        value={pane}
        onChange={(next) => show(next === 'phone' ? 'phone' : 'form')}
        data={[
          { value: 'form', label: t('panes.form') },
          {
            value: 'phone',
            label: (
              <span className={classes.look}>
                {t('panes.phone')}
                {errors > 0 && (
                  <>
                    <span className={life.errorCount} aria-hidden>
                      {errors}
                    </span>
                    <span className={classes.hidden}>{t('findings.errors', { count: errors })}</span>
                  </>
                )}
              </span>
            ),
          },
        ]}
      />
    </div>
  )
}
