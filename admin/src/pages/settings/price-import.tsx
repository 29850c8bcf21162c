import { Alert, Button, FileInput, Group, List, Stack, Table, Text } from '@mantine/core'
import { IconAlertTriangle, IconFileSpreadsheet } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportedRates } from '../../api/cost-entities.ts'
import { useApi, useChange } from '../../api/use-api.ts'
import { SideSheet } from '../../design/side-sheet.tsx'
import { ToneBadge } from '../../design/state-badge.tsx'
import { useFormat } from '../../i18n/format.ts'
import { useCostNames } from '../costs/use-cost-names.ts'

/** Prices from a CSV file: first what would change, then the change; what was read in before can be undone. */
export function PriceImportSheet({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('settings')
  return (
    <SideSheet opened={opened} onClose={onClose} title={t('priceImport.title')}>
      <PriceImport onClose={onClose} />
    </SideSheet>
  )
}

interface Read {
  fileName: string
  text: string
}

function PriceImport({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('settings')
  const [read, setRead] = useState<Read>()
  const [error, setError] = useState<string>()
  const [plan, setPlan] = useState<ImportedRates>()
  const send = useChange(
    (client, body: Read & { dryRun: boolean }) => client.POST('/api/v1/price-imports', { body }),
    {
      touches: [['price-rates'], ['price-imports']],
      onDone: (result, { dryRun }) => (dryRun ? setPlan(result) : onClose()),
      onProblem: (problem) => setError(problem.detail),
    },
  )
  const choose = async (file: File | null) => {
    setPlan(undefined)
    setError(undefined)
    setRead(undefined)
    if (!file) return
    const chosen = { fileName: file.name, text: await file.text() }
    setRead(chosen)
    send.mutate({ ...chosen, dryRun: true })
  }
  const changes = plan?.changes.filter((row) => row.change !== 'same') ?? []
  return (
    <Stack>
      <FileInput
        label={t('priceImport.file')}
        description={t('priceImport.hint')}
        placeholder={t('priceImport.choose')}
        accept=".csv,text/csv,text/plain"
        leftSection={<IconFileSpreadsheet size={16} />}
        clearable
        clearButtonProps={{ 'aria-label': t('remove') }}
        error={error}
        onChange={(file) => void choose(file)}
      />
      {plan && <Plan plan={plan} />}
      {plan && read && (
        <Group>
          <Button
            disabled={changes.length === 0}
            loading={send.isPending}
            onClick={() => send.mutate({ ...read, dryRun: false })}
          >
            {t('priceImport.apply', { count: changes.length })}
          </Button>
        </Group>
      )}
      <Earlier />
    </Stack>
  )
}

const SHOWN = 30

function Plan({ plan }: { plan: ImportedRates }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const names = useCostNames()
  const changes = plan.changes.filter((row) => row.change !== 'same')
  const same = plan.changes.length - changes.length
  return (
    <>
      {plan.bad.length > 0 && (
        <Alert
          color="orange"
          icon={<IconAlertTriangle size={18} />}
          title={t('priceImport.bad', { count: plan.bad.length })}
        >
          <List size="sm">
            {plan.bad.slice(0, SHOWN).map(({ line, problem }) => (
              <List.Item key={line}>{t('priceImport.line', { line, problem })}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      <Text size="sm">{t('priceImport.would', { count: changes.length, same })}</Text>
      {changes.length > 0 && (
        <Table.ScrollContainer minWidth={360}>
          <Table aria-label={t('priceImport.preview')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('prices.market')}</Table.Th>
                <Table.Th ta="right">{t('prices.price')}</Table.Th>
                <Table.Th>{t('prices.from')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {changes.slice(0, SHOWN).map((row) => (
                <Table.Tr key={row.line}>
                  <Table.Td>
                    {names.market(row.market)}
                    <Text size="xs" c="dimmed">
                      {names.category(row.category)}
                      {row.tierFrom > 0 &&
                        ` · ${t('prices.tierFrom', { from: format.number(row.tierFrom) })}`}
                    </Text>
                  </Table.Td>
                  <Table.Td ta="right" className="tabular">
                    {row.before !== null && row.before !== row.price && (
                      <Text span size="xs" c="dimmed" td="line-through" mr={6}>
                        {format.money(row.before, row.currency, 4)}
                      </Text>
                    )}
                    {format.money(row.price, row.currency, 4)}
                  </Table.Td>
                  <Table.Td>
                    {format.date(row.effectiveFrom)}
                    <div>
                      <ToneBadge tone={row.change === 'new' ? 'good' : 'plan'}>
                        {t(`priceImport.${row.change === 'new' ? 'new' : 'changed'}`)}
                      </ToneBadge>
                    </div>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {changes.length > SHOWN && (
        <Text size="sm" c="dimmed">
          {t('priceImport.more', { count: changes.length - SHOWN })}
        </Text>
      )}
    </>
  )
}

function Earlier() {
  const { t } = useTranslation('settings')
  const api = useApi()
  const format = useFormat()
  const imports = useQuery(
    api.query(['price-imports'], (client, signal) => client.GET('/api/v1/price-imports', { signal })),
  )
  const undo = useChange(
    (client, id: string) => client.POST('/api/v1/price-imports/{id}/undo', { params: { path: { id } } }),
    {
      touches: [['price-rates'], ['price-imports']],
      done: ({ undone, kept }) =>
        kept > 0 ? t('priceImport.undoneBut', { undone, kept }) : t('priceImport.undone', { undone }),
    },
  )
  if (!imports.data || imports.data.length === 0) return null
  return (
    <Stack gap="xs">
      <Text fw={560} size="sm">
        {t('priceImport.earlier')}
      </Text>
      {imports.data.map((one) => (
        <Group key={one.id} justify="space-between" wrap="nowrap">
          <div>
            <Text size="sm">{one.fileName}</Text>
            <Text size="xs" c="dimmed">
              {format.dateTime(one.at)} · {t('priceImport.rates', { count: one.rates })}
            </Text>
          </div>
          {one.undoneAt ? (
            <ToneBadge tone="quiet">{t('priceImport.wasUndone')}</ToneBadge>
          ) : (
            <Button
              size="xs"
              variant="default"
              loading={undo.isPending && undo.variables === one.id}
              onClick={() => undo.mutate(one.id)}
            >
              {t('priceImport.undo')}
            </Button>
          )}
        </Group>
      ))}
    </Stack>
  )
}
