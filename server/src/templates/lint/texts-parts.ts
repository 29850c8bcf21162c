import { text } from './finding-text.ts'

/** Buttons and cards: Meta’s limits and causes of rejection. */
export const PART_TEXTS = {
  buttons_total: text(
    'meta',
    'error',
    ['Es sind <count> Knöpfe; 10 sind erlaubt.', 'There are <count> buttons; 10 are allowed.'],
    ['Nimm <over> heraus.', 'Take out <over>.'],
  ),
  buttons_url: text(
    'meta',
    'error',
    ['Mehr als zwei Link-Knöpfe.', 'More than two link buttons.'],
    ['Lass höchstens zwei stehen.', 'Leave at most two.'],
  ),
  buttons_phone: text(
    'meta',
    'error',
    ['Mehr als ein Anruf-Knopf.', 'More than one call button.'],
    ['Lass einen stehen.', 'Leave one.'],
  ),
  buttons_code: text(
    'meta',
    'error',
    ['Mehr als ein Knopf mit einem Code.', 'More than one button with a code.'],
    ['Lass einen stehen.', 'Leave one.'],
  ),
  buttons_grouping: text(
    'meta',
    'error',
    ['Antwort-Knöpfe und andere stehen durcheinander.', 'Quick replies and others are mixed.'],
    [
      'Stelle die Antwort-Knöpfe zusammen, vor oder nach die anderen.',
      'Put the quick replies together, before or after the others.',
    ],
  ),
  buttons_desktop: text(
    'fair',
    'warning',
    [
      'Mehr als drei Knöpfe oder gemischte Arten zeigt WhatsApp am Computer nicht an.',
      'WhatsApp on a computer does not show more than three buttons or mixed kinds.',
    ],
    ['Sag das Wichtige auch im Text.', 'Say what matters in the text as well.'],
  ),
  button_twice: text(
    'meta',
    'error',
    ['Zwei Knöpfe haben denselben Text.', 'Two buttons have the same text.'],
    ['Gib jedem einen eigenen.', 'Give each its own.'],
  ),
  button_empty: text(
    'meta',
    'error',
    ['Der Knopf hat keinen Text.', 'The button has no text.'],
    ['Schreib, was beim Antippen geschieht.', 'Write what a tap does.'],
  ),
  button_length: text(
    'meta',
    'error',
    ['Der Knopf hat <count> Zeichen; 25 sind erlaubt.', 'The button has <count> characters; 25 are allowed.'],
    ['Kürze ihn um <over> Zeichen.', 'Shorten it by <over> characters.'],
  ),
  button_format: text(
    'meta',
    'error',
    ['Auf Knöpfen gehen keine Variablen und Zeilenumbrüche.', 'Buttons take no variables or line breaks.'],
    ['Nimm sie heraus.', 'Take them out.'],
  ),
  button_url: text(
    'meta',
    'error',
    ['Der Link ist nicht vollständig.', 'The link is not complete.'],
    [
      'Er muss mit https:// beginnen und auf eine Seite zeigen.',
      'It must start with https:// and lead to a page.',
    ],
  ),
  button_url_length: text(
    'meta',
    'error',
    ['Der Link hat mehr als 2.000 Zeichen.', 'The link has more than 2,000 characters.'],
    ['Nimm eine kürzere Adresse.', 'Use a shorter address.'],
  ),
  button_url_variable: text(
    'meta',
    'error',
    [
      'Im Link steht eine Variable; Meta erlaubt sie nur ganz hinten.',
      'There is a variable in the link; Meta allows one at its very end only.',
    ],
    [
      'Nimm sie aus der Adresse und wähle sie als Anhang des Links.',
      'Take it out of the address and choose it as what is added to the link.',
    ],
  ),
  button_url_chat: text(
    'meta',
    'error',
    [
      'Links in einen WhatsApp-Chat lehnt Meta auf Knöpfen ab.',
      'Meta refuses links into a WhatsApp chat on buttons.',
    ],
    ['Nimm einen Antwort-Knopf: wer tippt, schreibt euch.', 'Use a quick reply: whoever taps writes to you.'],
  ),
  button_url_short: text(
    'meta',
    'warning',
    [
      'Gekürzte Links lehnt Meta oft ab, und Menschen trauen ihnen nicht.',
      'Meta often refuses shortened links, and people distrust them.',
    ],
    ['Nimm den vollen Link.', 'Use the full link.'],
  ),
  button_url_person: text(
    'C-18',
    'warning',
    [
      'Hinter dem Link steht ein Wert der Person ({{<name>}}): wer ihn öffnet, wird erkannt.',
      'Behind the link there is a value of the person ({{<name>}}): whoever opens it is recognised.',
    ],
    [
      'Nimm den Code der Kampagne, außer die Seite braucht den Wert, wie bei einer Bestellung.',
      'Use the code of the campaign, unless the page needs the value, as for an order.',
    ],
  ),
  button_url_example: text(
    'fair',
    'warning',
    ['Der Link zeigt noch auf ein Beispiel.', 'The link still leads to an example.'],
    ['Trage die eigene Adresse ein.', 'Enter your own address.'],
  ),
  button_phone: text(
    'meta',
    'error',
    ['Die Nummer geht so nicht.', 'The number does not work like this.'],
    [
      'Sie braucht 5 bis 20 Ziffern mit Ländervorwahl, zum Beispiel +4930123456.',
      'It needs 5 to 20 digits with its country code, for example +4930123456.',
    ],
  ),
  code_empty: text(
    'meta',
    'error',
    ['Der Code zum Kopieren fehlt.', 'The code to copy is missing.'],
    ['Trage ihn ein, oder eine Variable wie {{code}}.', 'Enter it, or a variable such as {{code}}.'],
  ),
  code_length: text(
    'meta',
    'error',
    ['Der Code hat <count> Zeichen; 20 sind erlaubt.', 'The code has <count> characters; 20 are allowed.'],
    ['Kürze ihn um <over> Zeichen.', 'Shorten it by <over> characters.'],
  ),
  code_format: text(
    'meta',
    'error',
    [
      'Ein Code ist ein festes Wort oder genau eine Variable.',
      'A code is a fixed word or exactly one variable.',
    ],
    ['Schreib SOMMER20 oder {{code}}, nicht beides.', 'Write SUMMER20 or {{code}}, not both.'],
  ),
  cards_count: text(
    'meta',
    'error',
    ['Es sind <count> Karten; 2 bis 10 sind erlaubt.', 'There are <count> cards; 2 to 10 are allowed.'],
    ['Füge welche hinzu oder nimm welche heraus.', 'Add some or take some out.'],
  ),
  cards_alone: text(
    'meta',
    'error',
    [
      'Mit Karten gibt es keine Kopfzeile, keine Fußzeile und keine Knöpfe daneben.',
      'With cards there is no header, footer or button beside them.',
    ],
    [
      'Nimm sie heraus; der Weg hinaus steht dann im Text oder auf den Karten.',
      'Take them out; the way out then stands in the text or on the cards.',
    ],
  ),
  cards_alike: text(
    'meta',
    'error',
    ['Diese Karte ist anders gebaut als die erste.', 'This card is built unlike the first one.'],
    [
      'Alle brauchen dieselbe Art Bild oder Video und dieselben Knöpfe in derselben Folge.',
      'All need the same kind of picture or video and the same buttons in the same order.',
    ],
  ),
  card_body: text(
    'meta',
    'error',
    ['Der Text der Karte fehlt.', 'The text of the card is missing.'],
    ['Schreib, was sie zeigt.', 'Write what it shows.'],
  ),
  card_body_length: text(
    'meta',
    'error',
    ['Die Karte hat <count> Zeichen; 160 sind erlaubt.', 'The card has <count> characters; 160 are allowed.'],
    ['Kürze sie um <over> Zeichen.', 'Shorten it by <over> characters.'],
  ),
  card_line_breaks: text(
    'meta',
    'error',
    ['Auf Karten gehen höchstens zwei Zeilenumbrüche.', 'Cards take at most two line breaks.'],
    ['Schreib es in einem Zug.', 'Write it in one go.'],
  ),
  card_buttons: text(
    'meta',
    'error',
    ['Eine Karte braucht einen oder zwei Knöpfe.', 'A card needs one or two buttons.'],
    ['Füge einen hinzu oder nimm welche heraus.', 'Add one or take some out.'],
  ),
  card_code: text(
    'meta',
    'error',
    ['Codes zum Kopieren gibt es auf Karten nicht.', 'There are no codes to copy on cards.'],
    ['Nimm einen Link.', 'Use a link.'],
  ),
}
