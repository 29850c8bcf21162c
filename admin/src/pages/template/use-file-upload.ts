import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { TemplateFile } from '../../api/campaign-entities.ts'
import { ApiProblem, noConnection, readProblem } from '../../api/problem.ts'
import { keyOf } from '../../api/use-api.ts'
import { useBusiness } from '../../app/use-business.ts'
import i18n from '../../i18n/i18n.ts'

interface Upload {
  /** Sends the file; the answer is the file as the server keeps it, or nothing when it was refused or stopped. */
  send: (file: File) => Promise<TemplateFile | undefined>
  stop: () => void
  /** Between 0 and 1 while a file is on its way. */
  progress: number | undefined
  problem: string | undefined
}

/** Sends a file to the server and says how far it is, which `fetch` cannot. */
export function useFileUpload(): Upload {
  const { id } = useBusiness()
  const queries = useQueryClient()
  const [progress, setProgress] = useState<number>()
  const [problem, setProblem] = useState<string>()
  const running = useRef<XMLHttpRequest>(undefined)
  useEffect(() => () => running.current?.abort(), [])

  const send = async (file: File) => {
    setProblem(undefined)
    setProgress(0)
    const request = new XMLHttpRequest()
    running.current = request
    try {
      const text = await post(request, id, file, setProgress)
      if (text === undefined) return undefined
      const kept: TemplateFile = JSON.parse(text)
      void queries.invalidateQueries({ queryKey: keyOf(id, ['templates', 'files']) })
      return kept
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      setProblem(error.detail || error.title)
      return undefined
    } finally {
      setProgress(undefined)
    }
  }
  return { send, stop: () => running.current?.abort(), progress, problem }
}

/** The answer's text; nothing when a person stopped it. @throws ApiProblem */
function post(
  request: XMLHttpRequest,
  businessId: string,
  file: File,
  onProgress: (share: number) => void,
): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    request.open('POST', '/api/v1/template-files')
    request.setRequestHeader('x-business-id', businessId)
    request.setRequestHeader('accept-language', i18n.language)
    request.upload.onprogress = (event) => onProgress(event.total > 0 ? event.loaded / event.total : 0)
    request.onabort = () => resolve(undefined)
    request.onerror = () => reject(noConnection())
    request.onload = () => {
      if (request.status === 200) return resolve(request.responseText)
      readProblem(new Response(request.responseText, { status: request.status })).then(reject, reject)
    }
    const form = new FormData()
    form.append('file', file)
    request.send(form)
  })
}
