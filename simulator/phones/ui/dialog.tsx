import { IconX } from '@tabler/icons-react'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useWords } from '../app/settings.tsx'
import s from './dialog.module.css'
import { IconButton } from './icon-button.tsx'

interface DialogProps {
  title: string
  onClose(): void
  /** `sheet` slides in from the edge and fills the height that it needs */
  look?: 'card' | 'sheet'
  children: ReactNode
  'data-testid'?: string
}

/** A modal dialog: the browser's own, so focus stays inside, Esc closes it and focus returns afterwards. */
export function Dialog({ title, onClose, look = 'card', children, ...rest }: DialogProps) {
  const words = useWords()
  const ref = useRef<HTMLDialogElement>(null)
  const titleId = useId()

  useEffect(() => {
    const dialog = ref.current
    if (!dialog) return
    dialog.showModal()
    // Left alone, focus would go to the close button.
    const wanted = dialog.querySelector<HTMLElement>('[data-autofocus]')
    if (wanted) wanted.focus()
    else dialog.focus()
    return () => dialog.close()
  }, [])

  useEffect(() => {
    const dialog = ref.current
    const onPress = (event: MouseEvent) => {
      if (event.target === dialog) onClose()
    }
    dialog?.addEventListener('mousedown', onPress)
    return () => dialog?.removeEventListener('mousedown', onPress)
  }, [onClose])

  return (
    <dialog
      ref={ref}
      tabIndex={-1}
      className={look === 'sheet' ? s.sheet : s.card}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      {...rest}
    >
      <div className={s.inside}>
        <div className={s.head}>
          <h2 id={titleId}>{title}</h2>
          <IconButton label={words.close} onClick={onClose}>
            <IconX size={20} />
          </IconButton>
        </div>
        {children}
      </div>
    </dialog>
  )
}
