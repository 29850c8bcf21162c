import type { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { PageOf, PageQuery, type Routes } from '../platform/http/index.ts'
import { Problem } from '../platform/index.ts'
import { ContactField, createField, deleteField, listFields } from './fields.ts'
import { importContacts } from './import.ts'
import { DecideImportInput, decideImport } from './import-decide.ts'
import { ImportMapping } from './import-mapping.ts'
import { ImportPreview, previewImport } from './import-preview.ts'
import { ClaimSample, sampleClaims } from './import-sample.ts'
import { ContactImport, getImport, listImports } from './import-view.ts'

const tags = ['contacts']
const multipart = { consumes: ['multipart/form-data'] }

/** Fields and imports; the list and the card of contacts are routes of the feature `card`, which sees consent and dispatch. */
export const contactRoutes: Routes = (api) => {
  api.get(
    '/contact-fields',
    { schema: { operationId: 'listContactFields', tags, response: { 200: z.array(ContactField) } } },
    (request) => listFields(request.ctx),
  )
  api.post(
    '/contact-fields',
    {
      schema: {
        operationId: 'createContactField',
        tags,
        body: ContactField,
        response: { 201: ContactField },
      },
    },
    async (request, reply) => reply.status(201).send(await createField(request.ctx, request.body)),
  )
  api.delete(
    '/contact-fields/:key',
    {
      schema: {
        operationId: 'deleteContactField',
        tags,
        params: z.object({ key: z.string() }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await deleteField(request.ctx, request.params.key)
      return reply.status(204).send(null)
    },
  )
  api.get(
    '/contact-imports',
    {
      schema: {
        operationId: 'listContactImports',
        tags,
        querystring: PageQuery,
        response: { 200: PageOf(ContactImport) },
      },
    },
    (request) => listImports(request.ctx, request.query),
  )
  api.get(
    '/contact-imports/:id',
    {
      schema: {
        operationId: 'getContactImport',
        tags,
        params: z.object({ id: z.uuid() }),
        response: { 200: ContactImport },
      },
    },
    (request) => getImport(request.ctx, request.params.id),
  )
  api.get(
    '/contact-imports/:id/sample',
    {
      schema: {
        operationId: 'sampleImportClaims',
        tags,
        params: z.object({ id: z.uuid() }),
        response: { 200: ClaimSample },
      },
    },
    (request) => sampleClaims(request.ctx, request.params.id),
  )
  api.post(
    '/contact-imports/:id/decision',
    {
      schema: {
        operationId: 'decideContactImport',
        tags,
        params: z.object({ id: z.uuid() }),
        body: DecideImportInput,
        response: { 200: ContactImport },
      },
    },
    (request) => decideImport(request.ctx, request.params.id, request.body),
  )
  api.post(
    '/contact-imports/preview',
    { schema: { operationId: 'previewContactImport', tags, ...multipart, response: { 200: ImportPreview } } },
    async (request) => {
      const { file } = await uploadOf(request)
      // What is not needed is read and dropped: a browser that is not heard to the end shows no answer.
      return previewImport(request.ctx, pieces(file)).finally(() => drop(file))
    },
  )
  api.post(
    '/contact-imports',
    {
      schema: {
        operationId: 'importContacts',
        tags,
        summary: 'A form with the part `mapping` (JSON) first and the part `file` after it',
        ...multipart,
        response: { 201: ContactImport },
      },
    },
    async (request, reply) => {
      const { file, fileName, mapping } = await uploadOf(request)
      try {
        if (!mapping) throw MAPPING_FIRST
        const truncated = () => file.truncated
        const done = await importContacts(request.ctx, { fileName, mapping, bytes: pieces(file), truncated })
        return reply.status(201).send(done)
      } finally {
        drop(file)
      }
    },
  )
}

/** Leaving off in the middle must not destroy the upload, or the rest of the request would block its connection. */
const pieces = (file: Readable): AsyncIterable<Uint8Array> => file.iterator({ destroyOnReturn: false })

/** Reads the rest of an upload to nowhere, also when somebody stopped reading in the middle. */
function drop(file: Readable): void {
  file.removeAllListeners('readable')
  // A stream notices in the next tick that nobody listens any more; only then it can flow.
  setImmediate(() => file.resume())
}

/** The file is read while it arrives, so what its columns mean has to be known before it. */
const MAPPING_FIRST = new Problem('invalid', 'mapping_first', {
  de: 'Die Zuordnung der Spalten fehlt oder steht hinter der Datei. Sie muss als Feld „mapping“ vor der Datei kommen.',
  en: 'The mapping of the columns is missing or comes after the file. Send it as the part “mapping” before the file.',
})

async function uploadOf(request: FastifyRequest) {
  let mapping: z.output<typeof ImportMapping> | undefined
  // Not a `for await`: leaving one would end the very upload that is to be read.
  const parts = request.parts()
  for (let next = await parts.next(); !next.done; next = await parts.next()) {
    const part = next.value
    if (part.type === 'file') return { file: part.file, fileName: part.filename.slice(0, 200), mapping }
    if (part.fieldname === 'mapping') mapping = readMapping(part.value)
  }
  throw new Problem('invalid', 'file_missing', {
    de: 'Es kam keine Datei an. Bitte wähle eine CSV-Datei.',
    en: 'No file arrived. Please choose a CSV file.',
  })
}

function readMapping(value: unknown): z.output<typeof ImportMapping> {
  try {
    return ImportMapping.parse(JSON.parse(String(value)))
  } catch {
    throw MAPPING_FIRST
  }
}
