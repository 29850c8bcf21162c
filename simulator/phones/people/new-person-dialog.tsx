import type { Person } from '../api/types.ts'
import { useWords } from '../app/settings.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { PersonForm } from './person-form.tsx'

interface NewPersonDialogProps {
  onClose(): void
  onCreated(person: Person): void
}

/** Creates a person by hand. */
export function NewPersonDialog({ onClose, onCreated }: NewPersonDialogProps) {
  const words = useWords()
  return (
    <Dialog title={words.newPerson} onClose={onClose} data-testid="new-person-dialog">
      <PersonForm submit={words.create} onCreated={onCreated}>
        <Button look="soft" onClick={onClose}>
          {words.cancel}
        </Button>
      </PersonForm>
    </Dialog>
  )
}
