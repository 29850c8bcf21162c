import { Accordion, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Wording } from '../../api/entities.ts'
import { ToneBadge } from '../../design/state-badge.tsx'
import { DateTime } from '../../design/values.tsx'
import classes from './settings.module.css'

const hashShown = 16

/** Every published version of a text; none of them can ever be changed. */
export function WordingHistory({ versions }: { versions: Wording[] }) {
  const { t } = useTranslation('settings')
  if (versions.length === 0) return null
  return (
    <div>
      <Text size="sm" fw={580} mb="xs">
        {t('wording.history')}
      </Text>
      <Accordion variant="separated" radius="md" chevronPosition="left" order={3}>
        {versions.map((wording) => (
          <Accordion.Item key={wording.id} value={wording.id}>
            <Accordion.Control>
              <span className={classes.version}>
                <span className={classes.strong}>{t('wording.version', { version: wording.version })}</span>
                <Text span size="sm" c="dimmed">
                  <DateTime at={wording.publishedAt} />
                </Text>
                {wording.current && <ToneBadge tone="good">{t('wording.current')}</ToneBadge>}
              </span>
            </Accordion.Control>
            <Accordion.Panel>
              <Text size="sm" className={classes.pre} lang={wording.language}>
                {wording.body}
              </Text>
              <Text size="xs" c="dimmed" ff="monospace" mt="xs" title={wording.hash}>
                SHA-256 {wording.hash.slice(0, hashShown)}…
              </Text>
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </div>
  )
}
