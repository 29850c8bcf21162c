import { Button, Checkbox, NumberInput, Stack, Switch } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PrivacySettings } from '../../api/campaign-entities.ts'
import { useChange } from '../../api/use-api.ts'
import { useTopics } from '../../api/use-topics.ts'
import { Section } from '../../design/section.tsx'
import rights from './rights.module.css'

const mostYears = 10
/** § 7a (2) UWG: five years, and nothing less. */
const fewestCallsYears = 5

/** How long proof is kept (C-44), for which topics the law of calls counts too, and whether an erasure destroys it at once. */
export function ProofSpan({ settings }: { settings: PrivacySettings }) {
  const { t } = useTranslation('privacy')
  const { topics, topicName } = useTopics()
  const [years, setYears] = useState<number | string>(settings.proofYears)
  const [callsTopics, setCallsTopics] = useState<string[]>(settings.callsTopics)
  const [callsYears, setCallsYears] = useState<number | string>(settings.callsYears)
  const save = useChange(
    (client, body: Partial<PrivacySettings>) => client.PATCH('/api/v1/privacy/settings', { body }),
    { touches: [['privacy', 'settings']], done: t('keep.saved') },
  )
  const changed =
    years !== settings.proofYears ||
    callsYears !== settings.callsYears ||
    [...callsTopics].sort().join() !== [...settings.callsTopics].sort().join()
  return (
    <Section title={t('proof.title')} lead={t('proof.lead')}>
      <form
        className={rights.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (typeof years === 'number' && typeof callsYears === 'number')
            save.mutate({ proofYears: years, callsTopics, callsYears })
        }}
      >
        <NumberInput
          label={t('proof.years')}
          description={t('proof.yearsHint')}
          min={0}
          max={mostYears}
          allowDecimal={false}
          clampBehavior="blur"
          w="min(100%, 26rem)"
          value={years}
          onChange={setYears}
        />
        {topics.length > 0 && (
          <Checkbox.Group
            label={t('proof.calls')}
            description={t('proof.callsHint')}
            value={callsTopics}
            onChange={setCallsTopics}
          >
            <Stack gap="xs" mt="xs">
              {topics.map((topic) => (
                <Checkbox key={topic.id} value={topic.id} label={topicName(topic.id)} />
              ))}
            </Stack>
          </Checkbox.Group>
        )}
        {callsTopics.length > 0 && (
          <NumberInput
            label={t('proof.callsYears')}
            description={t('proof.callsYearsHint')}
            min={fewestCallsYears}
            max={mostYears}
            allowDecimal={false}
            clampBehavior="blur"
            w="min(100%, 26rem)"
            value={callsYears}
            onChange={setCallsYears}
          />
        )}
        {changed && (
          <div>
            <Button type="submit" variant="default" loading={save.isPending}>
              {t('keep.save')}
            </Button>
          </div>
        )}
        <Switch
          label={t('proof.shred')}
          description={t('proof.shredHint')}
          checked={settings.shredAtOnce}
          disabled={save.isPending}
          onChange={(event) => save.mutate({ shredAtOnce: event.currentTarget.checked })}
        />
      </form>
    </Section>
  )
}
