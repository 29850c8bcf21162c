import { ActionIcon, Button, SegmentedControl, Text } from '@mantine/core'
import { IconFolderPlus, IconPlus, IconTrash } from '@tabler/icons-react'
import { type Dispatch, Fragment, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Section } from '../../design/section.tsx'
import { type Draft, type DraftGroup, type Edit, incompleteIn, rulesOf } from './draft.ts'
import { RuleRow } from './rule-row.tsx'
import classes from './segment.module.css'
import { useSegmentText } from './use-segment-text.ts'

interface BuilderProps {
  draft: Draft
  dispatch: Dispatch<Edit>
  /** The server's refusals by place, for example `rules.groups.0.rules.1`. */
  errors: Record<string, string>
}

/** Groups of rules on two levels of all/any, with the plain sentence below. */
export function Builder({ draft, dispatch, errors }: BuilderProps) {
  const { t } = useTranslation('segment')
  const text = useSegmentText()
  const fresh = useRef<string>(undefined)
  const addButton = useRef<HTMLButtonElement>(null)
  const groups = useRef(draft.groups.length)
  const incomplete = incompleteIn(draft)
  // A group that vanishes takes the focus with it; whoever works by keyboard goes on from here.
  useEffect(() => {
    if (draft.groups.length < groups.current && document.activeElement === document.body) {
      addButton.current?.focus()
    }
    groups.current = draft.groups.length
  }, [draft.groups.length])
  const newId = () => {
    const id = crypto.randomUUID()
    fresh.current = id
    return id
  }
  const addGroup = () => dispatch({ do: 'addGroup', id: crypto.randomUUID(), ruleId: newId() })
  return (
    <Section title={t('rules.title')}>
      {draft.groups.length > 1 && (
        <div className={classes.match}>
          <Text size="sm">{t('rules.match')}</Text>
          <SegmentedControl
            size="xs"
            aria-label={t('rules.match')}
            value={draft.match}
            onChange={(value) => dispatch({ do: 'match', match: value === 'any' ? 'any' : 'all' })}
            data={[
              { value: 'all', label: t('rules.matchAll') },
              { value: 'any', label: t('rules.matchAny') },
            ]}
          />
        </div>
      )}
      {draft.groups.length === 0 && (
        <div className={classes.noRules}>
          <Text size="sm" c="dimmed">
            {t('rules.everybody')}
          </Text>
          <Button ref={addButton} leftSection={<IconPlus size={16} />} onClick={addGroup}>
            {t('rules.start')}
          </Button>
        </div>
      )}
      {draft.groups.map((group, index) => (
        <Fragment key={group.id}>
          {index > 0 && (
            <div className={classes.between} aria-hidden>
              {t(draft.match === 'all' ? 'rules.and' : 'rules.or')}
            </div>
          )}
          <Group
            group={group}
            number={index + 1}
            several={draft.groups.length > 1}
            dispatch={dispatch}
            newId={newId}
            fresh={fresh.current}
            errorAt={(rule) => errors[`rules.groups.${index}.rules.${rule}`]}
          />
        </Fragment>
      ))}
      {draft.groups.length > 0 && (
        <Button
          ref={addButton}
          variant="subtle"
          mt="sm"
          leftSection={<IconFolderPlus size={16} />}
          onClick={addGroup}
        >
          {t('rules.addGroup')}
        </Button>
      )}
      <p className={classes.sentence}>{text.whole(rulesOf(draft))}</p>
      {incomplete > 0 && (
        <Text size="sm" className={classes.incomplete}>
          {t('rules.incomplete', { count: incomplete })}
        </Text>
      )}
    </Section>
  )
}

interface GroupProps {
  group: DraftGroup
  number: number
  several: boolean
  dispatch: Dispatch<Edit>
  newId: () => string
  fresh: string | undefined
  errorAt: (rule: number) => string | undefined
}

function Group({ group, number, several, dispatch, newId, fresh, errorAt }: GroupProps) {
  const { t } = useTranslation('segment')
  const addButton = useRef<HTMLButtonElement>(null)
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{t('rules.group', { number })}</legend>
      <div className={classes.groupHead}>
        {group.rules.length > 1 && (
          <SegmentedControl
            size="xs"
            aria-label={t('rules.groupMatch')}
            value={group.match}
            onChange={(value) =>
              dispatch({ do: 'groupMatch', group: group.id, match: value === 'any' ? 'any' : 'all' })
            }
            data={[
              { value: 'all', label: t('rules.groupAll') },
              { value: 'any', label: t('rules.groupAny') },
            ]}
          />
        )}
        {several && (
          <ActionIcon
            className={classes.removeGroup}
            aria-label={t('rules.removeGroup', { number })}
            onClick={() => dispatch({ do: 'removeGroup', group: group.id })}
          >
            <IconTrash size={16} stroke={1.7} />
          </ActionIcon>
        )}
      </div>
      <ul className={classes.rules}>
        {group.rules.map((one, index) => (
          <RuleRow
            key={one.id}
            rule={one.rule}
            fresh={one.id === fresh}
            error={errorAt(index)}
            onChange={(rule) => dispatch({ do: 'change', group: group.id, ruleId: one.id, rule })}
            onRemove={() => {
              addButton.current?.focus()
              dispatch({ do: 'removeRule', group: group.id, ruleId: one.id })
            }}
          />
        ))}
      </ul>
      <Button
        ref={addButton}
        variant="default"
        size="xs"
        leftSection={<IconPlus size={15} />}
        onClick={() => dispatch({ do: 'addRule', group: group.id, ruleId: newId() })}
      >
        {t('rules.add')}
      </Button>
    </fieldset>
  )
}
