import { text } from './finding-text.ts'

/** What the law, Meta’s policies and fairness ask of a text. */
export const LAW_TEXTS = {
  opt_out_missing: text(
    'C-27',
    'error',
    [
      'Werbung braucht immer einen Weg hinaus, und hier ist keiner.',
      'Marketing always needs a way out, and there is none here.',
    ],
    [
      'Füge den Knopf „Abmelden“ hinzu, oder schreib „Abmelden jederzeit mit STOP“ in die Fußzeile, bei Karten in den Text.',
      'Add the button “Unsubscribe”, or write “Write STOP to unsubscribe” into the footer, with cards into the text.',
    ],
  ),
  opt_out_button: text(
    'C-27',
    'warning',
    [
      'Ein Knopf „Abmelden“ ist leichter, als ein Wort zu tippen; wer ihn findet, meldet dich nicht.',
      'A button “Unsubscribe” is easier than typing a word; people who find it do not report you.',
    ],
    ['Füge ihn hinzu.', 'Add it.'],
  ),
  sender: text(
    'fair',
    'warning',
    [
      'Der Text nennt nicht, von wem er ist („<name>“). Wen Menschen nicht erkennen, melden sie.',
      'The text does not say who writes (“<name>”). People report whom they do not recognise.',
    ],
    ['Nenne euch in der Kopfzeile oder im Text.', 'Name yourselves in the header or the text.'],
  ),
  promotion_in_utility: text(
    'C-64',
    'error',
    [
      '„<words>“ ist Werbung (<what_de>); in einer Service-Nachricht macht es die ganze Nachricht dazu.',
      '“<words>” is advertising (<what_en>); in a utility message it makes all of it that.',
    ],
    [
      'Nimm den Satz heraus, oder wähle Marketing: dann geht sie nur an Menschen mit Einwilligung.',
      'Take the sentence out, or choose marketing: then it goes only to people with consent.',
    ],
  ),
  chain: text(
    'C-61',
    'error',
    [
      '„<words>“ bittet ums Weiterleiten; Kettennachrichten sperrt WhatsApp.',
      '“<words>” asks people to forward; WhatsApp blocks chain messages.',
    ],
    [
      'Lass den Satz weg. Wer mag, teilt von selbst.',
      'Leave the sentence out. Who likes it shares by themselves.',
    ],
  ),
  restricted_goods: text(
    'meta',
    'warning',
    [
      '„<words>“: <what_de> dürfen über WhatsApp nicht oder nur mit Bedingungen verkauft werden (Metas Handelsrichtlinie).',
      '“<words>”: <what_en> may not be sold through WhatsApp, or only under conditions (Meta’s commerce policy).',
    ],
    [
      'Prüfe, ob dein Angebot erlaubt ist; verboten bleibt es auch mit Einwilligung.',
      'Check whether your offer is allowed; what is forbidden stays so with consent.',
    ],
  ),
  sensitive_request: text(
    'meta',
    'error',
    [
      '„<words>“ fragt nach Daten, die niemand in einen Chat schreiben soll (Zahlungsdaten, Ausweise, Passwörter).',
      '“<words>” asks for data that nobody should write into a chat (payment data, identity papers, passwords).',
    ],
    ['Führe die Menschen mit einem Link auf eine sichere Seite.', 'Lead people to a safe page by a link.'],
  ),
  threat: text(
    'meta',
    'error',
    [
      '„<words>“ klingt wie eine Drohung; Meta lehnt das als missbräuchlich ab.',
      '“<words>” sounds like a threat; Meta rejects that as abusive.',
    ],
    ['Sag sachlich, was ansteht und bis wann.', 'Say plainly what is due and when.'],
  ),
  pressure: text(
    'fair',
    'warning',
    [
      '„<words>“ macht Druck. Das wirkt kurz und kostet Vertrauen; falsche Knappheit ist verboten (§ 5 UWG).',
      '“<words>” puts on pressure. It works briefly and costs trust; false scarcity is unlawful.',
    ],
    ['Nenne das Datum, bis zu dem es gilt.', 'Name the date until which it holds.'],
  ),
  shouting: text(
    'fair',
    'warning',
    [
      'Großbuchstaben am Stück, viele Ausrufezeichen oder viele Emojis lesen sich wie Spam.',
      'Capitals in a row, many exclamation marks or many emoji read like spam.',
    ],
    ['Schreib, wie du mit Kundinnen sprichst.', 'Write as you talk to customers.'],
  ),
  text_long: text(
    'fair',
    'warning',
    [
      'Der Text ist lang (<count> Zeichen): auf dem Telefon klappt WhatsApp ihn ein.',
      'The text is long (<count> characters): WhatsApp folds it on the phone.',
    ],
    [
      'Sag das Wichtigste in den ersten zwei Zeilen, den Rest auf der Seite hinter dem Link.',
      'Say what matters in the first two lines, the rest on the page behind the link.',
    ],
  ),
  sentence_long: text(
    'fair',
    'warning',
    ['Ein Satz hat <count> Wörter.', 'A sentence has <count> words.'],
    ['Mach zwei daraus.', 'Make it two.'],
  ),
}
