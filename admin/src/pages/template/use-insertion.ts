import { type RefObject, useLayoutEffect, useRef } from 'react'
import { insertText, type Selection } from './text-marks.ts'

type TextField = HTMLTextAreaElement | HTMLInputElement

/** Changes a text where the cursor stands, and puts the cursor where it belongs afterwards. */
export function useInsertion(
  field: RefObject<TextField | null>,
  value: string,
  onChange: (value: string) => void,
) {
  const wanted = useRef<Selection>(null)

  // The cursor can only be placed after React has written the new text.
  useLayoutEffect(() => {
    const selection = wanted.current
    if (!selection || selection.text !== value) return
    wanted.current = null
    field.current?.focus()
    field.current?.setSelectionRange(selection.start, selection.end)
  }, [value, field])

  const apply = (change: (selection: Selection) => Selection) => {
    const start = field.current?.selectionStart ?? value.length
    const end = field.current?.selectionEnd ?? value.length
    const next = change({ text: value, start, end })
    wanted.current = next
    onChange(next.text)
  }
  return {
    apply,
    insertVariable: (name: string) => apply((selection) => insertText(selection, `{{${name}}}`)),
    /** Leaves the name selected, so that the next key press replaces it. */
    insertOwn: () =>
      apply((selection) => {
        const next = insertText(selection, '{{name}}')
        return { ...next, start: next.end - 6, end: next.end - 2 }
      }),
  }
}
