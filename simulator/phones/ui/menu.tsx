import { type ReactNode, useContext, useEffect, useLayoutEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import s from './menu.module.css'
import { MenuCloseContext } from './menu-close.ts'

interface MenuProps {
  /** where it was asked for, in viewport pixels; the menu keeps itself inside the window */
  at: { x: number; y: number }
  label: string
  onClose(): void
  children: ReactNode
}

const edge = 8

/** A small menu at a point. Arrows move, Enter picks, Esc and a press elsewhere close; focus goes back. */
export function Menu({ at, label, onClose, children }: MenuProps) {
  const ref = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    const menu = ref.current
    if (!menu) return
    const { width, height } = menu.getBoundingClientRect()
    const below = at.y + height + edge <= window.innerHeight
    menu.style.left = `${Math.max(edge, Math.min(at.x, window.innerWidth - width - edge))}px`
    menu.style.top = `${below ? at.y : Math.max(edge, at.y - height - 6)}px`
  }, [at])

  useEffect(() => {
    const before = document.activeElement
    ref.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])

  useEffect(() => {
    const onPress = (event: PointerEvent) => {
      if (event.target instanceof Node && !ref.current?.contains(event.target)) onClose()
    }
    window.addEventListener('pointerdown', onPress, true)
    window.addEventListener('resize', onClose)
    return () => {
      window.removeEventListener('pointerdown', onPress, true)
      window.removeEventListener('resize', onClose)
    }
  }, [onClose])

  const move = (step: number) => {
    const items = [...(ref.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]
    const here = items.findIndex((item) => item === document.activeElement)
    items[(here + step + items.length) % items.length]?.focus()
  }

  return createPortal(
    <MenuCloseContext value={onClose}>
      <div
        ref={ref}
        role="menu"
        tabIndex={-1}
        aria-label={label}
        className={s.menu}
        data-testid="menu"
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') move(1)
          else if (event.key === 'ArrowUp') move(-1)
          else if (event.key === 'Escape' || event.key === 'Tab') onClose()
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
      >
        {children}
      </div>
    </MenuCloseContext>,
    document.querySelector('dialog[open]') ?? document.body,
  )
}

interface MenuItemProps {
  icon: ReactNode
  testId: string
  onPick(): void
  children: ReactNode
}

/** One choice of a menu. */
export function MenuItem({ icon, testId, onPick, children }: MenuItemProps) {
  const close = useContext(MenuCloseContext)
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      className={s.item}
      data-testid={testId}
      onClick={() => {
        close()
        onPick()
      }}
    >
      <span aria-hidden="true">{icon}</span>
      {children}
    </button>
  )
}
