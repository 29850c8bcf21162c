import { text } from './finding-text.ts'

/** Header, body, footer, variables and examples: Meta’s limits and causes of rejection. */
export const META_TEXTS = {
  name: text(
    'meta',
    'error',
    ['Der Name hat Zeichen, die Meta nicht nimmt.', 'The name has characters that Meta does not take.'],
    [
      'Nimm kleine Buchstaben, Ziffern und _, höchstens 512.',
      'Use small letters, digits and _, at most 512.',
    ],
  ),
  name_missing: text(
    'meta',
    'error',
    ['Die Vorlage hat noch keinen Namen.', 'The template has no name yet.'],
    [
      'Gib ihr einen, an dem du sie wiederfindest: Menschen sehen ihn nie.',
      'Give it one by which you find it again: people never see it.',
    ],
  ),
  language: text(
    'meta',
    'error',
    ['Diese Sprache kennt Meta nicht.', 'Meta does not know this language.'],
    ['Wähle eine Sprache aus der Liste.', 'Choose a language from the list.'],
  ),
  category_codes: text(
    'meta',
    'error',
    [
      'Vorlagen für Einmalcodes bietet Jawort nicht an.',
      'Jawort does not offer templates for one-time codes.',
    ],
    ['Wähle Marketing oder Service.', 'Choose marketing or utility.'],
  ),
  duplicate: text(
    'meta',
    'warning',
    [
      'Die Vorlage „<other>“ sagt wörtlich dasselbe; Meta lehnt Doppelte oft ab.',
      'The template “<other>” says the very same; Meta often rejects duplicates.',
    ],
    ['Benutze die vorhandene, oder sag es anders.', 'Use the existing one, or say it differently.'],
  ),
  untranslated: text(
    'meta',
    'warning',
    [
      'Der Text ist derselbe wie in der Sprache <other>. Meta lehnt Vorlagen ab, deren Text nicht in ihrer Sprache steht.',
      'The text is the same as in the language <other>. Meta rejects templates whose text is not in their language.',
    ],
    ['Übersetze ihn, bevor du einreichst.', 'Translate it before you submit.'],
  ),
  header_empty: text(
    'meta',
    'error',
    ['Die Kopfzeile ist leer.', 'The header is empty.'],
    ['Schreib etwas hinein oder entferne sie.', 'Write something or remove it.'],
  ),
  header_length: text(
    'meta',
    'error',
    [
      'Die Kopfzeile hat <count> Zeichen; 60 sind erlaubt.',
      'The header has <count> characters; 60 are allowed.',
    ],
    ['Kürze sie um <over> Zeichen.', 'Shorten it by <over> characters.'],
  ),
  header_variables: text(
    'meta',
    'error',
    ['Die Kopfzeile hat mehr als eine Variable.', 'The header has more than one variable.'],
    ['Lass eine stehen und nimm die anderen in den Text.', 'Keep one and move the others into the text.'],
  ),
  header_format: text(
    'meta',
    'error',
    [
      'In der Kopfzeile gehen keine Emojis, Zeilenumbrüche und Formatierungen (* _ ~ `).',
      'The header takes no emoji, line breaks or formatting (* _ ~ `).',
    ],
    ['Nimm sie heraus.', 'Take them out.'],
  ),
  header_file: text(
    'meta',
    'error',
    ['Hier fehlt die Datei.', 'The file is missing here.'],
    [
      'Lade eine hoch oder nenne eine Adresse, die mit https:// beginnt.',
      'Upload one or give an address that starts with https://.',
    ],
  ),
  header_place: text(
    'meta',
    'error',
    ['Es fehlt, welchen Ort die Karte zeigt.', 'It is not said which place the map shows.'],
    ['Trage Namen, Adresse und Koordinaten ein.', 'Enter name, address and coordinates.'],
  ),
  body_empty: text(
    'meta',
    'error',
    ['Der Text fehlt.', 'The text is missing.'],
    ['Schreib, was die Menschen lesen sollen.', 'Write what people shall read.'],
  ),
  body_length: text(
    'meta',
    'error',
    [
      'Der Text hat <count> Zeichen; 1.024 sind erlaubt.',
      'The text has <count> characters; 1,024 are allowed.',
    ],
    ['Kürze ihn um <over> Zeichen.', 'Shorten it by <over> characters.'],
  ),
  body_spaces: text(
    'meta',
    'error',
    [
      'Mehr als vier Leerzeichen hintereinander lehnt Meta ab.',
      'Meta refuses more than four spaces in a row.',
    ],
    ['Lass eines stehen.', 'Leave one.'],
  ),
  body_line_breaks: text(
    'meta',
    'error',
    [
      'Mehr als zwei Zeilenumbrüche hintereinander lehnt Meta ab.',
      'Meta refuses more than two line breaks in a row.',
    ],
    ['Lass eine leere Zeile stehen.', 'Leave one empty line.'],
  ),
  variable_at_edge: text(
    'meta',
    'error',
    [
      'Der Text beginnt oder endet mit einer Variable; das lehnt Meta ab.',
      'The text starts or ends with a variable; Meta refuses that.',
    ],
    [
      'Schreib Worte davor oder dahinter, zum Beispiel „Hallo {{first_name}},“.',
      'Write words before or behind it, for example “Hello {{first_name}},”.',
    ],
  ),
  variables_adjacent: text(
    'meta',
    'error',
    ['Zwei Variablen stehen ohne Text nebeneinander.', 'Two variables stand side by side without text.'],
    [
      'Schreib ein Wort dazwischen, oder mach eine Variable daraus.',
      'Write a word between them, or make them one variable.',
    ],
  ),
  variable_density: text(
    'meta',
    'error',
    [
      'Zu viele Variablen (<names>) für so wenig Text (<words> Wörter).',
      'Too many variables (<names>) for so little text (<words> words).',
    ],
    ['Schreib mehr Wörter oder nimm Variablen heraus.', 'Add words or take out variables.'],
  ),
  variable_name: text(
    'meta',
    'error',
    ['Der Name der Variable {{<name>}} geht nicht.', 'The variable name {{<name>}} does not work.'],
    [
      'Nimm kleine Buchstaben, Ziffern und _; keine Zeichen wie # $ %.',
      'Use small letters, digits and _; no characters like # $ %.',
    ],
  ),
  variable_unnamed: text(
    'fair',
    'warning',
    [
      'Die Variable {{<name>}} hat nur eine Nummer; niemand sieht, was dort steht.',
      'The variable {{<name>}} is only a number; nobody sees what stands there.',
    ],
    ['Gib ihr einen Namen, etwa {{first_name}}.', 'Give it a name, such as {{first_name}}.'],
  ),
  variables_sequence: text(
    'meta',
    'error',
    [
      'Nummerierte Variablen müssen bei {{1}} anfangen und dürfen keine Lücke haben.',
      'Numbered variables must start at {{1}} and have no gap.',
    ],
    ['Nummeriere sie durch, oder gib ihnen Namen.', 'Number them in sequence, or give them names.'],
  ),
  variables_mixed: text(
    'meta',
    'error',
    [
      'Nummerierte und benannte Variablen lassen sich nicht mischen.',
      'Numbered and named variables cannot be mixed.',
    ],
    ['Gib allen einen Namen.', 'Give all of them names.'],
  ),
  variable_braces: text(
    'meta',
    'error',
    ['Eine Variable ist nicht richtig geschlossen.', 'A variable is not closed properly.'],
    ['Schreib sie so: {{first_name}}.', 'Write it like this: {{first_name}}.'],
  ),
  footer_length: text(
    'meta',
    'error',
    [
      'Die Fußzeile hat <count> Zeichen; 60 sind erlaubt.',
      'The footer has <count> characters; 60 are allowed.',
    ],
    ['Kürze sie um <over> Zeichen.', 'Shorten it by <over> characters.'],
  ),
  footer_variables: text(
    'meta',
    'error',
    ['In der Fußzeile gehen keine Variablen.', 'The footer takes no variables.'],
    ['Nimm sie in den Text.', 'Move them into the text.'],
  ),
  footer_format: text(
    'meta',
    'error',
    ['In der Fußzeile gehen keine Emojis und Zeilenumbrüche.', 'The footer takes no emoji or line breaks.'],
    ['Nimm sie heraus.', 'Take them out.'],
  ),
  sample_missing: text(
    'meta',
    'error',
    [
      'Für {{<name>}} fehlt ein Beispiel. Meta prüft die Vorlage damit.',
      'An example for {{<name>}} is missing. Meta reviews the template with it.',
    ],
    [
      'Trage eines ein, wie es wirklich vorkommt, aber von niemandem.',
      'Enter one as it really occurs, but of nobody.',
    ],
  ),
  sample_variable: text(
    'meta',
    'error',
    [
      'Das Beispiel für {{<name>}} ist selbst eine Variable.',
      'The example for {{<name>}} is a variable itself.',
    ],
    ['Trage ein, was dort stehen könnte.', 'Enter what could stand there.'],
  ),
  sample_person: text(
    'C-18',
    'warning',
    [
      'Das Beispiel für {{<name>}} sieht nach einem echten Menschen aus; Metas Prüfer lesen es.',
      'The example for {{<name>}} looks like a real person; Meta’s reviewers read it.',
    ],
    ['Nimm eine erfundene Adresse oder Nummer.', 'Use an invented address or number.'],
  ),
  language_mismatch: text(
    'meta',
    'warning',
    [
      'Der Text sieht nach einer anderen Sprache aus (<found>) als angegeben; das ist ein Grund zur Ablehnung.',
      'The text looks like another language (<found>) than stated; that is a cause of rejection.',
    ],
    [
      'Wähle die Sprache des Textes, oder übersetze ihn.',
      'Choose the language of the text, or translate it.',
    ],
  ),
}
