import { ActionIcon, Button, NumberInput, Progress, Select, Stack, Text, Tooltip } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { IconPigMoney, IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Budget, NewBudget } from '../../api/cost-entities.ts'
import { useApi, useChange } from '../../api/use-api.ts'
import { useCurrency } from '../../api/use-currency.ts'
import { useTopics } from '../../api/use-topics.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { EmptyState } from '../../design/empty-state.tsx'
import { KeysetTable } from '../../design/keyset-table.tsx'
import { Section } from '../../design/section.tsx'
import { SideSheet } from '../../design/side-sheet.tsx'
import { ToneBadge } from '../../design/state-badge.tsx'
import { wholeList } from '../../design/whole-list.ts'
import { useFormat } from '../../i18n/format.ts'
import { BillingForm } from './billing-form.tsx'
import classes from './settings.module.css'

const WARNED_AT = 0.8

/** What may be spent in a month or a year, and how Meta bills: the gate sends nothing beyond a budget. */
export default function BudgetSettings() {
  const { t } = useTranslation('settings')
  const api = useApi()
  const { topicName } = useTopics()
  const [adding, add] = useDisclosure(false)
  const [changing, setChanging] = useState<Budget>()
  const [leaving, setLeaving] = useState<string>()
  const budgets = useQuery(
    api.query(['budgets'], (client, signal) => client.GET('/api/v1/budgets', { signal })),
  )
  const remove = useChange(
    (client, id: string) => client.DELETE('/api/v1/budgets/{id}', { params: { path: { id } } }),
    { touches: [['budgets']], done: t('budgets.removed'), onDone: () => setLeaving(undefined) },
  )
  const nameOf = (budget: Budget) => (budget.topicId ? topicName(budget.topicId) : t('budgets.wholeBusiness'))
  return (
    <>
      <Section
        flush
        title={t('budgets.title')}
        lead={t('budgets.lead')}
        aside={
          <Button size="xs" leftSection={<IconPlus size={15} />} onClick={add.open}>
            {t('budgets.add')}
          </Button>
        }
      >
        <KeysetTable
          label={t('budgets.title')}
          query={wholeList(budgets)}
          onOpen={setChanging}
          empty={
            <EmptyState icon={IconPigMoney} title={t('budgets.emptyTitle')} text={t('budgets.emptyText')} />
          }
          columns={[
            {
              key: 'of',
              header: t('budgets.of'),
              cell: (budget) => (
                <>
                  <div className={classes.strong}>{nameOf(budget)}</div>
                  <Text size="xs" c="dimmed">
                    {t(`budgets.periods.${budget.period}`)}
                  </Text>
                </>
              ),
            },
            { key: 'used', header: t('budgets.used'), cell: (budget) => <Used budget={budget} /> },
            {
              key: 'remove',
              header: '',
              align: 'right',
              width: '3.5rem',
              cell: (budget) => (
                <Tooltip label={t('remove')}>
                  <ActionIcon
                    aria-label={t('budgets.removeOf', { name: nameOf(budget) })}
                    onClick={(event) => {
                      event.stopPropagation()
                      setLeaving(budget.id)
                    }}
                  >
                    <IconTrash size={16} stroke={1.7} />
                  </ActionIcon>
                </Tooltip>
              ),
            },
          ]}
        />
      </Section>
      <BillingForm />
      <ConfirmDialog
        opened={leaving !== undefined}
        onClose={() => setLeaving(undefined)}
        onConfirm={() => leaving && remove.mutate(leaving)}
        title={t('budgets.removeTitle')}
        confirmLabel={t('remove')}
        danger
        loading={remove.isPending}
      >
        {t('budgets.removeText')}
      </ConfirmDialog>
      <SideSheet
        opened={adding || changing !== undefined}
        onClose={() => {
          add.close()
          setChanging(undefined)
        }}
        title={t(changing ? 'budgets.change' : 'budgets.add')}
      >
        <BudgetForm
          key={changing?.id ?? 'new'}
          budget={changing}
          onClose={() => {
            add.close()
            setChanging(undefined)
          }}
        />
      </SideSheet>
    </>
  )
}

function Used({ budget }: { budget: Budget }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const share = budget.amount === 0 ? 1 : Math.max(0, budget.spent / budget.amount)
  const words = t('budgets.spentOf', {
    spent: format.money(budget.spent, budget.currency),
    amount: format.money(budget.amount, budget.currency),
  })
  const empty = budget.left <= 0
  return (
    <>
      <div className={classes.used}>
        <span className="tabular">{words}</span>
        {empty ? (
          <ToneBadge tone="bad">{t('budgets.empty')}</ToneBadge>
        ) : (
          share >= WARNED_AT && <ToneBadge tone="warn">{format.percent(share)}</ToneBadge>
        )}
      </div>
      <Progress
        mt={6}
        value={Math.min(100, share * 100)}
        color={empty ? 'red' : share >= WARNED_AT ? 'orange' : undefined}
        aria-label={words}
      />
    </>
  )
}

const WHOLE = 'whole'

function BudgetForm({ budget, onClose }: { budget: Budget | undefined; onClose: () => void }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const { topics, topicName } = useTopics()
  const currency = useCurrency()
  const form = useForm<{ of: string; period: NewBudget['period']; amount: number | string }>({
    initialValues: {
      of: budget?.topicId ?? WHOLE,
      period: budget?.period ?? 'month',
      amount: budget?.amount ?? '',
    },
  })
  const save = useChange((client, body: NewBudget) => client.PUT('/api/v1/budgets', { body }), {
    touches: [['budgets']],
    done: t('saved'),
    onDone: onClose,
    onProblem: (problem) => form.setErrors({ amount: problem.detail, ...problem.fields }),
  })
  return (
    <form
      onSubmit={form.onSubmit(({ of, period, amount }) =>
        save.mutate({ topicId: of === WHOLE ? null : of, period, amount: Number(amount) }),
      )}
    >
      <Stack>
        <Select
          label={t('budgets.of')}
          data={[
            { value: WHOLE, label: t('budgets.wholeBusiness') },
            ...topics.map(({ id }) => ({ value: id, label: topicName(id) })),
          ]}
          allowDeselect={false}
          disabled={budget !== undefined}
          {...form.getInputProps('of')}
        />
        <Select
          label={t('budgets.period')}
          description={t('budgets.periodHint')}
          data={(['month', 'year'] as const).map((value) => ({
            value,
            label: t(`budgets.periods.${value}`),
          }))}
          allowDeselect={false}
          disabled={budget !== undefined}
          {...form.getInputProps('period')}
        />
        <NumberInput
          label={t('budgets.amount')}
          description={t('budgets.amountHint')}
          suffix={` ${currency}`}
          decimalScale={2}
          decimalSeparator={format.locale === 'de-DE' ? ',' : '.'}
          thousandSeparator={format.locale === 'de-DE' ? '.' : ','}
          min={0}
          max={10_000_000}
          required
          withAsterisk={false}
          {...form.getInputProps('amount')}
        />
        <Button type="submit" loading={save.isPending}>
          {t('save')}
        </Button>
      </Stack>
    </form>
  )
}
