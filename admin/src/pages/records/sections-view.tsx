import { ScrollArea, Table } from '@mantine/core'
import { Section } from '../../design/section.tsx'
import classes from './records.module.css'
import type { RecordDocument } from './types.ts'

/** The record's parts as tables, each with its article. */
export function SectionsView({ sections }: { sections: RecordDocument['sections'] }) {
  return sections.map((section) => (
    <Section
      key={section.key}
      title={section.title}
      lead={<span className={classes.article}>{section.article}</span>}
    >
      <ScrollArea viewportProps={{ tabIndex: 0, role: 'group', 'aria-label': section.title }}>
        <Table
          verticalSpacing="xs"
          aria-label={section.title}
          miw={section.columns.length > 3 ? '48rem' : undefined}
        >
          <Table.Thead>
            <Table.Tr>
              {section.columns.map((column) => (
                <Table.Th key={column}>{column}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {section.rows.map((row, at) => (
              <Table.Tr key={`${row[0]}-${at.toString()}`}>
                {row.map((cell, column) => (
                  <Table.Td key={section.columns[column]} style={{ verticalAlign: 'top' }}>
                    {cell}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea>
    </Section>
  ))
}
