import { IconDice3 } from '@tabler/icons-react'
import { type ReactNode, useId, useState } from 'react'
import { createPerson } from '../api/simulator.ts'
import type { Person } from '../api/types.ts'
import { useSettings } from '../app/settings.tsx'
import { Button } from '../ui/button.tsx'
import { control, Field } from '../ui/field.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Segments } from '../ui/segments.tsx'
import { attempt } from '../ui/toast.ts'
import { madeUpName, madeUpPhone } from './made-up.ts'
import s from './person-form.module.css'

interface PersonFormProps {
  submit: string
  onCreated(person: Person): void
  children?: ReactNode
}

/** Name, number and language of a new person, all made up already; one press is enough. */
export function PersonForm({ submit, onCreated, children }: PersonFormProps) {
  const { words, lang } = useSettings()
  const id = useId()
  const [name, setName] = useState(() => madeUpName())
  const [phone, setPhone] = useState(() => madeUpPhone())
  const [language, setLanguage] = useState<'de' | 'en'>(lang)
  const [busy, setBusy] = useState(false)

  const create = async () => {
    setBusy(true)
    const person = await attempt(
      createPerson({ name: name.trim(), phone: phone.replace(/[^+\d]/g, ''), language }),
      words.unreachable,
    )
    setBusy(false)
    if (person) onCreated(person)
  }

  return (
    <form
      className={s.form}
      onSubmit={(event) => {
        event.preventDefault()
        void create()
      }}
    >
      <Field label={words.name} control={`${id}-name`}>
        <div className={control.row}>
          <input
            id={`${id}-name`}
            className={control.input}
            value={name}
            required
            maxLength={80}
            autoComplete="off"
            data-testid="person-name"
            onChange={(event) => setName(event.target.value)}
          />
          <IconButton label={`${words.name}: ${words.rollDice}`} onClick={() => setName(madeUpName())}>
            <IconDice3 size={20} />
          </IconButton>
        </div>
      </Field>
      <Field label={words.phoneNumber} control={`${id}-phone`} hint={words.phoneHint}>
        <div className={control.row}>
          <input
            id={`${id}-phone`}
            className={control.input}
            type="tel"
            value={phone}
            required
            pattern="\+[\d ]{7,20}"
            autoComplete="off"
            aria-describedby={`${id}-phone-hint`}
            data-testid="person-phone"
            onChange={(event) => setPhone(event.target.value)}
          />
          <IconButton
            label={`${words.phoneNumber}: ${words.rollDice}`}
            onClick={() => setPhone(madeUpPhone())}
          >
            <IconDice3 size={20} />
          </IconButton>
        </div>
      </Field>
      <Segments
        label={words.language}
        value={language}
        options={[
          { value: 'de', text: words.german },
          { value: 'en', text: words.english },
        ]}
        onChange={setLanguage}
      />
      <div className={s.actions}>
        {children}
        <Button type="submit" disabled={busy} data-testid="person-create">
          {submit}
        </Button>
      </div>
    </form>
  )
}
