export default {
  title: 'Deine Unternehmen',
  lead: 'Hallo {{name}}, womit möchtest du arbeiten?',
  noneTitle: 'Noch kein Unternehmen',
  noneText:
    'Dein Konto gehört noch zu keinem Unternehmen. Bitte eine Inhaberin oder einen Inhaber um eine Einladung.',
  admit: 'Unternehmen aufnehmen',
  name: 'Name der Marke',
  nameHint: 'So kennen die Menschen auf dem Telefon das Unternehmen.',
  legalName: 'Rechtlicher Name',
  slug: 'Kurzname',
  slugHint: 'Steht in der Adresse: /b/{{slug}}',
  country: 'Land',
  language: 'Sprache',
  privacyUrl: 'Adresse der Datenschutzerklärung',
  imprintUrl: 'Adresse des Impressums',
  create: 'Aufnehmen',
  signOut: 'Abmelden',
} as const
