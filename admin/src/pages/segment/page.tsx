import { Button, Skeleton, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useReducer, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Rules, Segment } from '../../api/entities.ts'
import { useApi, useChange } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { notifyProblem } from '../../design/notify.tsx'
import { PageHeader } from '../../design/page-header.tsx'
import { ToneBadge } from '../../design/state-badge.tsx'
import { Builder } from './builder.tsx'
import { CountPanel } from './count-panel.tsx'
import { draftOf, edit, incompleteIn, rulesOf } from './draft.ts'
import classes from './segment.module.css'

/** The address of a segment that does not exist yet. */
const fresh = 'new'
const noRules: Rules = { match: 'all', groups: [] }

export default function SegmentPage() {
  const { t } = useTranslation('segment')
  const api = useApi()
  const { slug } = useBusiness()
  const { id = fresh } = useParams({ strict: false })
  const back = { to: `/b/${slug}/segments`, label: t('back') }
  const segment = useQuery({
    ...api.query(['segments', id], (client, signal) =>
      client.GET('/api/v1/segments/{id}', { params: { path: { id } }, signal }),
    ),
    enabled: id !== fresh,
  })
  if (id === fresh) return <Editor key={fresh} segment={undefined} back={back} />
  if (segment.error && !segment.data) {
    return (
      <>
        <PageHeader title={t('back')} back={back} />
        <ErrorState error={segment.error} onRetry={() => void segment.refetch()} />
      </>
    )
  }
  if (!segment.data) return <Skeleton height="24rem" radius="lg" aria-label={t('loading')} role="status" />
  return <Editor key={id} segment={segment.data} back={back} />
}

interface EditorProps {
  segment: Segment | undefined
  back: { to: string; label: string }
}

/** Rules on the left, what they mean in people on the right. */
function Editor({ segment, back }: EditorProps) {
  const { t } = useTranslation('segment')
  const navigate = useNavigate()
  const { slug } = useBusiness()
  const [name, setName] = useState(segment?.name ?? '')
  const [draft, dispatch] = useReducer(edit, segment?.rules ?? noRules, (rules) =>
    draftOf(rules, () => crypto.randomUUID()),
  )
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [deleting, deletion] = useDisclosure(false)
  const rules = rulesOf(draft)
  const dirty =
    !segment || name.trim() !== segment.name || JSON.stringify(rules) !== JSON.stringify(segment.rules)

  const save = useChange(
    (client) =>
      segment
        ? client.PATCH('/api/v1/segments/{id}', {
            params: { path: { id: segment.id } },
            body: { name: name.trim(), rules },
          })
        : client.POST('/api/v1/segments', { body: { name: name.trim(), rules } }),
    {
      touches: [['segments']],
      done: segment ? t('saved') : t('created'),
      onDone: (saved) => {
        setErrors({})
        if (!segment)
          void navigate({ to: '/b/$slug/segments/$id', params: { slug, id: saved.id }, replace: true })
      },
      onProblem: (problem) => {
        setErrors(problem.fields)
        if (Object.keys(problem.fields).length === 0 || problem.code === 'special_category')
          notifyProblem(problem)
      },
    },
  )
  const remove = useChange(
    (client) => client.DELETE('/api/v1/segments/{id}', { params: { path: { id: segment?.id ?? '' } } }),
    {
      touches: [['segments', 'list']],
      done: t('deleted'),
      onDone: () => void navigate({ to: '/b/$slug/segments', params: { slug } }),
    },
  )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <PageHeader
        title={segment ? segment.name : t('newTitle')}
        lead={t('lead')}
        back={back}
        badge={segment && dirty && <ToneBadge tone="warn">{t('dirty')}</ToneBadge>}
        actions={
          <>
            {segment && (
              <Button variant="default" leftSection={<IconTrash size={16} />} onClick={deletion.open}>
                {t('delete')}
              </Button>
            )}
            <Button
              type="submit"
              loading={save.isPending}
              disabled={!dirty || !name.trim() || incompleteIn(draft) > 0}
            >
              {segment ? t('save') : t('create')}
            </Button>
          </>
        }
      />
      <div className={classes.layout}>
        <div className={classes.stack}>
          <TextInput
            label={t('name')}
            placeholder={t('namePlaceholder')}
            required
            maxLength={100}
            value={name}
            error={errors.name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Builder draft={draft} dispatch={dispatch} errors={errors} />
        </div>
        <CountPanel rules={rules} />
      </div>
      <ConfirmDialog
        opened={deleting}
        onClose={deletion.close}
        onConfirm={() => remove.mutate()}
        title={t('deleteTitle', { name: segment?.name ?? '' })}
        confirmLabel={t('delete')}
        danger
        loading={remove.isPending}
      >
        {t('deleteText')}
      </ConfirmDialog>
    </form>
  )
}
