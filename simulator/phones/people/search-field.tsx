import { IconSearch } from '@tabler/icons-react'
import { useWords } from '../app/settings.tsx'
import s from './search-field.module.css'

interface SearchFieldProps {
  value: string
  onChange(value: string): void
}

/** Finds people by name or number. */
export function SearchField({ value, onChange }: SearchFieldProps) {
  const words = useWords()
  return (
    <div className={s.search}>
      <IconSearch size={17} aria-hidden="true" />
      <input
        type="search"
        value={value}
        placeholder={words.searchPeople}
        aria-label={words.searchPeople}
        data-testid="search"
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}
