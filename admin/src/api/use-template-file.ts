import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useApi } from './use-api.ts'

/** The files that were uploaded for headers, by their id; asked only where one is shown. */
export function useTemplateFileName(fileId: string | undefined): string | undefined {
  const api = useApi()
  const files = useQuery({
    ...api.query(['templates', 'files'], (client, signal) =>
      client.GET('/api/v1/template-files', { signal }),
    ),
    enabled: fileId !== undefined,
  })
  return files.data?.find((file) => file.id === fileId)?.name
}

/**
 * An address under which the page can show an uploaded file, or undefined until it is there. Not the server's own address:
 * a picture's request cannot name the business.
 */
export function useTemplateFile(fileId: string | undefined): string | undefined {
  const api = useApi()
  const [address, setAddress] = useState<string>()
  const content = useQuery({
    ...api.query(['templates', 'file-content', fileId], async (client, signal) => {
      const answer = await client.GET('/api/v1/template-files/{id}/content', {
        params: { path: { id: fileId ?? '' } },
        parseAs: 'blob',
        signal,
      })
      return { data: answer.data as unknown }
    }),
    enabled: fileId !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const blob = content.data instanceof Blob ? content.data : undefined
  useEffect(() => {
    if (!blob) return
    const url = URL.createObjectURL(blob)
    setAddress(url)
    return () => {
      setAddress(undefined)
      URL.revokeObjectURL(url)
    }
  }, [blob])
  return address
}
