import { applyForAdmission, decideAdmission, saveApplication } from '../../admission/index.ts'
import type { Context } from '../../platform/index.ts'
import {
  approveRecord,
  goLive,
  liveRecord,
  proposeNotice,
  publishNotice,
  saveDuties,
  screenImpact,
} from '../../records/index.ts'

/** What the sample brand records before its number goes live, step by step as a person would (C-52), and how it was let in (C-70). */
export async function seedDuties(ctx: Context, channelId: string): Promise<void> {
  await saveDuties(ctx, {
    address: 'Gärtnerweg 12, 10115 Berlin',
    dpo: { kind: 'named', name: 'Dr. Ines Falk', contact: 'datenschutz@blattwerk.example' },
    hoster: {
      name: 'Musterhost GmbH',
      country: 'DE',
      contract: { reference: 'AVV Musterhost, Ordner Verträge 7', signedOn: '2026-09-01' },
    },
    metaContract: { reference: 'WhatsApp Business Data Processing Terms', signedOn: '2026-09-01' },
    authority: {
      name: 'Berliner Beauftragte für Datenschutz und Informationsfreiheit',
      url: 'https://www.datenschutz-berlin.de',
    },
    measures: ['Zutritt zum Büro nur mit Schlüsselkarte', 'Jährliche Schulung aller Mitarbeitenden'],
  })
  for (const language of ['de', 'en'] as const) {
    await publishNotice(ctx, { language, content: await proposeNotice(ctx, language) })
  }
  await screenImpact(ctx, { yes: [] })
  await approveRecord(ctx, 'processing', (await liveRecord(ctx, 'processing')).hash)
  await approveRecord(ctx, 'processors', (await liveRecord(ctx, 'processors')).hash)
  await goLive(ctx, channelId)
  await saveApplication(ctx, {
    vertical: 'home',
    registration: 'HRB 123456 B, Amtsgericht Charlottenburg',
    listOrigin: 'own_opt_in',
    listOriginText: 'Anmeldung über die Chatblase im Shop und QR-Codes im Laden, mit Rückfrage im Chat.',
    sampleTexts: [
      'Die Herbstpflanzen sind da: drei Ideen für einen hellen Platz.',
      'Deine Monstera ist wieder da. Magst du sie sehen?',
    ],
    contactName: 'Alex Sommer',
    contactEmail: 'alex@blattwerk.example',
  })
  await applyForAdmission(ctx)
  await decideAdmission(ctx, { approve: true, reason: 'Beispielgeschäft der Vorführung.' })
}
