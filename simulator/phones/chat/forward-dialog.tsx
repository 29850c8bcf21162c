import { IconArrowForwardUp } from '@tabler/icons-react'
import { useState } from 'react'
import { listPeople, sendText } from '../api/simulator.ts'
import type { ChatMessage, Person, SimNumber } from '../api/types.ts'
import { useLive } from '../api/use-live.ts'
import { go } from '../app/route.ts'
import { useWords } from '../app/settings.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { control, Field } from '../ui/field.tsx'
import { attempt } from '../ui/toast.ts'
import s from './forward-dialog.module.css'
import { RichText } from './rich-text.tsx'

interface ForwardDialogProps {
  message: ChatMessage
  person: Person
  numbers: SimNumber[]
  onClose(): void
}

/** Forwards a message to a business, by the person who has it or by somebody who got it from them. */
export function ForwardDialog({ message, person, numbers, onClose }: ForwardDialogProps) {
  const words = useWords()
  const [by, setBy] = useState(person.id)
  const [to, setTo] = useState(message.phoneNumberId)
  const others = useLive(
    'people',
    () => listPeople({ crowd: false, limit: 100 }),
    () => false,
  )
  const people = [person, ...(others.data?.people.filter((each) => each.id !== person.id) ?? [])]

  const forward = async () => {
    const work = sendText(by, { phoneNumberId: to, text: message.body, forwarded: true })
    if (!(await attempt(work, words.unreachable))) return
    onClose()
    go({ person: by, number: to })
  }

  return (
    <Dialog title={words.forwardTitle} onClose={onClose} data-testid="forward-dialog">
      <p className={s.preview}>
        <RichText text={message.body} />
      </p>
      <Field label={words.forwardAs} control="forward-by">
        <select
          id="forward-by"
          className={control.input}
          value={by}
          data-testid="forward-by"
          onChange={(event) => setBy(event.target.value)}
        >
          {people.map((each) => (
            <option key={each.id} value={each.id}>
              {each.name}
            </option>
          ))}
        </select>
      </Field>
      <Field label={words.forwardTo} control="forward-to" hint={words.forwardHint}>
        <select
          id="forward-to"
          className={control.input}
          value={to}
          onChange={(event) => setTo(event.target.value)}
        >
          {numbers.map((number) => (
            <option key={number.id} value={number.id}>
              {number.verifiedName}
            </option>
          ))}
        </select>
      </Field>
      <Button onClick={() => void forward()} data-testid="forward-send">
        <IconArrowForwardUp size={18} aria-hidden="true" /> {words.forward}
      </Button>
    </Dialog>
  )
}
