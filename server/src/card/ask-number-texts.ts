import type { ChatLanguage } from '../consent/index.ts'

/** Above WhatsApp's own button that shares the number: what for is said by the member in the chat, that nobody must is said here. */
export const ASK_NUMBER: Record<ChatLanguage, string> = {
  de: 'Wir sehen deine Telefonnummer nicht, weil du einen Benutzernamen verwendest. Wenn du magst, teil sie mit uns. Du musst nicht: Hier im Chat geht alles auch ohne.',
  en: 'We cannot see your phone number, because you use a username. Share it with us if you like. You do not have to: everything works here in the chat without it.',
  fr: 'Nous ne voyons pas votre numéro, car vous utilisez un nom d’utilisateur. Partagez-le avec nous si vous le souhaitez. Rien ne vous y oblige : ici, tout fonctionne aussi sans.',
  it: 'Non vediamo il Suo numero, perché usa un nome utente. Se vuole, lo condivida con noi. Non è obbligatorio: qui in chat funziona tutto anche senza.',
  es: 'No vemos su número porque usa un nombre de usuario. Si quiere, compártalo con nosotros. No es obligatorio: aquí en el chat todo funciona también sin él.',
  nl: 'Wij zien uw telefoonnummer niet, omdat u een gebruikersnaam gebruikt. Deel het met ons als u wilt. Het hoeft niet: hier in de chat kan alles ook zonder.',
}
