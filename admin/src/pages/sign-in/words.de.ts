export default {
  title: 'Schön, dass du da bist',
  lead: 'Melde dich an, um weiterzumachen.',
  email: 'E-Mail-Adresse',
  password: 'Passwort',
  showPassword: 'Passwort zeigen oder verbergen',
  enter: 'Anmelden',
  wrong: 'E-Mail-Adresse und Passwort passen nicht zusammen. Prüf beides noch einmal.',
  tooMany: 'Das waren zu viele Versuche. Warte eine Minute und versuch es dann noch einmal.',
  linkBefore: 'Zum ersten Mal hier? Der Befehl',
  linkAfter: 'gibt im Terminal einen Link aus, mit dem du dich einmalig ohne Passwort anmeldest.',
} as const
