import { Accordion, Button, Group, SegmentedControl, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Wording } from '../../api/entities.ts'
import { useBusiness } from '../../app/use-business.ts'
import { ToneBadge } from '../../design/state-badge.tsx'
import { DateTime } from '../../design/values.tsx'
import { useFormat } from '../../i18n/format.ts'
import { InvalidateDialog } from './invalidate-dialog.tsx'
import { InvalidationSheet } from './invalidation-sheet.tsx'
import classes from './settings.module.css'
import { WordingDiff } from './wording-diff.tsx'

const hashShown = 16

/** Every published version of a text, newest first; none of them can ever be changed. */
export function WordingHistory({ versions }: { versions: Wording[] }) {
  const { t } = useTranslation('settings')
  if (versions.length === 0) return null
  return (
    <div>
      <Text size="sm" fw={580} mb="xs">
        {t('wording.history')}
      </Text>
      <Accordion variant="separated" radius="md" chevronPosition="left" order={3}>
        {versions.map((wording, index) => (
          <Accordion.Item key={wording.id} value={wording.id}>
            <Accordion.Control>
              <span className={classes.version}>
                <span className={classes.strong}>{t('wording.version', { version: wording.version })}</span>
                <Text span size="sm" c="dimmed">
                  <DateTime at={wording.publishedAt} />
                </Text>
                {wording.current && <ToneBadge tone="good">{t('wording.current')}</ToneBadge>}
                {wording.material && <ToneBadge tone="warn">{t('wording.material')}</ToneBadge>}
                {wording.invalidatedAt && <ToneBadge tone="bad">{t('wording.invalid')}</ToneBadge>}
              </span>
            </Accordion.Control>
            <Accordion.Panel>
              <Version wording={wording} before={versions[index + 1]} />
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </div>
  )
}

function Version({ wording, before }: { wording: Wording; before: Wording | undefined }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const { role } = useBusiness()
  const [view, setView] = useState<string>('text')
  const [asking, ask] = useDisclosure(false)
  const [reading, read] = useDisclosure(false)
  const mayInvalidate = role === 'owner' || role === 'dpo'
  return (
    <Stack gap="xs">
      {before && (
        <SegmentedControl
          size="xs"
          value={view}
          onChange={setView}
          aria-label={t('wording.view')}
          className={classes.view}
          data={[
            { value: 'text', label: t('wording.text') },
            { value: 'diff', label: t('wording.diff', { version: before.version }) },
          ]}
        />
      )}
      {before && view === 'diff' ? (
        <WordingDiff before={before} after={wording} />
      ) : (
        <Text size="sm" className={classes.pre} lang={wording.language}>
          {wording.body}
        </Text>
      )}
      {wording.change && (
        <Text size="sm">
          <strong>{t('wording.whatIsNew')}</strong> {wording.change}
          {wording.superseded > 0 && (
            <>
              {' '}
              {t('wording.putOutOfScope', {
                count: wording.superseded,
                number: format.number(wording.superseded),
              })}
            </>
          )}
        </Text>
      )}
      <Text size="xs" c="dimmed" ff="monospace" title={wording.hash}>
        SHA-256 {wording.hash.slice(0, hashShown)}…
      </Text>
      <Group gap="xs">
        {wording.invalidatedAt ? (
          <Button size="compact-sm" variant="default" onClick={read.open}>
            {t('wording.report')}
          </Button>
        ) : (
          mayInvalidate && (
            <Button size="compact-sm" variant="subtle" color="red" onClick={ask.open}>
              {t('wording.invalidate')}
            </Button>
          )
        )}
      </Group>
      <InvalidateDialog wording={wording} opened={asking} onClose={ask.close} onDone={read.open} />
      <InvalidationSheet wording={wording} opened={reading} onClose={read.close} />
    </Stack>
  )
}
