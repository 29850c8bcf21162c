import { Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContactImport, ImportMapping } from '../../api/entities.ts'
import { useApi, useChange } from '../../api/use-api.ts'
import { useNarrow } from '../../design/use-narrow.ts'
import classes from './contacts.module.css'
import { ImportColumns } from './import-columns.tsx'
import { ImportFile } from './import-file.tsx'
import { ImportResult } from './import-result.tsx'
import { ImportRunning } from './import-running.tsx'

export interface Preview {
  columns: string[]
  sample: string[][]
  guess: ImportMapping
}

interface Chosen {
  file: File
  preview: Preview
}

const watchMs = 700

const formOf = (file: File, mapping?: ImportMapping): FormData => {
  const form = new FormData()
  // The server reads the file while it arrives, so it must know the mapping before it.
  if (mapping) form.append('mapping', JSON.stringify(mapping))
  form.append('file', file)
  return form
}

/** Upload → columns → progress → result. It can never sign anybody up, and says so first and last (C-19). */
export function ImportWizard({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation(['contacts', 'design'])
  const api = useApi()
  const narrow = useNarrow()
  const [chosen, setChosen] = useState<Chosen>()
  const [result, setResult] = useState<ContactImport>()

  const preview = useChange(
    async (client, file: File) => {
      const { data } = await client.POST('/api/v1/contact-imports/preview', { body: formOf(file) })
      return { data: data && { file, preview: data } }
    },
    { touches: [], onDone: setChosen },
  )
  const run = useChange(
    (client, mapping: ImportMapping) =>
      client.POST('/api/v1/contact-imports', { body: formOf(chosen?.file ?? new File([], ''), mapping) }),
    {
      touches: [['contact-imports'], ['contacts', 'list']],
      onDone: setResult,
    },
  )
  const imports = useQuery({
    ...api.query(['contact-imports', 'list'], (client, signal) =>
      client.GET('/api/v1/contact-imports', { signal }),
    ),
    enabled: opened,
    refetchInterval: run.isPending ? watchMs : false,
  })
  const running = imports.data?.items.find((one) => one.state === 'running')
  const step = result ? 3 : run.isPending ? 3 : chosen ? 2 : 1

  const restart = () => {
    setChosen(undefined)
    setResult(undefined)
    preview.reset()
    run.reset()
  }
  const close = () => {
    if (!run.isPending) restart()
    onClose()
  }

  return (
    <Modal
      opened={opened}
      onClose={close}
      size="42rem"
      fullScreen={narrow}
      title={t('wizard.title')}
      closeButtonProps={{ 'aria-label': t('design:dialog.close') }}
    >
      <p className={classes.stepOf}>{t('wizard.step', { step })}</p>
      {result ? (
        <ImportResult result={result} onClose={close} onAgain={restart} onDecided={setResult} />
      ) : run.isPending ? (
        <ImportRunning fileName={chosen?.file.name ?? ''} progress={running} />
      ) : chosen ? (
        <ImportColumns preview={chosen.preview} onBack={restart} onStart={(mapping) => run.mutate(mapping)} />
      ) : (
        <ImportFile
          reading={preview.isPending}
          earlier={imports.data?.items ?? []}
          onFile={(file) => preview.mutate(file)}
          onOpen={setResult}
        />
      )}
    </Modal>
  )
}
