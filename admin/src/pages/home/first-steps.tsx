import { Button } from '@mantine/core'
import { IconDeviceMobile, IconQrcode, IconSend, IconTemplate } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useBusiness, useMe } from '../../app/use-business.ts'
import { ButtonLink } from '../../design/links.tsx'
import { Section } from '../../design/section.tsx'
import classes from './home.module.css'

/** Shown until the first person said yes: the way there, in order. */
export function FirstSteps() {
  const { t } = useTranslation('home')
  const { slug } = useBusiness()
  const { demo } = useMe()
  return (
    <Section title={t('first.title')} lead={t('first.lead')}>
      <ol className={classes.steps}>
        {demo && (
          <li className={classes.step}>
            <IconDeviceMobile size={26} stroke={1.5} aria-hidden />
            <strong>{t('first.demo')}</strong>
            <p>{t('first.demoText')}</p>
            <Button component="a" href={demo.shopUrl} target="_blank" size="xs">
              {t('first.demoGo')}
            </Button>
          </li>
        )}
        <li className={classes.step}>
          <IconQrcode size={26} stroke={1.5} aria-hidden />
          <strong>{t('first.source')}</strong>
          <p>{t('first.sourceText')}</p>
          <ButtonLink to="/b/$slug/sources" params={{ slug }} size="xs" variant="default">
            {t('first.sourceGo')}
          </ButtonLink>
        </li>
        <li className={classes.step}>
          <IconTemplate size={26} stroke={1.5} aria-hidden />
          <strong>{t('first.template')}</strong>
          <p>{t('first.templateText')}</p>
          <ButtonLink to="/b/$slug/templates" params={{ slug }} size="xs" variant="default">
            {t('first.templateGo')}
          </ButtonLink>
        </li>
        <li className={classes.step}>
          <IconSend size={26} stroke={1.5} aria-hidden />
          <strong>{t('first.campaign')}</strong>
          <p>{t('first.campaignText')}</p>
          <ButtonLink to="/b/$slug/campaigns/new" params={{ slug }} size="xs" variant="default">
            {t('first.campaignGo')}
          </ButtonLink>
        </li>
      </ol>
    </Section>
  )
}
