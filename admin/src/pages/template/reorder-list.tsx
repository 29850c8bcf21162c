import { ActionIcon, VisuallyHidden } from '@mantine/core'
import { IconGripVertical } from '@tabler/icons-react'
import { type DragEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './reorder-list.module.css'

interface ReorderListProps<T> {
  items: readonly T[]
  onMove: (from: number, to: number) => void
  nameOf: (item: T, place: number) => string
  /** Draws an entry; the handle moves it by mouse or arrow keys. */
  children: (item: T, place: number, handle: ReactNode) => ReactNode
  readOnly: boolean
  label: string
}

/** A list that people order by dragging a handle, or with the arrow keys while it has the focus. */
export function ReorderList<T>({ items, onMove, nameOf, children, readOnly, label }: ReorderListProps<T>) {
  const { t } = useTranslation('template')
  const list = useRef<HTMLOListElement>(null)
  const [dragged, setDragged] = useState<number>()
  const [over, setOver] = useState<number>()
  const [said, setSaid] = useState('')
  const wanted = useRef<number>(undefined)

  // After a move by keys the focus goes along with the entry.
  useEffect(() => {
    if (wanted.current === undefined) return
    list.current
      ?.querySelectorAll<HTMLElement>(':scope > li > [data-entry] [data-handle]')
      [wanted.current]?.focus()
    wanted.current = undefined
  })

  const move = (from: number, to: number) => {
    if (from === to || to < 0 || to >= items.length) return
    onMove(from, to)
    setSaid(t('order.moved', { place: to + 1, count: items.length }))
  }
  const onKeyDown = (event: KeyboardEvent, place: number) => {
    const to = { ArrowUp: place - 1, ArrowDown: place + 1, Home: 0, End: items.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    wanted.current = Math.max(0, Math.min(items.length - 1, to))
    move(place, to)
  }
  const onDrop = (event: DragEvent, place: number) => {
    if (dragged === undefined) return
    event.preventDefault()
    move(dragged, place)
    setDragged(undefined)
    setOver(undefined)
  }
  // Entries have no identity but their place.
  const entryAt = (place: number, item: T) => (
    <li
      key={place}
      className={classes.entry}
      data-over={over === place && dragged !== place ? true : undefined}
      data-dragged={dragged === place || undefined}
      onDragOver={(event) => {
        if (dragged === undefined) return
        event.preventDefault()
        setOver(place)
      }}
      onDrop={(event) => onDrop(event, place)}
    >
      <div data-entry>
        {children(
          item,
          place,
          readOnly || items.length < 2 ? null : (
            <ActionIcon
              data-handle
              className={classes.handle}
              size="sm"
              draggable
              aria-label={t('order.handle', { name: nameOf(item, place) })}
              onKeyDown={(event) => onKeyDown(event, place)}
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = 'move'
                event.dataTransfer.setData('text/plain', String(place))
                setDragged(place)
              }}
              onDragEnd={() => {
                setDragged(undefined)
                setOver(undefined)
              }}
            >
              <IconGripVertical size={15} aria-hidden />
            </ActionIcon>
          ),
        )}
      </div>
    </li>
  )
  return (
    <>
      <ol ref={list} className={classes.list} aria-label={label}>
        {items.map((item, place) => entryAt(place, item))}
      </ol>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </>
  )
}
