import { Alert, Button, Group, ScrollArea, Table, Text, Title } from '@mantine/core'
import {
  IconBrowser,
  IconDownload,
  IconKeyboard,
  IconLink,
  IconQrcode,
  IconShieldCheck,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ContactImport } from '../../api/entities.ts'
import { useBusiness } from '../../app/use-business.ts'
import { ButtonLink } from '../../design/links.tsx'
import { saveFile } from '../../design/save-file.ts'
import { useFormat } from '../../i18n/format.ts'
import classes from './contacts.module.css'
import { ImportClaims } from './import-claims.tsx'
import { useProblemText } from './use-problem-text.ts'

const shownProblems = 50
const ways = { qr: IconQrcode, bubble: IconBrowser, link: IconLink, keyword: IconKeyboard } as const
const wayKeys = ['qr', 'bubble', 'link', 'keyword'] as const

interface ImportResultProps {
  result: ContactImport
  onClose: () => void
  onAgain: () => void
  onDecided: (decided: ContactImport) => void
}

/** Last step: what came in, which lines did not and why, and how to ask these people lawfully. */
export function ImportResult({ result, onClose, onAgain, onDecided }: ImportResultProps) {
  const { t } = useTranslation('contacts')
  const format = useFormat()
  const { slug } = useBusiness()
  const textOf = useProblemText()
  const more = result.rowsBad - Math.min(shownProblems, result.problems.length)
  const download = () => {
    const lines = result.problems.map(
      ({ line, reason }) => `${line};"${textOf(reason).replaceAll('"', '""')}"`,
    )
    const csv = [`${t('wizard.line')};${t('wizard.reason')}`, ...lines].join('\r\n')
    // The mark at the start tells spreadsheets that this is UTF-8.
    saveFile(`${t('wizard.file')}.csv`, `\uFEFF${csv}`, 'text/csv;charset=utf-8')
  }
  return (
    <>
      <Title order={3}>{t(result.state === 'failed' ? 'wizard.failed' : 'wizard.done')}</Title>
      <Text size="sm" c="dimmed" mb="sm">
        {result.state === 'failed' ? t('wizard.failedText') : result.fileName}
      </Text>
      <dl className={classes.figures}>
        {(['total', 'good', 'bad'] as const).map((key) => (
          <div key={key}>
            <dt>{t(`wizard.${key}`)}</dt>
            <dd>
              {format.number({ total: result.rowsTotal, good: result.rowsGood, bad: result.rowsBad }[key])}
            </dd>
          </div>
        ))}
      </dl>
      {result.problems.length > 0 && (
        <>
          <Group justify="space-between" mb="xs">
            <Title order={3}>{t('wizard.problems')}</Title>
            <Button variant="default" size="xs" leftSection={<IconDownload size={15} />} onClick={download}>
              {t('wizard.download')}
            </Button>
          </Group>
          <ScrollArea.Autosize
            mah="14rem"
            className={classes.problems}
            viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': t('wizard.problems') }}
          >
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th w="5rem">{t('wizard.line')}</Table.Th>
                  <Table.Th>{t('wizard.reason')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {result.problems.slice(0, shownProblems).map((problem) => (
                  <Table.Tr key={`${problem.line}-${problem.reason}`}>
                    <Table.Td className="tabular">{format.number(problem.line)}</Table.Td>
                    <Table.Td>{textOf(problem.reason)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
            {more > 0 && (
              <Text size="sm" c="dimmed" p="xs">
                {t('wizard.problemsMore', { count: more })}
              </Text>
            )}
          </ScrollArea.Autosize>
        </>
      )}
      {result.claims && <ImportClaims importId={result.id} claims={result.claims} onDecided={onDecided} />}
      <Alert
        variant="light"
        color="jade"
        icon={<IconShieldCheck size={20} stroke={1.7} />}
        title={t('wizard.next')}
      >
        <ul className={classes.ways}>
          {wayKeys.map((key) => {
            const Icon = ways[key]
            return (
              <li key={key}>
                <Icon size={16} stroke={1.7} aria-hidden />
                {t(`wizard.ways.${key}`)}
              </li>
            )
          })}
        </ul>
      </Alert>
      <Group justify="space-between" mt="lg">
        <Button variant="subtle" color="gray" onClick={onAgain}>
          {t('wizard.back')}
        </Button>
        <Group gap="xs">
          <ButtonLink variant="default" to="/b/$slug/sources" params={{ slug }}>
            {t('wizard.sources')}
          </ButtonLink>
          <Button onClick={onClose}>{t('wizard.close')}</Button>
        </Group>
      </Group>
    </>
  )
}
