import type { Api } from '../../../platform/http/index.ts'
import type { Runtime } from '../../../platform/index.ts'
import { noticePage, type ShopLanguage, shopPage } from './page.ts'

/** The sample shop under /demo, with the bubble of the sample brand. */
export function mountShop(api: Api, runtime: Runtime): void {
  const bubble = async () => {
    const row = await runtime.db
      .selectFrom('source')
      .innerJoin('business', 'business.business_id', 'source.business_id')
      .select('public_id')
      .where('business.slug', '=', 'blattwerk')
      .where('kind', '=', 'bubble')
      .where('revoked_at', 'is', null)
      .orderBy('source_id')
      .executeTakeFirst()
    return row ? { publicId: row.public_id, color: '#1f6f54' } : null
  }
  const show = (language: ShopLanguage) => async () => shopPage(language, await bubble())
  const html = { schema: { hide: true }, onSend: setHtml }
  api.get('/demo', html, show('de'))
  api.get('/demo/en', html, show('en'))
  api.get('/demo/datenschutz', html, async () => noticePage('datenschutz'))
  api.get('/demo/impressum', html, async () => noticePage('impressum'))
}

async function setHtml(
  _request: unknown,
  reply: { header(name: string, value: string): unknown },
  payload: unknown,
) {
  reply.header('content-type', 'text/html; charset=utf-8')
  return payload
}
