import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Template } from '../../templates/template.ts'
import { startTemplateKit, type TemplateKit, WABA } from '../../testing/template-kit.ts'
import { knownTemplates } from './restore.ts'

describe('the demo starts again', () => {
  let kit: TemplateKit
  beforeAll(async () => {
    kit = await startTemplateKit()
  })
  afterAll(() => kit.close())

  it('the simulated WhatsApp takes templates back in whatever state the demo was left; what is gone stays gone', async () => {
    const { id } = await kit.approved('von_gestern')
    const number = { id: '106540352242922', displayPhoneNumber: '+49 30 123456', verifiedName: 'Blatt' }
    for (const state of Template.shape.state.options) {
      await kit.runtime.db.updateTable('template').set({ state }).where('template_id', '=', id).execute()
      const templates = await knownTemplates(kit.as())
      expect(templates.length).toBe(['draft', 'deleted', 'pending_deletion'].includes(state) ? 0 : 1)
      await kit.sim('POST', '/sim/setup', {
        token: 'sim-token',
        appSecret: 'sim-secret',
        verifyToken: 'sim-verify',
        callbackUrl: `${kit.origin}/hook`,
        wabas: [{ id: WABA, name: 'Blatt', numbers: [number], templates }],
      })
    }
  })
})
