import { Accordion, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { MatrixRule } from '../../api/entities.ts'
import classes from './compliance.module.css'

/** One rule: what it says, and when opened its basis, the tests that show it and the files that keep it. */
export function RuleItem({ rule }: { rule: MatrixRule }) {
  const { t } = useTranslation('compliance')
  return (
    <Accordion.Item value={rule.id}>
      <Accordion.Control>
        <span className={classes.rule}>
          <span className={classes.id}>{rule.id}</span>
          <span className={classes.title}>{rule.title}</span>
          <span className={classes.tests}>
            {rule.notHere ? t('notHere') : t('tests', { count: rule.tests.length })}
          </span>
        </span>
      </Accordion.Control>
      <Accordion.Panel>
        <div className={classes.detail}>
          <Text size="sm">{t('basis', { basis: rule.basis })}</Text>
          {rule.notHere && (
            <div>
              <h3>{t('why')}</h3>
              <Text size="sm">{rule.notHere}</Text>
            </div>
          )}
          {rule.tests.length > 0 && (
            <div>
              <h3>{t('shownBy')}</h3>
              <ul>
                {rule.tests.map(({ file, title }) => (
                  <li key={`${file} ${title}`}>
                    <Text size="sm" component="span" lang="en">
                      {title}
                    </Text>
                    <div className={classes.file}>{file}</div>
                  </li>
                ))}
              </ul>
            </div>
          )}
          {rule.sources.length > 0 && (
            <div>
              <h3>{t('keptIn')}</h3>
              <ul>
                {rule.sources.map((file) => (
                  <li key={file} className={classes.file}>
                    {file}
                  </li>
                ))}
              </ul>
            </div>
          )}
        </div>
      </Accordion.Panel>
    </Accordion.Item>
  )
}
