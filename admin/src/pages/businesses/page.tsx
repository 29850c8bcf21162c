import { Button, Collapse, Stack, Text, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconBuildings, IconDoorEnter, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useRouteContext } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Door } from '../../app/frame/door.tsx'
import { signOut } from '../../app/session.ts'
import { EmptyState } from '../../design/empty-state.tsx'
import { EntryLink, EntryList } from '../../design/entry-list.tsx'
import { StateBadge, ToneBadge } from '../../design/state-badge.tsx'
import { admissionsQuery } from '../admissions/queries.ts'
import { AdmitForm } from './admit-form.tsx'
import classes from './businesses.module.css'

/** Choice of business; the operator admits new ones here. */
export default function BusinessesPage() {
  const { t } = useTranslation(['businesses', 'design'])
  const { me } = useRouteContext({ from: '/businesses' })
  const [admitting, { toggle }] = useDisclosure(me.account.operator && me.businesses.length === 0)
  return (
    <Door title={t('title')} lead={t('lead', { name: me.account.name })}>
      <Stack gap="md">
        {me.businesses.length === 0 && !me.account.operator && (
          <EmptyState compact icon={IconBuildings} title={t('noneTitle')} text={t('noneText')} />
        )}
        {me.businesses.length > 0 && (
          <EntryList>
            {me.businesses.map((business) => (
              <li key={business.id}>
                <EntryLink
                  to="/b/$slug"
                  params={{ slug: business.slug }}
                  title={business.name}
                  badge={<StateBadge kind="business" state={business.state} />}
                >
                  <Text span size="sm" c="dimmed">
                    {t(`design:role.${business.role}`)}
                  </Text>
                </EntryLink>
              </li>
            ))}
          </EntryList>
        )}
        {me.account.operator && (
          <>
            <Button
              component={Link}
              to="/admissions"
              variant="default"
              leftSection={<IconDoorEnter size={16} />}
              rightSection={<Waiting />}
            >
              {t('admissions')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconPlus size={16} />}
              onClick={toggle}
              aria-expanded={admitting}
            >
              {t('admit')}
            </Button>
            <Collapse expanded={admitting}>
              <AdmitForm />
            </Collapse>
          </>
        )}
        <UnstyledButton className={classes.out} onClick={() => void signOut()}>
          {t('signOut')}
        </UnstyledButton>
      </Stack>
    </Door>
  )
}

/** How many wait for the operator. */
function Waiting() {
  const { t, i18n } = useTranslation('businesses')
  const list = useQuery(admissionsQuery(i18n.language))
  const count = list.data?.filter(({ state }) => state === 'applied').length ?? 0
  return count > 0 && <ToneBadge tone="info">{t('waiting', { count })}</ToneBadge>
}
