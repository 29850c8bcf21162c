import { Button, Skeleton, Table, Text, VisuallyHidden } from '@mantine/core'
import type { InfiniteData } from '@tanstack/react-query'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Page } from '../api/entities.ts'
import { ErrorState } from './error-state.tsx'
import classes from './keyset-table.module.css'

export interface Column<T> {
  key: string
  header: ReactNode
  cell: (row: T) => ReactNode
  align?: 'left' | 'right'
  width?: string
  /** Hidden below this width of the window; keep the first column always. */
  from?: 'sm' | 'md' | 'lg'
}

/** What the table needs to know of a query. */
export interface PagedRows<T> {
  data: Pick<InfiniteData<Page<T>, string | undefined>, 'pages'> | undefined
  error: Error | null
  isPending: boolean
  hasNextPage: boolean
  isFetchingNextPage: boolean
  isFetchNextPageError: boolean
  fetchNextPage: () => unknown
  refetch: () => unknown
}

export interface KeysetTableProps<T extends { id: string }> {
  /** Says what the table lists, for screen readers. */
  label: string
  columns: Column<T>[]
  /** From `useInfiniteQuery(api.pages(…))`, or `wholeList(useQuery(…))` when the list is small and complete. */
  query: PagedRows<T>
  /** Shown when there is nothing. */
  empty: ReactNode
  /** Opens a row by click or Enter. Rows without it are not focusable. */
  onOpen?: (row: T) => void
  selectedId?: string
}

const skeletonRows = 8

/** Keyset pages as a table: skeleton, error with retry, empty state, "load more", arrow keys between rows. */
export function KeysetTable<T extends { id: string }>(props: KeysetTableProps<T>) {
  const { label, columns, query, empty, onOpen, selectedId } = props
  const { t } = useTranslation('design')
  const body = useRef<HTMLTableSectionElement>(null)
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []

  if (query.error && rows.length === 0) {
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  }
  if (!query.isPending && rows.length === 0) return empty

  const onKeyDown = (event: KeyboardEvent<HTMLTableRowElement>, row: T) => {
    if (event.target !== event.currentTarget) return
    const all = [...(body.current?.rows ?? [])]
    const index = all.indexOf(event.currentTarget)
    const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: all.length - 1 }[event.key]
    if (to !== undefined) {
      event.preventDefault()
      all[to]?.focus()
    } else if (event.key === 'Enter' && onOpen) {
      event.preventDefault()
      onOpen(row)
    }
  }

  return (
    <div aria-busy={query.isPending}>
      <Table.ScrollContainer minWidth={0} type="native">
        <Table aria-label={label} className={classes.table}>
          <Table.Thead>
            <Table.Tr>
              {columns.map((column) => (
                <Table.Th key={column.key} ta={column.align} w={column.width} data-from={column.from}>
                  {column.header || <VisuallyHidden>{t('table.actions')}</VisuallyHidden>}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody ref={body}>
            {query.isPending
              ? Array.from({ length: skeletonRows }, (_, index) => `skeleton-${index}`).map((key) => (
                  <Table.Tr key={key}>
                    {columns.map((column, index) => (
                      <Table.Td key={column.key} data-from={column.from}>
                        <Skeleton height="0.75rem" width={index === 0 ? '70%' : '45%'} my="0.25rem" />
                      </Table.Td>
                    ))}
                  </Table.Tr>
                ))
              : rows.map((row) => (
                  <Table.Tr
                    key={row.id}
                    tabIndex={onOpen ? 0 : undefined}
                    data-open={onOpen ? true : undefined}
                    data-selected={row.id === selectedId || undefined}
                    onClick={onOpen ? () => onOpen(row) : undefined}
                    onKeyDown={onOpen ? (event) => onKeyDown(event, row) : undefined}
                  >
                    {columns.map((column) => (
                      <Table.Td key={column.key} ta={column.align} data-from={column.from}>
                        {column.cell(row)}
                      </Table.Td>
                    ))}
                  </Table.Tr>
                ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <div className={classes.foot}>
        {query.isFetchNextPageError && (
          <Text size="sm" c="red" role="alert">
            {t('table.loadMoreFailed')}
          </Text>
        )}
        {query.hasNextPage ? (
          <Button
            variant="default"
            size="xs"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {t('table.more')}
          </Button>
        ) : (
          !query.isPending && (
            <Text size="xs" c="dimmed">
              {t('table.end', { count: rows.length })}
            </Text>
          )
        )}
      </div>
    </div>
  )
}
