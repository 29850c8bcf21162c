import { Button, Checkbox, Select } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LibraryEntry, Template } from '../../api/campaign-entities.ts'
import type { Channel } from '../../api/entities.ts'
import { useChange } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { useFormat } from '../../i18n/format.ts'
import classes from './library.module.css'

interface UseEntryProps {
  entry: LibraryEntry
  /** The one being looked at is chosen until a person chooses others. */
  language: LibraryEntry['language']
  channels: readonly Channel[]
}

/** Makes drafts of a ready-made template, one for each language chosen, all under the same name. */
export function UseEntry({ entry, language, channels }: UseEntryProps) {
  const { t } = useTranslation('templates')
  const format = useFormat()
  const { slug } = useBusiness()
  const navigate = useNavigate()
  const [ticked, setTicked] = useState<LibraryEntry['language'][]>()
  const chosen = ticked ?? [language]
  const [wanted, setWanted] = useState<string>()
  const channelId = wanted ?? channels[0]?.id ?? ''
  const make = useChange(
    async (client) => {
      const made: Template[] = []
      for (const each of entry.languages.filter((known) => chosen.includes(known))) {
        const { data } = await client.POST('/api/v1/templates/library/{key}', {
          params: { path: { key: entry.key } },
          // The first draft finds a free name; the others follow it, so that the languages stay together.
          body: { channelId, language: each, ...(made[0] ? { name: made[0].name } : {}) },
        })
        if (data) made.push(data)
      }
      return { data: made }
    },
    {
      touches: [['templates']],
      done: (made) => t('library.made', { count: made.length }),
      onDone: ([first]) => {
        if (first) void navigate({ to: '/b/$slug/templates/$id', params: { slug, id: first.id } })
      },
    },
  )
  return (
    <div className={classes.use}>
      <Checkbox.Group
        label={t('library.languages')}
        value={chosen}
        onChange={(next) => setTicked(entry.languages.filter((each) => next.includes(each)))}
      >
        <div className={classes.languages}>
          {entry.languages.map((each) => (
            <Checkbox key={each} value={each} label={format.language(each)} />
          ))}
        </div>
      </Checkbox.Group>
      {channels.length > 1 && (
        <Select
          label={t('library.channel')}
          value={channelId}
          onChange={(next) => next && setWanted(next)}
          data={channels.map((channel) => ({ value: channel.id, label: channel.name }))}
        />
      )}
      <Button
        disabled={chosen.length === 0 || !channelId}
        loading={make.isPending}
        onClick={() => make.mutate()}
      >
        {t('library.use', { count: chosen.length })}
      </Button>
    </div>
  )
}
