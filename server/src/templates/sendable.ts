import type { Context, Sentence } from '../platform/index.ts'
import { mediaOf } from './content.ts'
import { mediaAtWhatsApp } from './files/at-whatsapp.ts'
import { filesOf } from './render.ts'
import type { Template } from './template.ts'

/** What a message of an approved template would lack, beside values of variables; null when nothing. */
export async function missingForSending(
  ctx: Pick<Context, 'db' | 'businessId' | 'clock'>,
  { channelId, content }: Pick<Template, 'channelId' | 'content'>,
): Promise<Sentence | null> {
  const { header } = content
  if (header?.format === 'location' && (header.latitude === null || header.longitude === null)) {
    return {
      de: 'Die Vorlage sagt nicht, welchen Ort die Karte zeigt. Trage ihn in der Vorlage ein.',
      en: 'The template does not say which place the map shows. Enter it in the template.',
    }
  }
  if (mediaOf(content).some(({ header: { url, mediaId } }) => !url && !mediaId)) {
    return {
      de: 'Der Vorlage fehlt eine Datei. Lade sie in der Vorlage hoch.',
      en: 'The template lacks a file. Upload it in the template.',
    }
  }
  const files = filesOf(content)
  if ((await mediaAtWhatsApp(ctx, channelId, files)).size === files.length) return null
  return {
    de: 'Eine Datei der Vorlage liegt nicht mehr bei WhatsApp. Gleiche die Vorlagen ab, dann wird sie neu hochgeladen.',
    en: 'A file of the template is no longer at WhatsApp. Synchronise the templates, and it is uploaded anew.',
  }
}
