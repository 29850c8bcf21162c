import { useBlocker } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Template, TemplateDraft } from '../../api/campaign-entities.ts'
import type { Channel } from '../../api/entities.ts'
import { useBusiness } from '../../app/use-business.ts'
import { PageHeader } from '../../design/page-header.tsx'
import { PhonePreview } from '../../design/phone-preview.tsx'
import { StateBadge } from '../../design/state-badge.tsx'
import { useFormat } from '../../i18n/format.ts'
import { Actions } from './actions.tsx'
import { draftOf, newDraft, tidy } from './draft.ts'
import { Fields } from './fields.tsx'
import { FindingsList } from './findings-list.tsx'
import { StateNotice } from './state-notice.tsx'
import classes from './template.module.css'
import { useFindings } from './use-findings.ts'
import { WhereUsed } from './where-used.tsx'

interface EditorProps {
  /** Undefined: a template that does not exist yet. */
  template: Template | undefined
  channels: Channel[]
  /** The language a new template starts in. */
  language: string
}

const free: readonly Template['state'][] = ['draft', 'rejected']
const changeable: readonly Template['state'][] = ['approved', 'paused']

/** Form, phone and findings. Without changes it follows the template, so that a verdict of Meta shows at once. */
export function Editor({ template, channels, language }: EditorProps) {
  const { t } = useTranslation('template')
  const format = useFormat()
  const { slug } = useBusiness()
  const [changes, setChanges] = useState<TemplateDraft>()
  const [unlocked, setUnlocked] = useState(false)
  const [touched, setTouched] = useState(Boolean(template))
  const known = template && draftOf(template)
  const draft = changes ?? known ?? newDraft(channels[0]?.id ?? '', language)
  const editable = !template || free.includes(template.state) || unlocked
  const dirty = Boolean(changes) && JSON.stringify(tidy(draft)) !== JSON.stringify(known && tidy(known))
  const findings = useFindings(draft, editable)
  const list = editable ? findings.data?.findings : undefined
  const errorAt = (where: string) =>
    touched ? list?.find((each) => each.severity === 'error' && each.where === where)?.message : undefined
  const forget = () => {
    setChanges(undefined)
    setUnlocked(false)
  }
  useBlocker({
    shouldBlockFn: () => dirty && !window.confirm(t('leave')),
    enableBeforeUnload: () => dirty,
    disabled: !dirty,
  })

  return (
    <>
      <PageHeader
        title={template?.name ?? t('newTitle')}
        badge={template && <StateBadge kind="template" state={template.state} />}
        lead={
          template
            ? t('lead', { language: format.language(template.language.replace('_', '-')) })
            : t('newLead')
        }
        back={{ to: `/b/${slug}/templates`, label: t('back') }}
        actions={
          <Actions
            template={template}
            draft={draft}
            dirty={dirty}
            editable={editable}
            changeable={Boolean(template && changeable.includes(template.state))}
            ready={Boolean(list && !findings.isFetching && list.every((each) => each.severity !== 'error'))}
            onUnlock={() => setUnlocked(true)}
            onSaved={forget}
            onRefused={() => setTouched(true)}
          />
        }
      />
      <div className={classes.page}>
        {template && !unlocked && <StateNotice template={template} />}
        <div className={classes.editor}>
          <div className={classes.form}>
            <Fields
              draft={draft}
              onChange={(next) => {
                setChanges(next)
                if (next.content.body) setTouched(true)
              }}
              channels={channels}
              fixed={unlocked || Boolean(template?.submittedAt)}
              readOnly={!editable}
              errorAt={errorAt}
            />
            {template && <WhereUsed templateId={template.id} usedBy={template.usedBy} />}
          </div>
          <div className={classes.side}>
            <Phone draft={draft} channels={channels} />
            {editable && <FindingsList findings={list} checking={findings.isFetching} />}
          </div>
        </div>
      </div>
    </>
  )
}

function Phone({ draft, channels }: { draft: TemplateDraft; channels: Channel[] }) {
  const { name } = useBusiness()
  const { header } = draft.content
  const channel = channels.find((each) => each.id === draft.channelId)
  // Half an address would show a broken picture while it is typed.
  const typing = header?.format === 'image' && !/^https?:\/\/[^/]+\/./.test(header.url)
  const content = typing ? { ...draft.content, header: { format: 'image' as const, url: '' } } : draft.content
  return <PhonePreview sender={channel?.verifiedName || name} content={content} />
}
