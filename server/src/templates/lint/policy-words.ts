import type { Sentence } from '../../platform/index.ts'

/**
 * Goods that Meta's commerce policy forbids or ties to conditions, in German and English. Words, not a verdict: wine glasses are
 * allowed, wine is not everywhere; the marketer decides, and knows.
 */
export const RESTRICTED: readonly { what: Sentence; words: RegExp }[] = [
  {
    what: { de: 'Alkohol', en: 'alcohol' },
    words:
      /\b(wein(e|paket|probe)?|bier(e|kasten)?|sekt|champagner|schnaps|whisk(e)?y|gin|wodka|vodka|rum|likör|spirituosen|wine|beer|champagne|spirits|liquor)\b/iu,
  },
  {
    what: { de: 'Tabak und E-Zigaretten', en: 'tobacco and vapes' },
    words:
      /\b(tabak|zigaretten|zigarren|e-?zigarette[n]?|vapes?|shisha|snus|tobacco|cigarettes?|cigars?|e-?cigarettes?)\b/iu,
  },
  {
    what: { de: 'Arzneimittel', en: 'medicines' },
    words:
      /\b(arzneimittel|medikamente?|rezeptpflichtig\w*|antibiotika|schmerzmittel|potenzmittel|prescription drugs?|medicines?|antibiotics|painkillers|viagra)\b/iu,
  },
  {
    what: { de: 'Drogen', en: 'drugs' },
    words: /\b(cannabis|marihuana|cbd|thc|hanföl|kokain|marijuana|cocaine|hemp oil)\b/iu,
  },
  {
    what: { de: 'Waffen', en: 'weapons' },
    words:
      /\b(waffen?|pistolen?|gewehre?|munition|pfefferspray|springmesser|sprengstoff|weapons?|firearms?|pistols?|rifles?|ammunition|pepper spray|explosives)\b/iu,
  },
  {
    what: { de: 'Glücksspiel', en: 'gambling' },
    words: /\b(glücksspiel|casino|sportwetten|wettbonus|lotto|poker|gambling|betting|slots)\b/iu,
  },
  {
    what: { de: 'lebende Tiere', en: 'live animals' },
    words: /\b(welpen|katzenbabys?|lebende tiere|puppies|kittens|live animals)\b/iu,
  },
  {
    what: { de: 'Erotik und Partnervermittlung', en: 'adult content and dating' },
    words:
      /\b(erotik\w*|sexspielzeug|pornos?|escorts?|partnervermittlung|dating-?(app|portal)|adult toys?|porn\w*|dating (app|site|service))\b/iu,
  },
  {
    what: { de: 'Kryptowährungen', en: 'digital currency' },
    words: /\b(bitcoin|ethereum|krypto\w*|crypto\w*|nft)\b/iu,
  },
  {
    what: { de: 'Nahrungsergänzung', en: 'supplements' },
    words:
      /\b(nahrungsergänzung\w*|anabolika|steroide?|fatburner|abnehmpillen|diätpillen|dietary supplements?|steroids?|fat burner|diet pills)\b/iu,
  },
  {
    what: { de: 'Schneeballsysteme und Kredite', en: 'multi-level marketing and payday loans' },
    words:
      /\b(schneeballsystem|strukturvertrieb|network marketing|multi-?level|sofortkredit|kredit ohne schufa|schnell reich|payday loans?|get rich|passives einkommen|passive income)\b/iu,
  },
]

/** Asking for what nobody should write into a chat (WhatsApp Business Messaging Policy). */
export const SENSITIVE =
  /\b(schick|sende|schreib|nenn|gib|antworte|teile)\w*\b[^.!?\n]{0,50}\b(kreditkarte\w*|kartennummer|kontonummer|iban|cvv|pin|passwort|kennwort|ausweis(nummer|kopie)?|sozialversicherungsnummer|tan)\b|\b(send|reply|tell|share|give|confirm|provide)\b[^.!?\n]{0,50}\b(credit card|card number|account number|iban|cvv|pin|password|passport (number|copy)|id (card|number)|social security)\b/iu

/** Meta rejects threats as abusive, also those of a creditor. */
export const THREAT =
  /\b(rechtliche schritte|inkasso|gerichtsvollzieher|strafanzeige|anwalt ein|letzte mahnung|legal action|debt collect\w*|take you to court|final warning|we will sue)\b/iu

/** Asking people to pass a message on makes a chain of it (C-61). */
export const CHAIN =
  /(?<!\b(ich|wir|er|sie|es) )\bleite(t|n sie)?\b( bitte)?( diese nachricht| die nachricht| das| dies| sie| es)?\b[^.!?\n]{0,40}\bweiter\b(?=\s*([^\p{L}\s]|und\b|$))|\bweiterleiten an\b|\b(bitte )?(an (alle|deine|ihre|eure)[^.!?\n]{0,30}) weiterleiten|\bteile?[nt]?\b( sie)? (diese nachricht|das|dies) mit\b|\bschick(e|t|en sie)? (das|diese nachricht|dies) (an|weiter)|\b(sag|erzähl)\w* (es )?(allen|deinen freunden) weiter|\bforward (this|to|it)\b|\bshare this (message )?with|\bpass (it|this) on\b|\bsend this (message )?to (your|all|ten|\d)/iu

/** Pressing people; false scarcity is unlawful besides. */
export const PRESSURE =
  /\b(letzte chance|nur noch (heute|wenige|\d+ stück)|beeil dich|schnell sein|nicht verpassen|jetzt oder nie|last chance|hurry( up)?|only \d+ left|don[’']t miss( out)?|act (now|fast)|now or never)\b/iu
