import { Title } from '@mantine/core'
import { IconCheck, IconMinus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Section } from '../../design/section.tsx'
import classes from './privacy.module.css'

/** What the ledger proves and what it does not; said before anybody relies on more. */
export function Proves() {
  const { t } = useTranslation('privacy')
  const yes = t('proves.yes', { returnObjects: true })
  const no = t('proves.no', { returnObjects: true })
  return (
    <Section>
      <div className={classes.proves}>
        <div>
          <Title order={2}>{t('proves.title')}</Title>
          <ul data-kind="yes">
            {yes.map((line) => (
              <li key={line}>
                <IconCheck size={16} stroke={2.2} aria-hidden />
                {line}
              </li>
            ))}
          </ul>
        </div>
        <div>
          <Title order={2}>{t('proves.noTitle')}</Title>
          <ul data-kind="no">
            {no.map((line) => (
              <li key={line}>
                <IconMinus size={16} stroke={2.2} aria-hidden />
                {line}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </Section>
  )
}
