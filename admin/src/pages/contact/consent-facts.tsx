import { Button, Collapse, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useDownload } from '../../api/download.ts'
import type { ConsentProof } from '../../api/entities.ts'
import { useBusiness } from '../../app/use-business.ts'
import { CopyField } from '../../design/copy-field.tsx'
import { AnchorLink } from '../../design/links.tsx'
import { MessageText } from '../../design/message-text.tsx'
import { useFormat } from '../../i18n/format.ts'
import classes from './contact.module.css'

/** Wording, source and the place in the ledger, with the proof to take along. */
export function ConsentFacts({ contactId, consent }: { contactId: string; consent: ConsentProof }) {
  const { t } = useTranslation('contact')
  const format = useFormat()
  const { slug, role } = useBusiness()
  const [wordingOpened, wordingToggle] = useDisclosure(false)
  const download = useDownload()
  const { wording, source, ledger } = consent
  const sealed = ledger && ledger.seq !== null
  // It names the person in full: for those who answer for the data.
  const mayProve = role === 'owner' || role === 'dpo'
  return (
    <>
      <dl className={classes.facts2}>
        {wording && (
          <div>
            <dt>{t('consents.wordingLabel')}</dt>
            <dd>
              {t('consents.wording', {
                version: wording.version,
                language: format.language(wording.language),
              })}{' '}
              <Button
                variant="transparent"
                size="compact-sm"
                aria-expanded={wordingOpened}
                onClick={wordingToggle.toggle}
              >
                {wordingOpened ? t('consents.hideWording') : t('consents.showWording')}
              </Button>
            </dd>
          </div>
        )}
        {source && (
          <div>
            <dt>{t('consents.source')}</dt>
            <dd>{source.name}</dd>
          </div>
        )}
        {ledger && (
          <div>
            <dt>{t('consents.ledger')}</dt>
            <dd>
              {ledger.seq === null
                ? t('consents.sealing')
                : t('consents.entry', { seq: format.number(ledger.seq) })}
            </dd>
          </div>
        )}
      </dl>
      {wording && (
        <Collapse expanded={wordingOpened}>
          <blockquote className={classes.wording} lang={wording.language}>
            <MessageText text={wording.body} />
          </blockquote>
        </Collapse>
      )}
      {sealed && (
        <div className={classes.proof}>
          {ledger.leafHash && <CopyField label={t('consents.leaf')} value={ledger.leafHash} />}
          {mayProve && (
            <Button
              variant="default"
              leftSection={<IconDownload size={16} />}
              loading={download.busy}
              onClick={() =>
                void download.save({
                  path: `/api/v1/contacts/${contactId}/consents/${consent.topicId}/${consent.channelId}/proof`,
                  name: 'proof.zip',
                })
              }
            >
              {t('consents.proof')}
            </Button>
          )}
          <Text size="sm" c="dimmed" className={classes.proofHint}>
            {mayProve && t('consents.proofHint')}{' '}
            <AnchorLink to="/b/$slug/privacy" params={{ slug }} size="sm" underline="always">
              {t('consents.verifyAll')}
            </AnchorLink>
          </Text>
        </div>
      )}
    </>
  )
}
