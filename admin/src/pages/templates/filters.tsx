import { Select, TextInput } from '@mantine/core'
import { IconSearch, IconSortDescending } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFilter } from '../../app/use-filter.ts'
import { useFormat } from '../../i18n/format.ts'
import { type GroupFilter, type Sorting, sortings } from './group.ts'
import classes from './templates.module.css'

const states = [
  'draft',
  'pending',
  'approved',
  'rejected',
  'paused',
  'disabled',
  'in_appeal',
  'limit_exceeded',
  'archived',
] as const
const categories = ['marketing', 'utility'] as const
const qualities = ['GREEN', 'YELLOW', 'RED', 'UNKNOWN'] as const

type Setters = Record<keyof GroupFilter | 'sort', (value: string | null | undefined) => void>

/** What the address says about the list. */
export function useListFilter(): { filter: GroupFilter; sorting: Sorting; set: Setters } {
  const [search, setSearch] = useFilter('q')
  const [state, setState] = useFilter('state')
  const [language, setLanguage] = useFilter('language')
  const [category, setCategory] = useFilter('category')
  const [quality, setQuality] = useFilter('quality')
  const [sort, setSort] = useFilter('sort')
  return {
    filter: { search, state, language, category, quality },
    sorting: sortings.find((each) => each === sort) ?? 'changed',
    set: {
      search: setSearch,
      state: setState,
      language: setLanguage,
      category: setCategory,
      quality: setQuality,
      sort: setSort,
    },
  }
}

interface FiltersProps {
  filter: GroupFilter
  sorting: Sorting
  set: Setters
  /** Languages that there are. */
  languages: readonly string[]
}

export function Filters({ filter, sorting, set, languages }: FiltersProps) {
  const { t } = useTranslation(['templates', 'design'])
  const format = useFormat()
  const choice = (
    key: 'state' | 'language' | 'category' | 'quality',
    label: string,
    all: string,
    data: { value: string; label: string }[],
  ) => (
    <Select
      aria-label={label}
      placeholder={all}
      clearable
      clearButtonProps={{ 'aria-label': t('clear') }}
      value={filter[key] ?? null}
      onChange={set[key]}
      data={data}
    />
  )
  return (
    <div className={classes.filters}>
      <TextInput
        className={classes.search}
        leftSection={<IconSearch size={16} aria-hidden />}
        aria-label={t('search')}
        placeholder={t('search')}
        value={filter.search ?? ''}
        onChange={(event) => set.search(event.currentTarget.value)}
      />
      {choice(
        'state',
        t('stateFilter'),
        t('allStates'),
        states.map((value) => ({ value, label: t(`design:state.template.${value}`) })),
      )}
      {choice(
        'language',
        t('language'),
        t('allLanguages'),
        languages.map((value) => ({ value, label: format.language(value.replace('_', '-')) })),
      )}
      {choice(
        'category',
        t('category'),
        t('allCategories'),
        categories.map((value) => ({ value, label: t(`categories.${value}`) })),
      )}
      {choice(
        'quality',
        t('columns.quality'),
        t('allQualities'),
        qualities.map((value) => ({ value, label: t(`design:state.quality.${value}`) })),
      )}
      <Select
        aria-label={t('sort')}
        leftSection={<IconSortDescending size={16} aria-hidden />}
        value={sorting}
        onChange={(next) => set.sort(next === 'changed' ? null : next)}
        data={sortings.map((value) => ({ value, label: t(`sortings.${value}`) }))}
      />
    </div>
  )
}
