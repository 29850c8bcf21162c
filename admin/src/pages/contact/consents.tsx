import { Accordion, Button, Text } from '@mantine/core'
import { IconDownload, IconMessageCircleHeart } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useDownload } from '../../api/download.ts'
import type { ContactCard } from '../../api/entities.ts'
import { useApi } from '../../api/use-api.ts'
import { useTopics } from '../../api/use-topics.ts'
import { useBusiness } from '../../app/use-business.ts'
import { EmptyState } from '../../design/empty-state.tsx'
import { ButtonLink } from '../../design/links.tsx'
import { Section } from '../../design/section.tsx'
import { StateBadge } from '../../design/state-badge.tsx'
import { useFormat } from '../../i18n/format.ts'
import { ConsentFacts } from './consent-facts.tsx'
import { ConsentStory } from './consent-story.tsx'
import classes from './contact.module.css'

/** One card per topic: the state in the head, the story and its proof inside. */
export function Consents({ contact }: { contact: ContactCard }) {
  const { t } = useTranslation('contact')
  const format = useFormat()
  const api = useApi()
  const { slug } = useBusiness()
  const { topics, topicName } = useTopics()
  const channels = useQuery(
    api.query(['channels'], (client, signal) => client.GET('/api/v1/channels', { signal })),
  )
  const several = (channels.data?.length ?? 0) > 1
  const channelName = (id: string) => channels.data?.find((channel) => channel.id === id)?.name ?? ''
  const asked = new Set(contact.consents.map((consent) => consent.topicId))
  const notAsked = topics.filter((topic) => !topic.archivedAt && !asked.has(topic.id))
  const keyOf = (consent: { topicId: string; channelId: string }) => `${consent.topicId}-${consent.channelId}`
  const first = contact.consents.find((consent) => consent.state === 'confirmed') ?? contact.consents[0]
  return (
    <Section
      flush
      title={t('consents.title')}
      lead={t('consents.lead')}
      aside={contact.consents.length > 1 && <AllProofs contactId={contact.id} />}
    >
      {contact.consents.length === 0 ? (
        <EmptyState
          compact
          icon={IconMessageCircleHeart}
          title={t('consents.none')}
          text={t('consents.noneText')}
          action={
            <ButtonLink variant="default" to="/b/$slug/sources" params={{ slug }}>
              {t('consents.noneAction')}
            </ButtonLink>
          }
        />
      ) : (
        <Accordion
          multiple
          defaultValue={first ? [keyOf(first)] : []}
          classNames={{ control: classes.control, content: classes.panel }}
        >
          {contact.consents.map((consent) => (
            <Accordion.Item key={keyOf(consent)} value={keyOf(consent)}>
              <Accordion.Control>
                <span className={classes.consentHead}>
                  <strong>{consent.topicName}</strong>
                  <StateBadge kind="consent" state={consent.state} />
                  <Text size="sm" c="dimmed" component="span">
                    {t('consents.sinceAt', { date: format.dateTime(consent.stateAt) })}
                    {several && ` ${t('consents.channel', { channel: channelName(consent.channelId) })}`}
                  </Text>
                </span>
              </Accordion.Control>
              <Accordion.Panel>
                <ConsentStory consent={consent} />
                <ConsentFacts contactId={contact.id} consent={consent} />
              </Accordion.Panel>
            </Accordion.Item>
          ))}
        </Accordion>
      )}
      {contact.consents.length > 0 && notAsked.length > 0 && (
        <Text size="sm" c="dimmed" className={classes.notAsked}>
          {t('consents.notAsked', { topics: notAsked.map((topic) => topicName(topic.id)).join(', ') })}
        </Text>
      )}
    </Section>
  )
}

/** One file for every consent of the person; it names them in full: for those who answer for the data. */
function AllProofs({ contactId }: { contactId: string }) {
  const { t } = useTranslation('contact')
  const { role } = useBusiness()
  const { save, busy } = useDownload()
  if (role !== 'owner' && role !== 'dpo') return null
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={16} />}
      loading={busy}
      onClick={() => void save({ path: `/api/v1/contacts/${contactId}/proof`, name: 'proof.zip' })}
    >
      {t('consents.proofAll')}
    </Button>
  )
}
