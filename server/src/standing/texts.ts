import type { Sentence } from '../platform/index.ts'

interface Text {
  title: Sentence
  /** What to do now. `{name}` is replaced by the value in the data. */
  detail: Sentence
}

const text = (titleDe: string, titleEn: string, detailDe: string, detailEn: string): Text => ({
  title: { de: titleDe, en: titleEn },
  detail: { de: detailDe, en: detailEn },
})

/** What each kind of notification says. */
export const TEXTS: Record<string, Text> = {
  'records.processors_changed': text(
    'Die Liste der Auftragsverarbeiter hat sich geändert',
    'The list of processors has changed',
    'Betrifft: {names}. Wer für andere sendet, muss sie darüber informieren, damit sie widersprechen können (Art. 28 Abs. 2 DSGVO).',
    'Concerns: {names}. Whoever sends for others must tell them, so that they can object (Article 28 (2) GDPR).',
  ),
  'admission.applied': text(
    'Zulassung beantragt',
    'Admission applied for',
    'Jemand anderes liest den Antrag und entscheidet: eine zweite Inhaberin, die oder der Datenschutzbeauftragte, oder wer Jawort betreibt.',
    'Somebody else reads the application and decides: a second owner, the data protection officer, or whoever operates Jawort.',
  ),
  'admission.approved': text(
    'Zugelassen',
    'Let in',
    'Die Grenze der Probezeit gilt nicht mehr. Die Begründung steht unter Einstellungen, Zulassung.',
    'The cap of the trial is gone. The reason stands under Settings, Admission.',
  ),
  'admission.refused': text(
    'Zulassung abgelehnt',
    'Admission refused',
    'Die Begründung steht unter Einstellungen, Zulassung. Ihr könnt die Angaben ändern und noch einmal fragen.',
    'The reason stands under Settings, Admission. You can change what you say and apply again.',
  ),
  'template.approved': text(
    'Vorlage „{name}“ freigegeben',
    'Template “{name}” approved',
    'Du kannst sie jetzt in Kampagnen verwenden.',
    'You can use it in campaigns now.',
  ),
  'template.rejected': text(
    'Vorlage „{name}“ abgelehnt',
    'Template “{name}” rejected',
    'Meta nennt als Grund: {reason}. Ändere den Text und reiche sie noch einmal ein.',
    'Meta’s reason: {reason}. Change the text and submit it again.',
  ),
  'template.paused': text(
    'Vorlage „{name}“ pausiert',
    'Template “{name}” paused',
    'Menschen haben schlecht auf sie reagiert. Kampagnen damit ruhen. Eine Pause nach den ersten Nachrichten hebst du selbst auf, auf der Seite der Vorlage; jede andere endet von selbst.',
    'People responded badly to it. Campaigns with it rest. A pause after the first messages is lifted by you, on the template’s page; any other ends by itself.',
  ),
  'template.disabled': text(
    'Vorlage „{name}“ abgeschaltet',
    'Template “{name}” disabled',
    'Meta hat sie dauerhaft abgeschaltet. Lege eine neue an und schreibe seltener oder passender.',
    'Meta switched it off for good. Create a new one, and write less often or more to the point.',
  ),
  'template.quality': text(
    'Qualität der Vorlage „{name}“: {after}',
    'Quality of template “{name}”: {after}',
    'Vorher {before}. Gelb und Rot heißen: Menschen blockieren oder melden sie.',
    'Before: {before}. Yellow and red mean that people block or report it.',
  ),
  'template.category': text(
    'Vorlage „{name}“ ist jetzt {after}',
    'Template “{name}” is now {after}',
    'Meta hat sie umgestuft (vorher {before}). Eine Nachricht in {market} kostet damit {priceAfter} statt {priceBefore} {currency}. Werbung braucht eine Einwilligung: was ohne sie wartete, geht nicht hinaus.',
    'Meta reclassified it (before: {before}). A message in {market} costs {priceAfter} instead of {priceBefore} {currency} now. Marketing needs consent: what waited without it does not go out.',
  ),
  'template.category_announced': text(
    'Vorlage „{name}“ wird {after}',
    'Template “{name}” becomes {after}',
    'Meta stuft sie bald um (jetzt {before}). Eine Nachricht in {market} kostet dann {priceAfter} statt {priceBefore} {currency}. Prüfe den Text, oder erhebe Einspruch.',
    'Meta will reclassify it soon (now {before}). A message in {market} will then cost {priceAfter} instead of {priceBefore} {currency}. Check its text, or appeal.',
  ),
  'template.paused_until': text(
    'Vorlage „{name}“ pausiert, Stufe {step} von 2',
    'Template “{name}” paused, step {step} of 2',
    'Zu viele Menschen haben sie blockiert oder gemeldet. Meta gibt sie um {until} UTC wieder frei; nach Stufe 2 schaltet Meta sie ab. Ändere bis dahin den Text oder den Empfängerkreis.',
    'Too many people blocked or reported it. Meta lifts the pause at {until} UTC; after step 2 Meta switches it off. Change the text or who gets it until then.',
  ),
  'template.category_unpriced': text(
    'Vorlage „{name}“ ist jetzt {after}',
    'Template “{name}” is now {after}',
    'Meta hat sie umgestuft (vorher {before}). Die Preisliste nennt dafür keinen Preis. Werbung braucht eine Einwilligung: was ohne sie wartete, geht nicht hinaus.',
    'Meta reclassified it (before: {before}). The price list names no price for it. Marketing needs consent: what waited without it does not go out.',
  ),
  'template.category_announced_unpriced': text(
    'Vorlage „{name}“ wird {after}',
    'Template “{name}” becomes {after}',
    'Meta stuft sie bald um (jetzt {before}). Die Preisliste nennt dafür keinen Preis. Prüfe den Text, oder erhebe Einspruch.',
    'Meta will reclassify it soon (now {before}). The price list names no price for it. Check its text, or appeal.',
  ),
  'template.flagged': text(
    'Vorlage „{name}“ steht unter Beobachtung',
    'Template “{name}” is being watched',
    'Viele Menschen blockieren oder melden sie. Bleibt das so, pausiert Meta sie. Prüfe jetzt Text und Empfängerkreis.',
    'Many people block or report it. If that goes on, Meta pauses it. Check the text and who gets it now.',
  ),
  'template.archived': text(
    'Vorlage „{name}“ archiviert',
    'Template “{name}” archived',
    'Sie war lange unbenutzt. Meta löscht sie nach 28 Tagen; bis dahin lässt sie sich zurückholen.',
    'Nobody used it for long. Meta deletes it after 28 days; until then it can be brought back.',
  ),
  'template.archives_soon': text(
    'Vorlage „{name}“ wird am {day} archiviert',
    'Template “{name}” will be archived on {day}',
    'Seit elf Monaten hat sie niemand benutzt; nach zwölf archiviert Meta sie. Eine Kampagne damit hält sie.',
    'Nobody has used it for eleven months; after twelve Meta archives it. A campaign with it keeps it.',
  ),
  'template.deleted': text(
    'Vorlage „{name}“ bei Meta gelöscht',
    'Template “{name}” deleted at Meta',
    'Keine Kampagne braucht sie. Was damit gesendet wurde, bleibt lesbar; den Namen sperrt Meta 30 Tage lang.',
    'No campaign needs it. What was sent with it stays readable; Meta keeps the name locked for 30 days.',
  ),
  'template.deleted_needed': text(
    'Vorlage „{name}“ bei Meta gelöscht, Kampagnen brauchen sie',
    'Template “{name}” deleted at Meta, campaigns need it',
    'Betrifft: {campaigns}. Was lief, ist pausiert, was geplant ist, sendet nicht. Lege sie unter einem anderen Namen neu an (den alten sperrt Meta 30 Tage lang), nimm sie in Entwürfe auf, und beende, was nicht mehr gehen kann.',
    'Concerns: {campaigns}. What ran is paused, what is scheduled will not send. Create it anew under another name (Meta locks the old one for 30 days), put it into drafts, and end what cannot go on.',
  ),
  'template.deleted_many': text(
    '{count} Vorlagen bei Meta gelöscht',
    '{count} templates deleted at Meta',
    'Es sind: {names}. Keine Kampagne braucht sie. Was damit gesendet wurde, bleibt lesbar.',
    'They are: {names}. No campaign needs them. What was sent with them stays readable.',
  ),
  'channel.quality': text(
    'Qualität der Nummer „{name}“: {after}',
    'Quality of number “{name}”: {after}',
    'Vorher {before}. Sinkt sie, ruht alle Werbung dieser Nummer, bis du sie mit einem Grund fortsetzt.',
    'Before: {before}. When it falls, all marketing of this number rests until you resume it with a reason.',
  ),
  'channel.limit': text(
    'Tageslimit von „{name}“ geändert',
    'Daily limit of “{name}” changed',
    'Jetzt {after} Menschen in 24 Stunden (vorher {before}).',
    'Now {after} people in 24 hours (before: {before}).',
  ),
  'channel.state': text(
    'Nummer „{name}“: {after}',
    'Number “{name}”: {after}',
    'Vorher {before}. Solange die Nummer nicht verbunden ist, wird nichts über sie gesendet.',
    'Before: {before}. While the number is not connected nothing is sent over it.',
  ),
  'channel.account': text(
    'Meldung von Meta zum WhatsApp-Konto',
    'Message from Meta about the WhatsApp account',
    '{event}. Sieh im WhatsApp-Manager nach, was Meta erwartet.',
    '{event}. Look into WhatsApp Manager for what Meta expects.',
  ),
  'channel.name_refused': text(
    'Anzeigename von „{name}“: {after}',
    'Display name of “{name}”: {after}',
    'Meta nennt als Grund: {reason}. Ändere den Namen im WhatsApp Manager und lass ihn noch einmal prüfen.',
    'Meta’s reason: {reason}. Change the name in WhatsApp Manager and have it reviewed again.',
  ),
  'channel.name': text(
    'Anzeigename von „{name}“: {after}',
    'Display name of “{name}”: {after}',
    'Meta hat über den Anzeigenamen entschieden.',
    'Meta decided on the display name.',
  ),
  'channel.storage_finished': text(
    'Datenort von „{name}“ ist gesetzt',
    'The data location of “{name}” is set',
    'Die Änderung war abgebrochen, die Nummer so lange abgemeldet. Jawort hat sie zu Ende gebracht; was anstand, geht jetzt hinaus.',
    'The change had broken off and the number was deregistered meanwhile. Jawort has finished it; what was waiting leaves now.',
  ),
  'channel.storage_kept': text(
    'Datenort von „{name}“ nicht geändert',
    'The data location of “{name}” was not changed',
    'Die Änderung war abgebrochen. Die Nummer ist angemeldet und sendet, mit dem bisherigen Datenort: ändere ihn noch einmal.',
    'The change had broken off. The number is registered and sends, with the data location it had: change it again.',
  ),
  'channel.storage_stuck': text(
    '„{name}“ ist abgemeldet und sendet nicht',
    '“{name}” is deregistered and does not send',
    'Der Datenort wurde geändert, und Meta nimmt sie noch nicht zurück: {error} (Fehler {code}). Jawort versucht es weiter; unter Einstellungen, WhatsApp-Nummer, Datenort geht es auch sofort.',
    'Its data location was being changed, and Meta does not take it back yet: {error} (error {code}). Jawort keeps trying; under Settings, WhatsApp number, Data location you can do it at once.',
  ),
  'channel.storage_pin': text(
    '„{name}“ ist abgemeldet und braucht ihre PIN',
    '“{name}” is deregistered and needs its PIN',
    'Der Datenort wurde geändert, und Meta nimmt die PIN nicht an. Setze sie im WhatsApp Manager zurück und gib sie unter Einstellungen, WhatsApp-Nummer, Datenort ein: das meldet die Nummer an.',
    'Its data location was being changed, and Meta does not take the PIN. Reset it in the WhatsApp Manager and enter it under Settings, WhatsApp number, Data location: that registers the number.',
  ),
  'channel.storage_unreachable': text(
    '„{name}“ ist vielleicht abgemeldet',
    '“{name}” may be deregistered',
    'Die Änderung des Datenorts brach ab, und Meta sagt nichts über die Nummer. Prüfe unter Einstellungen, WhatsApp-Nummer die Verbindung; Jawort versucht es weiter.',
    'The change of its data location broke off, and Meta tells nothing about the number. Check the connection under Settings, WhatsApp number; Jawort keeps trying.',
  ),
  'channel.security': text(
    'Sicherheit der Nummer „{name}“',
    'Security of number “{name}”',
    '{event}. Wenn du das nicht warst, ändere sofort PIN und Zugänge bei Meta.',
    '{event}. If this was not you, change PIN and access at Meta at once.',
  ),
  'sending.stopped': text(
    'Senden angehalten: {error}',
    'Sending stopped: {error}',
    'WhatsApp nimmt gerade nichts mehr an (Fehler {code}). Offene Nachrichten bleiben in der Warteschlange.',
    'WhatsApp accepts nothing at the moment (error {code}). Open messages stay in the queue.',
  ),
  'sending.error': text(
    'Unerwarteter Fehler beim Senden ({code})',
    'Unexpected error while sending ({code})',
    '{error}. Betroffene Nachrichten gelten als fehlgeschlagen. Sieh dir Vorlage und Einstellungen an.',
    '{error}. The messages concerned count as failed. Have a look at the template and the settings.',
  ),
  'sending.country': text(
    'WhatsApp lässt Nachrichten nach {country} nicht zu',
    'WhatsApp does not allow messages to {country}',
    'Menschen mit Nummern aus diesem Land bekommen über dieses Konto nichts mehr.',
    'People with numbers of this country get nothing over this account any more.',
  ),
  'campaign.slowed': text(
    'Kampagne „{name}“ läuft mit halbem Tempo',
    'Campaign “{name}” runs at half pace',
    'Die Qualität ihrer Vorlage ist gelb: Menschen blockieren oder melden sie. Bei Rot hält sie an.',
    'The quality of its template is yellow: people block or report it. At red it pauses.',
  ),
  'campaign.ramp': text(
    'Kampagne „{name}“: der erste Teil ist gesendet',
    'Campaign “{name}”: the first part is sent',
    'Der Rest folgt nach der Wartezeit von selbst, wenn die Zahlen gut sind.',
    'The rest follows by itself after the waiting time if the figures are good.',
  ),
  'contact.unclear_stop': text(
    'Unklare Abmeldung',
    'Unclear wish to leave',
    'Jemand hat vielleicht STOP gemeint und bekommt keine Werbung, bis es geklärt ist. Eine Rückfrage ist gestellt.',
    'Somebody may have meant STOP and gets no marketing until it is clear. They have been asked.',
  ),
  'contact.age_hint': text(
    'Jemand ist vielleicht zu jung',
    'Somebody may be too young',
    'Die Person hat ihr Alter genannt und bekommt keine Werbung. Prüfe es; stimmt es, lösche ihre Daten (Art. 8 DSGVO).',
    'The person told their age and gets no marketing. Check it; if it is true, erase their data (Art. 8 GDPR).',
  ),
  'contact.wrong_person': text(
    'Die Nummer gehört jemand anderem',
    'The number belongs to somebody else',
    'Alle Einwilligungen sind beendet, die Adresse ist gesperrt. Lösche nun die Daten der früheren Person (Art. 5 und 17 DSGVO).',
    'All consents have ended and the address is blocked. Now erase the data of the person before (Art. 5 and 17 GDPR).',
  ),
  'wording.invalidated': text(
    'Text „{topic}“, Version {version} ({language}), ist ungültig',
    'Text “{topic}”, version {version} ({language}), is invalid',
    '{consents} Einwilligungen sind beendet. {messages} Nachrichten waren darauf gestützt; der Bericht steht unter Einstellungen › Themen.',
    '{consents} consents have ended. {messages} messages had been sent on the strength of it; the report is under Settings › Topics.',
  ),
  'intake.parked': text(
    'Eine Nachricht konnte nicht verarbeitet werden',
    'A message could not be processed',
    'Sie liegt sicher verwahrt; die Person erhält keine Werbung, bis du nachgesehen hast.',
    'It is kept safe; the person gets no marketing until you have looked.',
  ),
  'ledger.damaged': text(
    'Am Nachweisbuch wurde etwas verändert',
    'The ledger was changed',
    'Es passt nicht mehr zu seinem letzten unterschriebenen Stand. Neue Einträge werden gesammelt, aber nicht unterschrieben. Lass es prüfen und vergleiche es mit einer Sicherung; Abmeldungen wirken weiter sofort.',
    'It no longer fits its last signed checkpoint. New entries are collected but not signed. Have it checked and compare it with a backup; withdrawals still take effect at once.',
  ),
  'ledger.anchor_failing': text(
    'Das Nachweisbuch erreicht niemanden außerhalb',
    'The ledger reaches nobody outside',
    'Seit über zwei Tagen hat kein Stand die Anlage verlassen ({way}). Bitte sieh unter Datenschutz nach, oder frag den Betreiber. Einwilligungen und Abmeldungen wirken weiter.',
    'No checkpoint has left the installation for more than two days ({way}). Please look under privacy, or ask the operator. Consents and withdrawals still take effect.',
  ),
  'endpoint.gone': text(
    'Endpunkt „{name}“ ist ausgeschaltet: er will nichts mehr',
    'Endpoint “{name}” is switched off: it wants nothing more',
    'Er hat mit 410 geantwortet. Gibst du dort weiter Daten hin, muss der Empfänger anders von Löschungen und Berichtigungen erfahren (Art. 19 DSGVO). Einstellungen › Webhooks.',
    'It answered 410. If data still goes there, whoever gets it must learn of erasures and corrections in another way (Article 19 GDPR). Settings › Webhooks.',
  ),
  'endpoint.failing': text(
    'Endpunkt „{name}“ ist ausgeschaltet: seit fünf Tagen kommt nichts an',
    'Endpoint “{name}” is switched off: nothing has arrived for five days',
    'Lass ihn reparieren, schalte ihn unter Einstellungen › Webhooks wieder ein und stelle noch einmal zu, was nicht ankam (Art. 19 DSGVO).',
    'Have it repaired, switch it on again under Settings › Webhooks, and deliver again what did not arrive (Article 19 GDPR).',
  ),
  'endpoint.dead': text(
    'Endpunkt „{name}“ hat eine Mitteilung nicht angenommen',
    'Endpoint “{name}” did not take a notice',
    'Nach zehn Versuchen in drei Tagen wird sie nicht mehr von selbst zugestellt. Sieh unter Einstellungen › Webhooks nach; wer Daten bekam, muss von Änderungen erfahren (Art. 19 DSGVO).',
    'After ten attempts in three days it is not delivered by itself any more. Look under Settings › Webhooks; whoever got data has to learn of changes (Article 19 GDPR).',
  ),
  'budget.nearly': text(
    'Budget „{name}“ zu 80 % verbraucht',
    'Budget “{name}” 80 % used',
    'Von {amount} ist das meiste gebucht oder unterwegs. Ist es aufgebraucht, hält das Gate weitere Nachrichten zurück.',
    'Of {amount}, most is booked or under way. Once it is used up, the gate holds further messages back.',
  ),
  'budget.reached': text(
    'Budget „{name}“ aufgebraucht',
    'Budget “{name}” used up',
    'Kampagnen, die es brauchen, halten an, bis du es erhöhst oder der Zeitraum endet. Antworten und Bestätigungen gehen weiter.',
    'Campaigns that need it pause until you raise it or the period ends. Answers and receipts still go.',
  ),
  'campaign.paused': text(
    'Kampagne „{name}“ angehalten',
    'Campaign “{name}” paused',
    'Grund: {reason}. Du kannst sie in der Kampagne fortsetzen.',
    'Reason: {reason}. You can resume it in the campaign.',
  ),
  'campaign.finished': text(
    'Kampagne „{name}“ fertig',
    'Campaign “{name}” finished',
    'Der Bericht ist bereit.',
    'The report is ready.',
  ),
  'conversation.unheard': text(
    'Bitte anhören oder ansehen: Nachricht einer Person, die angehalten ist',
    'Please listen or look: a message from a person who is on hold',
    'Sie hat mit einer Sprachnachricht oder einem Bild geantwortet; das liest Jawort nicht. Werbung ruht, bis du weißt, was gemeint ist: abmelden oder weiter.',
    'They answered with a voice message or a picture, which Jawort does not read. Marketing rests until you know what they mean: leave or stay.',
  ),
  'privacy.access': text(
    'Jemand möchte Auskunft',
    'Somebody asks for access',
    'Eine Person will wissen, was du über sie weißt (Art. 15 DSGVO). Antworte bis {due}, unter „Datenschutz“.',
    'A person wants to know what you know about them (Article 15 GDPR). Answer by {due}, under “Privacy”.',
  ),
  'privacy.portability': text(
    'Jemand möchte seine Daten mitnehmen',
    'Somebody wants to take their data along',
    'Gib sie maschinenlesbar heraus (Art. 20 DSGVO), bis {due}, unter „Datenschutz“.',
    'Hand it over in a machine-readable form (Article 20 GDPR) by {due}, under “Privacy”.',
  ),
  'privacy.rectification': text(
    'Jemand möchte etwas berichtigen lassen',
    'Somebody asks for a correction',
    'Berichtige, was falsch ist (Art. 16 DSGVO), bis {due}, unter „Datenschutz“.',
    'Correct what is wrong (Article 16 GDPR) by {due}, under “Privacy”.',
  ),
  'privacy.restriction': text(
    'Jemand möchte, dass seine Daten ruhen',
    'Somebody asks to restrict the use of their data',
    'Schränk die Verarbeitung ein (Art. 18 DSGVO), bis {due}, unter „Datenschutz“.',
    'Restrict the processing (Article 18 GDPR) by {due}, under “Privacy”.',
  ),
  'privacy.objection': text(
    'Jemand hat widersprochen',
    'Somebody objected',
    'Die Person bekommt ab sofort keine Werbung mehr (Art. 21 DSGVO). Zu tun ist nichts.',
    'The person gets no marketing from now on (Article 21 GDPR). There is nothing to do.',
  ),
  'privacy.erasure': text(
    'Jemand möchte gelöscht werden',
    'Somebody asks to be erased',
    'Lösch die Person (Art. 17 DSGVO), bis {due}, unter „Datenschutz“.',
    'Erase the person (Article 17 GDPR) by {due}, under “Privacy”.',
  ),
  'privacy.due': text(
    'Eine Anfrage ist in {days} Tagen fällig',
    'A request is due in {days} days',
    'Spätestens am {due} muss die Person eine Antwort haben (Art. 12 Abs. 3 DSGVO).',
    'The person must have an answer by {due} at the latest (Article 12 (3) GDPR).',
  ),
  'privacy.overdue': text(
    'Eine Anfrage ist überfällig',
    'A request is overdue',
    'Die Frist war am {due} zu Ende (Art. 12 Abs. 3 DSGVO). Antworte jetzt und halte fest, warum es später wurde.',
    'The deadline ended on {due} (Article 12 (3) GDPR). Answer now, and note why it was late.',
  ),
  'privacy.unlock': text(
    'Ein gesperrter Nachweis soll geöffnet werden',
    'Restricted proof is to be opened',
    'Ein zweites Mitglied muss zustimmen, unter „Datenschutz“. Sieh dir vorher an, wofür.',
    'A second member has to agree, under “Privacy”. Look at the reason first.',
  ),
  'contact_import.undecided': text(
    'Eine Liste wartet noch auf Prüfung, bis {day}',
    'A list still waits to be checked, until {day}',
    'Ein zweites Mitglied muss über ihre Behauptungen entscheiden. Sonst verfallen sie an diesem Tag.',
    'A second member has to decide about its claims. Otherwise they lapse on that day.',
  ),
  'contact_import.lapsed': text(
    'Die Behauptungen einer Liste sind verfallen',
    'The claims of a list have lapsed',
    'Niemand hat sie bis {day} geprüft; sie sind gelöscht. Die Menschen bleiben als Kontakte ohne Einwilligung.',
    'Nobody checked them by {day}; they are deleted. The people stay as contacts without consent.',
  ),
  'breach.due': text(
    'Vorfall {number}: höchstens noch {hours} Stunden bis zur Meldung',
    'Breach {number}: at most {hours} hours left to notify',
    'Bis {until} UTC muss die Aufsichtsbehörde Bescheid wissen (Art. 33 Abs. 1 DSGVO), unter „Verzeichnis & Pflichten“. Was noch fehlt, darf nachkommen.',
    'The supervisory authority must know by {until} UTC (Article 33 (1) GDPR), under “Records & duties”. What is missing may follow.',
  ),
  'breach.overdue': text(
    'Vorfall {number}: die Frist zur Meldung ist vorbei',
    'Breach {number}: the deadline to notify is over',
    'Sie endete am {until} UTC (Art. 33 Abs. 1 DSGVO). Melde jetzt und begründe die Verzögerung.',
    'It ended on {until} UTC (Article 33 (1) GDPR). Notify now, and give the reasons for the delay.',
  ),
  'review.ready': text(
    'Qualitätsbericht {quarter} ist da',
    'Quality review {quarter} is ready',
    'Was gut lief, was geschadet hat und was am meisten hilft, aus deinen eigenen Zahlen. Unter „Zustand“.',
    'What went well, what hurt and what helps most, from your own figures. Under “Standing”.',
  ),
  'campaign.missed': text(
    'Kampagne „{name}“ nicht gestartet',
    'Campaign “{name}” not started',
    'Der geplante Zeitpunkt ist zu lange vorbei. Starte sie von Hand oder plane sie neu.',
    'Its time has passed too long ago. Start it by hand or schedule it anew.',
  ),
}

/** Of a kind that nobody wrote a text for. */
export const OTHER = text(
  'Neuigkeit',
  'News',
  'Sieh im Bereich „{entity}“ nach.',
  'Have a look at “{entity}”.',
)
