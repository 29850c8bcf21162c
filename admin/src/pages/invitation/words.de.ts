export default {
  title: 'Willkommen im Team',
  lead: 'Du wurdest eingeladen, bei Jawort mitzuarbeiten. Zwei Angaben noch, dann geht es los.',
  gone: 'Diese Einladung gilt nicht mehr',
  goneLead: 'Sie ist abgelaufen, zurückgezogen oder schon angenommen. Bitte um eine neue.',
  knownTitle: 'Du gehörst jetzt dazu',
  knownLead:
    'Zu deiner E-Mail-Adresse gibt es schon ein Konto. Melde dich mit deinem bisherigen Passwort an.',
  toSignIn: 'Zur Anmeldung',
  name: 'Dein Name',
  nameHint: 'So sehen dich die anderen im Team.',
  password: 'Neues Passwort',
  passwordHint: 'Mindestens {{length}} Zeichen. Ein kurzer Satz ist sicherer als ein wirres Wort.',
  showPassword: 'Passwort zeigen oder verbergen',
  accept: 'Einladung annehmen',
} as const
