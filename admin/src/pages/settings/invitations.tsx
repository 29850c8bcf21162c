import { Button, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi, useChange } from '../../api/use-api.ts'
import { Section } from '../../design/section.tsx'
import { Relative } from '../../design/values.tsx'
import classes from './settings.module.css'

/** Invitations that nobody has accepted yet; nothing is shown when there are none. */
export function Invitations() {
  const { t } = useTranslation(['settings', 'design'])
  const api = useApi()
  const open = useQuery(
    api.query(['invitations'], (client, signal) => client.GET('/api/v1/invitations', { signal })),
  )
  const revoke = useChange(
    (client, id: string) => client.DELETE('/api/v1/invitations/{id}', { params: { path: { id } } }),
    { touches: [['invitations']], done: t('members.revoked') },
  )
  if (!open.data || open.data.length === 0) return null
  return (
    <Section title={t('members.open')}>
      <ul className={classes.plain}>
        {open.data.map((invitation) => (
          <li key={invitation.id} className={classes.line}>
            <div>
              <div className={classes.strong}>{invitation.email}</div>
              <Text size="sm" c="dimmed">
                {t(`design:role.${invitation.role}`)} · {t('members.expires')}{' '}
                <Relative at={invitation.expiresAt} />
              </Text>
            </div>
            <Button variant="default" size="xs" onClick={() => revoke.mutate(invitation.id)}>
              {t('members.revoke')}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  )
}
