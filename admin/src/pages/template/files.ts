import type { Content } from '../../api/campaign-entities.ts'

export type FileHeader = Extract<NonNullable<Content['header']>, { format: 'image' | 'video' | 'document' }>
export type FileFormat = FileHeader['format']

const MB = 1024 * 1024

/** What Meta takes, and how large; the server looks into the bytes again. */
export const fileRules: Record<FileFormat, { bytes: number; accept: readonly string[] }> = {
  image: { bytes: 5 * MB, accept: ['image/jpeg', 'image/png'] },
  video: { bytes: 16 * MB, accept: ['video/mp4'] },
  document: { bytes: 100 * MB, accept: ['application/pdf'] },
}

/** Why a file cannot be taken, seen before a byte leaves the computer. */
export function refusalOf(file: { size: number; type: string }, format: FileFormat): 'type' | 'size' | null {
  const { bytes, accept } = fileRules[format]
  if (!accept.includes(file.type)) return 'type'
  return file.size > bytes ? 'size' : null
}
