import { Anchor, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ConsentProof } from '../../api/entities.ts'
import { ChatBubble } from '../../design/chat-bubble.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './contact.module.css'

/** Both halves of an opt-in as they happened: what the person wrote, what we asked, what they tapped. */
export function ConsentStory({ consent }: { consent: ConsentProof }) {
  const { t } = useTranslation('contact')
  const format = useFormat()
  const { firstHalf, secondHalf } = consent
  const waiting = consent.state === 'requested' || consent.state === 'pending'
  return (
    <ol className={classes.story}>
      <li>
        <Text className={classes.stepHead}>
          <strong>{t('consents.first')}</strong>
          {firstHalf?.sourceName && ` ${t('consents.firstVia', { source: firstHalf.sourceName })}`}
          {firstHalf && <span>{format.dateTime(firstHalf.at)}</span>}
        </Text>
        {firstHalf ? (
          <div className={classes.paper}>
            <ChatBubble direction="in" text={firstHalf.text} at={firstHalf.at} />
          </div>
        ) : (
          <Text size="sm" c="dimmed">
            {t('consents.noFirst')}
          </Text>
        )}
        {firstHalf?.pageUrl && (
          <Text size="sm" c="dimmed" className={classes.shownOn}>
            {t('consents.firstPage')}{' '}
            <Anchor href={firstHalf.pageUrl} target="_blank" rel="noreferrer" size="sm" underline="always">
              {firstHalf.pageUrl.replace(/^https?:\/\//, '')}
            </Anchor>
          </Text>
        )}
      </li>
      {secondHalf ? (
        <li>
          <Text className={classes.stepHead}>
            <strong>{t('consents.question')}</strong>
            <span>{format.dateTime(secondHalf.at)}</span>
          </Text>
          <div className={classes.paper}>
            <ChatBubble direction="out" text={secondHalf.questionText} at={secondHalf.at} />
            <ChatBubble
              direction="in"
              text={secondHalf.answer}
              at={secondHalf.at}
              label={t('consents.answer')}
            />
          </div>
        </li>
      ) : (
        <li data-open>
          <Text className={classes.stepHead}>
            <strong>{t('consents.question')}</strong>
          </Text>
          <Text size="sm" c="dimmed">
            {waiting ? t('consents.waiting') : t('consents.noAnswer')}
          </Text>
        </li>
      )}
    </ol>
  )
}
