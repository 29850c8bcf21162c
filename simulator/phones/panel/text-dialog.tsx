import { useState } from 'react'
import { useWords } from '../app/settings.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { control, Field } from '../ui/field.tsx'

interface TextDialogProps {
  title: string
  label: string
  hint: string
  type: 'tel' | 'text'
  pattern: string
  suggestion: string
  onClose(): void
  onSubmit(text: string): void
}

/** Asks for one line, with a made-up answer already in it. */
export function TextDialog({
  title,
  label,
  hint,
  type,
  pattern,
  suggestion,
  onClose,
  onSubmit,
}: TextDialogProps) {
  const words = useWords()
  const [text, setText] = useState(suggestion)
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        style={{ display: 'grid', gap: 16 }}
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit(text.trim())
        }}
      >
        <Field label={label} control="text-dialog-field" hint={hint}>
          <input
            id="text-dialog-field"
            className={control.input}
            type={type}
            pattern={pattern}
            value={text}
            required
            autoComplete="off"
            aria-describedby="text-dialog-field-hint"
            data-autofocus
            data-testid="text-dialog-field"
            onChange={(event) => setText(event.target.value)}
          />
        </Field>
        <Button type="submit" data-testid="text-dialog-save">
          {words.save}
        </Button>
      </form>
    </Dialog>
  )
}
