import { IconX } from '@tabler/icons-react'
import { useEffect, useId, useRef, useState } from 'react'
import type { ChatMessage, MessageList } from '../api/types.ts'
import { useWords } from '../app/settings.tsx'
import { Button } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { ActionButton } from './bubble-buttons.tsx'
import s from './choice-sheet.module.css'

interface ChoiceSheetProps {
  message: ChatMessage
  onClose(): void
  onTap(choice: { index?: number; rowId?: string }): void
}

/** Slides up inside the phone: the rows of a list message, or all buttons of a template with many. */
export function ChoiceSheet({ message, onClose, onTap }: ChoiceSheetProps) {
  const words = useWords()
  const titleId = useId()
  const sheet = useRef<HTMLDivElement>(null)
  const title = message.list?.button ?? words.allOptions

  useEffect(() => {
    const before = document.activeElement
    sheet.current?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])

  const choose = (choice: { index?: number; rowId?: string }) => {
    onClose()
    onTap(choice)
  }

  return (
    <div className={s.layer}>
      <button type="button" className={s.shade} tabIndex={-1} aria-label={words.close} onClick={onClose} />
      <div
        ref={sheet}
        role="dialog"
        aria-modal="true"
        aria-labelledby={titleId}
        tabIndex={-1}
        className={s.sheet}
        data-testid="choice-sheet"
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          onClose()
        }}
      >
        <div className={s.head}>
          <h2 id={titleId}>{title}</h2>
          <IconButton label={words.close} onClick={onClose}>
            <IconX size={20} />
          </IconButton>
        </div>
        {message.list ? (
          <ListRows list={message.list} onPick={(rowId) => choose({ rowId })} />
        ) : (
          <div className={s.buttons}>
            {message.buttons?.map((button) => (
              <ActionButton
                key={button.index}
                button={button}
                tapped={message.tapped?.includes(button.text) ?? false}
                onTap={() => choose({ index: button.index })}
              />
            ))}
          </div>
        )}
      </div>
    </div>
  )
}

function ListRows({ list, onPick }: { list: MessageList; onPick(rowId: string): void }) {
  const words = useWords()
  const [picked, setPicked] = useState<string>()
  return (
    <form
      className={s.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (picked) onPick(picked)
      }}
    >
      <div className={s.rows}>
        {list.sections.map((section) => (
          <fieldset key={section.title ?? section.rows[0]?.id} className={s.section}>
            <legend className={section.title ? s.legend : 'visually-hidden'}>
              {section.title ?? list.button}
            </legend>
            {section.rows.map((row) => (
              <label key={row.id} className={s.row} data-testid="list-row" data-row-id={row.id}>
                <span className={s.words}>
                  <span className={s.title}>{row.title}</span>
                  {row.description && <span className={s.description}>{row.description}</span>}
                </span>
                <input
                  type="radio"
                  name="row"
                  checked={picked === row.id}
                  onChange={() => setPicked(row.id)}
                />
              </label>
            ))}
          </fieldset>
        ))}
      </div>
      <Button type="submit" disabled={!picked} data-testid="list-send">
        {words.send}
      </Button>
    </form>
  )
}
