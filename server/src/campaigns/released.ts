import { isSendingBraked } from '../brake/index.ts'
import { type Context, Problem } from '../platform/index.ts'

/** @throws Problem `sending_braked`: nothing starts that would leave late, and all at once, when a person says go */
export async function expectReleased(ctx: Pick<Context, 'db'>): Promise<void> {
  if (!(await isSendingBraked(ctx))) return
  throw new Problem('conflict', 'sending_braked', {
    de: 'Das Senden ist auf dieser Installation angehalten. Gib es zuerst frei; bis dahin startet keine Kampagne.',
    en: 'Sending is held back on this installation. Release it first; no campaign starts until then.',
  })
}
