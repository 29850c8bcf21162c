export default {
  title: 'Einstellungen',
  lead: 'Alles, was für das ganze Unternehmen gilt.',
  parts: {
    business: 'Unternehmen',
    members: 'Team',
    topics: 'Themen & Texte',
    channel: 'WhatsApp-Nummer',
    fields: 'Kontaktfelder',
    prices: 'Preise',
    audit: 'Protokoll',
  },
} as const
