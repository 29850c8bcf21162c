import { ActionIcon, Button, Select, Text, Tooltip } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconTrash, IconUserPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Member, Role } from '../../api/entities.ts'
import { useApi, useChange } from '../../api/use-api.ts'
import { useBusiness, useMe } from '../../app/use-business.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { KeysetTable } from '../../design/keyset-table.tsx'
import { Section } from '../../design/section.tsx'
import { DateTime } from '../../design/values.tsx'
import { wholeList } from '../../design/whole-list.ts'
import { Invitations } from './invitations.tsx'
import { InviteSheet } from './invite-sheet.tsx'
import { roles } from './roles.ts'
import classes from './settings.module.css'

export default function MembersSettings() {
  const { t } = useTranslation(['settings', 'design'])
  const api = useApi()
  const { role } = useBusiness()
  const { account } = useMe()
  const [inviting, invite] = useDisclosure(false)
  const [leaving, setLeaving] = useState<Member>()
  const members = useQuery(
    api.query(['members'], (client, signal) => client.GET('/api/v1/members', { signal })),
  )
  const change = useChange(
    (client, { id, role }: { id: string; role: Role }) =>
      client.PATCH('/api/v1/members/{id}', { params: { path: { id } }, body: { role } }),
    { touches: [['members']], done: t('members.changed') },
  )
  const remove = useChange(
    (client, id: string) => client.DELETE('/api/v1/members/{id}', { params: { path: { id } } }),
    { touches: [['members']], done: t('members.removed'), onDone: () => setLeaving(undefined) },
  )
  const owner = role === 'owner'
  return (
    <>
      <Section
        flush
        title={t('members.title')}
        lead={t('members.lead')}
        aside={
          owner && (
            <Button size="xs" leftSection={<IconUserPlus size={15} />} onClick={invite.open}>
              {t('members.invite')}
            </Button>
          )
        }
      >
        <KeysetTable<Member>
          label={t('members.title')}
          query={wholeList(members)}
          empty={null}
          columns={[
            {
              key: 'name',
              header: t('members.name'),
              cell: (member) => (
                <>
                  <div className={classes.strong}>{member.name}</div>
                  <Text size="sm" c="dimmed" className={classes.wrap}>
                    {member.email}
                  </Text>
                </>
              ),
            },
            {
              key: 'role',
              header: t('members.role'),
              cell: (member) =>
                owner ? (
                  <Select
                    size="xs"
                    w={{ base: '7.5rem', sm: '11rem' }}
                    aria-label={t('members.roleOf', { name: member.name })}
                    value={member.role}
                    data={roles.map((value) => ({ value, label: t(`design:role.${value}`) }))}
                    onChange={(value) => value && change.mutate({ id: member.id, role: value as Role })}
                  />
                ) : (
                  t(`design:role.${member.role}`)
                ),
            },
            {
              key: 'since',
              header: t('members.since'),
              from: 'md',
              cell: (member) => <DateTime at={member.createdAt} only="date" />,
            },
            {
              key: 'remove',
              header: '',
              align: 'right',
              width: '3.5rem',
              cell: (member) =>
                owner &&
                member.email !== account.email && (
                  <Tooltip label={t('members.remove')}>
                    <ActionIcon
                      aria-label={t('members.removeOf', { name: member.name })}
                      onClick={() => setLeaving(member)}
                    >
                      <IconTrash size={16} stroke={1.7} />
                    </ActionIcon>
                  </Tooltip>
                ),
            },
          ]}
        />
      </Section>
      {owner && <Invitations />}
      <Section title={t('members.rolesTitle')}>
        <dl className={classes.roles}>
          {roles.map((one) => (
            <div key={one}>
              <dt>{t(`design:role.${one}`)}</dt>
              <dd>{t(`members.about.${one}`)}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <InviteSheet opened={inviting} onClose={invite.close} />
      <ConfirmDialog
        opened={leaving !== undefined}
        onClose={() => setLeaving(undefined)}
        onConfirm={() => leaving && remove.mutate(leaving.id)}
        title={t('members.removeTitle', { name: leaving?.name ?? '' })}
        confirmLabel={t('members.remove')}
        danger
        loading={remove.isPending}
      >
        {t('members.removeText')}
      </ConfirmDialog>
    </>
  )
}
