import { useState } from 'react'
import { useBusiness } from '../app/use-business.ts'
import { notifyProblem } from '../design/notify.tsx'
import { saveFile } from '../design/save-file.ts'
import i18n from '../i18n/i18n.ts'
import { ApiProblem, noConnection, readProblem } from './problem.ts'

interface Download {
  path: string
  /** What the file is called when the server gives no name. */
  name: string
  method?: 'GET' | 'POST'
}

/**
 * Saves an answer of the server as a file. Not a plain link: a refusal must become words on this page, not a page of its own.
 * `const file = useDownload(); file.save({ path: '/api/v1/ledger/checkpoint', name: 'checkpoint.txt' })`
 */
export function useDownload(): { save: (download: Download) => Promise<boolean>; busy: boolean } {
  const { id } = useBusiness()
  const [busy, setBusy] = useState(false)
  const save = async ({ path, name, method = 'GET' }: Download) => {
    setBusy(true)
    try {
      const response = await fetch(path, {
        method,
        headers: { 'x-business-id': id, 'accept-language': i18n.language },
      }).catch(() => {
        throw noConnection()
      })
      if (!response.ok) throw await readProblem(response)
      const given = /filename="?([^";]+)"?/.exec(response.headers.get('content-disposition') ?? '')?.[1]
      saveFile(given ?? name, await response.blob())
      return true
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      notifyProblem(error)
      return false
    } finally {
      setBusy(false)
    }
  }
  return { save, busy }
}
