/**
 * The labelled lines that specify the STOP grammar (C-28): written by us, in the way people type on a phone. Lines are
 * separated by "|". `stop` must withdraw in that tier, `unclear` must hold and ask, `never` must do neither.
 */

export const lines = (block: string) =>
  block
    .split(/[|\n]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

export const MUST_STOP = {
  K1: lines(`
    STOP | stop | Stop. | sToP | STOPP | Stopp!!! | stopp... | *STOP* | _stop_ | "STOP" | „Stopp“ | #stop | /stop | STOP 🛑 | 🛑 STOP 🛑
    ✋stop✋ | stooooop | STOPPPP | s t o p | S.T.O.P. | S-T-O-P | ＳＴＯＰ | 𝐒𝐓𝐎𝐏 | ⓢⓣⓞⓟ | st0p | sotp | stpo | stop stop stop | STOPSTOP
    Stop! Stop! | STOP 😡😡 | stop 🙏 | Stop?! | > STOP | STOPALL | stoppen | Stoppen! | Halt | HALT!!! | ende | Ende. | ENDE 🏁 | raus | Raus!
    abmelden | Abmelden | ABMELDEN!!! | abmelden. | abmeden | abmeldn | abmleden | Abmeldung | ab melden | abbestellen | Abbestellen
    abbestelen | austragen | AUSTRAGEN | austrgen | kündigen | Kündigen! | kuendigen | kündgen | unsubscribe | UNSUBSCRIBE | Unsubscibe
    unsubscribe! | unsuscribe | unsubcribe | un-subscribe | unsub | optout | opt out | Opt-Out | OPT OUT!! | cancel | CANCEL. | cancle | end | END
    quit | Quit! | revoke | REVOKE | arrêt | ARRET | Arrêt ! | arrêter | arreter | Arrêtez ! | arrête | désabonner | DESABONNER
    désaboner | désabonnement | désinscription | stop stopp | baja | BAJA | Baja! | alta no | ALTA NO | parar | Parar
    cancelar suscripción | CANCELAR SUSCRIPCION | desuscribir | disiscrivi | DISISCRIVI | disiscrivimi | disicrivimi | cancellami
    Cancellami! | basta | BASTA!!! | disiscrizione | afmelden | AFMELDEN | afmeldn | uitschrijven | Uitschrijven. | uitschrijvn | afmelding
    sair | SAIR | pare | Pare! | remover | descadastrar | wypisz | WYPISZ | iptal | İPTAL | IPTAL! | dur | Dur | DUR! | стоп | СТОП! | отписаться
    відписатися | abmelden. LG Anna | halt stop | Halt! Stopp! | odhlásit | dezabonare | توقف`),
  K2: lines(`
    stop bitte | STOP bitte | Bitte stop | bitte STOPP! | Stopp!!! 🛑 danke | abmelden danke | Abmelden bitte | bitte abmelden | bitte sofort abmelden
    Hallo, bitte abmelden | Hallo! Bitte abmelden. Danke! | Guten Tag, bitte abmelden | Abmelden bitte 🙏 | alles abmelden | alles stop
    Stopp Werbung | Werbung stoppen | werbung abbestellen | Newsletter abmelden | Newsletter abbestellen bitte | Newsletter kündigen
    newsletter stop | bitte newsletter stoppen | vom newsletter abmelden | Vom Newsletter bitte abmelden | Bitte mich vom Newsletter abmelden danke
    mich abmelden | bitte mich austragen | bitte aus dem verteiler austragen | stop nachrichten | stop whatsapp | Stop sofort!!
    Nein, stop | nein danke, abmelden | Nein! Stopp! | ja abmelden | Ja, bitte abmelden | bitte abmeden | Bitte abmelden, MfG Peter Kurz
    stop jetzt | STOP JETZT ENDLICH | kündigen bitte | bitte kündigen danke | liebes team bitte abmelden
    please stop | Please STOP | stop please | pls stop | plz stop!! | stop pls 🙏 | STOP thanks | stop, thank you | unsubscribe please
    please unsubscribe | unsubscribe me | Please unsubscribe me | unsubscribe me please thanks | unsubscribe all | stop all | STOP ALL NOW
    stop all messages | stop messages | stop the messages | stop these messages please | stop texting | stop spam | cancel messages | cancel all messages
    cancel please | opt out please | opt-out now | please opt out | hi, stop please | stop asap | Stop now!!! | OK stop | yes stop | Yes, unsubscribe me
    unsubscibe pls | stop your ads | stop newsletter | stop sms | STOP SMS | quit please
    stop merci | STOP svp | stop s'il vous plaît | arrêter svp | Arrêtez merci | arrêt sms | stop pub | STOP PUB SVP | stop publicité | stop les pubs
    stop aux messages | me désabonner | désabonner svp | Bonjour, désabonnez moi | bonjour stop merci | désinscription newsletter | désabonnement svp merci
    oui stop | arrêtez les messages | arrêtez tout | stop tout
    stop grazie | basta grazie | basta messaggi | basta pubblicità!! | stop messaggi | stop pubblicità per favore | Ciao, cancellami grazie
    cancellami dalla newsletter | disiscrivimi per favore | disiscrivi subito | sì stop | disiscrivermi dalla newsletter
    stop por favor | parar por favor | baja por favor | baja gracias | Baja, gracias | hola baja por favor | baja newsletter | stop mensajes | basta ya
    stop publicidad | sí, baja | stop ya
    stop aub | stop alsjeblieft | afmelden aub | graag afmelden | Graag uitschrijven, bedankt | uitschrijven a.u.b. | stop berichten | stop reclame
    nieuwsbrief afmelden | afmelden voor de nieuwsbrief | Nee, stop | ja afmelden | mij afmelden | hoi graag afmelden dankjewel
    stop mensagens | sair por favor | wypisz newsletter | stop reklam | mesaj iptal | se désinscrire | STOP TEXTING ME | please stop texting me | stop messaging me | quit texting me | stop all the messages | stop with the ads | Hi, please stop messaging me, thanks. Regards, Tom | désabonnez-moi | basta con i messaggi | basta de mensajes | ya basta | ¡Ya basta!
    bitte abmelden, vielen dank und liebe grüße | Bitte abmelden. Mit freundlichen Grüßen Max Muster | Abmeldung vom Newsletter | newsletter bitte abbestellen danke | stop whatsapp newsletter | iptal mesajlar`),
  K3: lines(`
    bitte keine Nachrichten mehr | Keine Nachrichten mehr bitte | Bitte keine Nachrichten mehr senden! | keine werbung mehr | Keine Werbung mehr!!!
    Bitte keine Werbung mehr an mich | bitte keine werbung | Keine Werbung bitte | bitte keine weiteren Nachrichten | ab sofort keine werbung mehr
    Hallo, bitte keine Werbung mehr. LG Sabine | ich möchte keine Nachrichten mehr | Ich möchte keine Werbung mehr von euch | ich will keine werbung mehr bekommen
    Ich möchte keine Nachrichten mehr erhalten | ich moechte keine nachrichten mehr | schreibt mir nicht mehr | Schreibt mir bitte nicht mehr! | schreib mir nicht mehr
    schreiben Sie mir bitte nicht mehr | bitte nicht mehr schreiben | bitte schickt mir nichts mehr | Schickt mir keine Werbung mehr | schickt mir keine nachrichten mehr bitte
    Senden Sie mir keine Nachrichten mehr | nehmt mich aus dem Verteiler | Bitte nehmt mich aus eurem Verteiler | Nehmen Sie mich bitte aus Ihrem Verteiler
    bitte aus dem verteiler nehmen | streicht mich von der Liste | Bitte löscht mich aus dem Verteiler | bitte entfernt mich aus der liste | raus aus dem verteiler
    ich widerrufe | Ich widerrufe! | Hiermit widerrufe ich meine Einwilligung | Ich widerrufe meine Einwilligung zur Werbung | ich widerrufe hiermit
    Ich widerspreche der Werbung | Ich widerspreche jeglicher Werbung | lasst mich in Ruhe | Lasst mich bitte in Ruhe!! | lass mich endlich in ruhe 😡 | Lassen Sie mich in Ruhe
    meldet mich ab | Bitte meldet mich ab | bitte meldet mich vom newsletter ab | Melden Sie mich bitte ab | tragt mich bitte aus | Ich möchte mich abmelden
    ich möchte mich bitte abmelden | Ich will mich vom Newsletter abmelden | möchte mich gerne abmelden | Könnt ihr mich bitte abmelden? | Hallo, könnten Sie mich bitte abmelden? Danke
    hört auf mir zu schreiben | Hört bitte auf mit der Werbung | hört auf mit den nachrichten | schluss mit der werbung | stoppt die Werbung | Stoppt bitte die Nachrichten
    Ich mag euch, aber bitte keine Werbung mehr | ich will nichts mehr von euch hören | keine angebote mehr bitte | Keine WhatsApp Nachrichten mehr
    Danke für alles. Bitte keine Nachrichten mehr | bitte net mehr schreiben | kontaktiert mich nicht mehr | Zu viele Nachrichten, bitte keine Werbung mehr
    stop sending me messages | Stop sending me this stuff | stop contacting me!! | Can you please stop sending me messages?
    please stop sending me messages now | stop spamming me | remove me from your list | Please remove me from your list | remove me from this list!!! | Remove me
    take me off your list | take me off this list please | Please take me off your mailing list | no more messages | No more messages please | no more ads | no more texts!! | no more spam
    don't text me | Dont text me | don't text me anymore | do not contact me again | Please don't message me again | don't send me any more messages | never contact me again
    leave me alone | Leave me alone! | I want to unsubscribe | i want to opt out | I'd like to unsubscribe please | I would like to opt out | opt me out | unsubscribe me from your list
    I withdraw my consent | I revoke my consent | i don't want any more messages | I don't want your messages | I no longer want to receive messages | I no longer wish to receive your newsletter
    I do not want to receive marketing messages
    ne m'envoyez plus de messages | Ne m’envoyez plus de messages | ne m'envoyez plus rien | m'envoyez plus de pub | ne m'écrivez plus | Ne me contactez plus | n'envoyez plus de messages svp
    je ne veux plus recevoir | Je ne veux plus recevoir vos messages | je ne veux plus de messages | je ne souhaite plus recevoir de publicité | Bonjour, je ne veux plus de pub merci
    arrêtez de m'envoyer des messages | Arrêtez de m'écrire ! | arrête de m'envoyer des messages | retirez-moi de votre liste | Supprimez moi de la liste svp | enlevez-moi de vos contacts
    je veux me désabonner | Je souhaite me désinscrire | je me désabonne | laissez-moi tranquille | Laissez moi tranquille !!! | plus aucun message svp | je retire mon consentement
    non voglio più messaggi | Non voglio più ricevere messaggi | non voglio più ricevere nulla | non mandatemi più messaggi | Non mi scrivete più | non scrivetemi più! | non contattatemi più
    toglietemi dalla lista | Cancellatemi dalla lista per favore | rimuovetemi dalla vostra lista | voglio disiscrivermi | Vorrei cancellarmi dalla newsletter | lasciatemi in pace
    revoco il consenso | smettetela di scrivermi | smettete di mandarmi messaggi | niente più messaggi | mi cancello dalla lista
    no quiero más mensajes | No quiero mas mensajes | no quiero recibir más mensajes | Ya no quiero recibir publicidad | no quiero recibir publicidad | dadme de baja | Dadme de baja por favor
    denme de baja | Quiero darme de baja | quiero darme de baja de la lista | me doy de baja | no me escribáis más | No me envíen más mensajes | no me mandéis más publicidad | no me manden mas | no más mensajes
    dejad de enviarme mensajes | dejen de escribirme | borradme de la lista | Quítenme de su lista | dejadme en paz | Déjenme en paz! | cancelar mi suscripción | quiero cancelar la suscripción
    revoco mi consentimiento
    geen berichten meer | Geen berichten meer aub | geen reclame meer! | Stuur mij geen berichten meer | stuur me aub niets meer | ik wil geen berichten meer | Ik wil geen reclame meer ontvangen
    haal me van de lijst | Haal mij uit jullie lijst | verwijder mij van de lijst | laat me met rust | Laat mij met rust!! | stop met berichten sturen | stop met appen | app me niet meer
    ik wil me afmelden | Ik wil mij graag uitschrijven | meld me af | meld mij aub af | schrijf me uit | ik trek mijn toestemming in
    não quero mais mensagens | Não quero receber mais mensagens | nao me mandem mais mensagens | parem de me enviar mensagens | quero sair da lista | chega de mensagens | me deixem em paz
    nie chcę więcej wiadomości | proszę nie pisać do mnie więcej | wypiszcie mnie z listy | mesaj istemiyorum | lütfen mesaj göndermeyin | artık mesaj atmayın | reklam istemiyorum | beni listeden çıkarın
    Stop, ich möchte keine Nachrichten mehr | STOP! Bitte keine Werbung mehr! | Abmelden!!! Ich will keine Werbung mehr | Stop. Leave me alone. | Unsubscribe. Stop sending me messages | Danke, aber ich möchte mich abmelden | Hiermit möchte ich mich vom Newsletter abmelden | Hiermit kündige ich den Newsletter | Ich bestelle den Newsletter ab | ich kündige den Newsletter
    Moin, bitte meldet mich vom Newsletter ab. Gruß, Jan | Bitte löschen Sie mich aus Ihrem Verteiler | Bitte nehmen Sie mich vom Newsletter
    ICH WILL KEINE WERBUNG MEHR!!!!! | Bitte keine WhatsApps mehr | kein newsletter mehr bitte
    keinen Newsletter mehr | Bitte keine Newsletter mehr schicken | Bitte hört auf mir zu schreiben
    Ich möchte nicht mehr angeschrieben werden | Ich möchte von euch nicht mehr kontaktiert werden | Bitte von der Liste streichen
    Entfernt meine Nummer aus dem Verteiler | please take my number off your list | stop sending messages
    Stop messaging this number | please no more messages thanks | I don't want to receive these messages anymore
    I do not wish to be contacted | kindly remove me from your mailing list | Merci de ne plus m'envoyer de messages
    Merci de me retirer de votre liste | Je ne veux plus recevoir de sms de votre part | Veuillez me désabonner svp
    non inviatemi più pubblicità | Per favore toglietemi dalla lista | non voglio ricevere pubblicità
    por favor no me envíen más publicidad | No deseo recibir más información | por favor darme de baja
    no me escribas más | verwijder me uit jullie bestand | wil geen berichten meer ontvangen
    Graag geen berichten meer sturen | por favor, remova-me da lista`),
}

export const UNCLEAR = lines(`
  Kann ich morgen bei euch stoppen? | stop by the shop | Bitte Bestellung stoppen | I'll stop by | Arrêt de bus ? | 🛑 | ✋ | 🛑🛑🛑 | 🚫 | ✋🏽
  can you stop my order | I'll stop by tomorrow | where is the next stop? | bus stop | is there a stop near you | full stop | one stop shop | stop motion kurs
  stop it | stop it 😂 | haha stop | stop lol | Stop the count | Stop 4 | wie kann ich mich abmelden? | Wie melde ich mich ab? Abmelden finde ich nicht | wo abmelden
  kann mich nicht abmelden | Ich kann mich nicht abmelden!! | warum kann ich mich nicht abmelden | abmelden geht nicht | Abmelden? Nein danke | stopp mal | Stopp, ich hab noch ne Frage zur Größe
  Abo kündigen | Vertrag kündigen | meinen Vertrag kündigen bitte | Ich möchte mein Abo kündigen | Mitgliedschaft kündigen | ich kündige | Kündigung | kündigen zum Monatsende
  Ich widerrufe meine Bestellung | Widerruf | Widerruf meiner Bestellung 4711 | Bestellung widerrufen | bin ich jetzt abgemeldet? | Ihr habt mich nicht abgemeldet! | Ich bin schon abgemeldet
  ich bekomme keine Nachrichten mehr | Warum bekomme ich keine Nachrichten mehr? | Ich habe keine Nachrichten mehr bekommen | keine Nachrichten mehr? | Keine Werbung mehr, nur noch Infos zu meiner Bestellung
  keine Nachrichten mehr außer Angebote | Meine Freundin sagt, keine Werbung mehr | er schrieb "keine Werbung mehr" haha | löscht meine Daten | Lösch meine Nummer 
  genug | es reicht | jetzt reicht es | hört auf | hör auf | ihr nervt | kein Interesse | nervt | nicht mehr | nie wieder | spam | Schluss | Ende bitte | raus bitte | halt bitte
  no stop | stop no | stop nicht | stop, ich wollte sagen danke | bitte nicht die Lieferung stoppen sondern den Newsletter abbestellen | der stop knopf geht nicht
  how do I unsubscribe? | How can I opt out | can I unsubscribe later? | can't unsubscribe | I can't unsubscribe!! | why can't I unsubscribe | I thought I unsubscribed | why won't you stop | Why don't you stop??
  why did you stop sending me messages? | Did you stop sending me updates about my order? | When will you stop sending me messages | If you stop sending me offers I will be sad | no more messages?
  stop sending me messages about shoes | don't text me today, stop | cancel my order | I want to cancel my order | Please cancel my appointment | cancel subscription | cancel my subscription please
  I have no more messages on my phone | She said "no more messages" lol | he said stop sending me messages | no more | no more please | enough | not interested | go away | block | delete my data | fuck off
  please please now stop all my damn orders | STOP just kidding 😂 | don't remove me but stop | unsubscribe? what is that | does STOP work here? | what happens if I write STOP | you never unsubscribed me
  ça suffit | assez | plus de messages | je veux plus de messages | comment me désabonner ? | comment faire pour arrêter | je n'arrive pas à me désabonner | pourquoi vous n'arrêtez pas | arrêt maladie
  ne plus recevoir de messages le dimanche | arrêter ma commande | où est l'arrêt | pas intéressé 
  come faccio a disiscrivermi? | non riesco a disiscrivermi | posso fare uno stop da voi domani? | non mi interessa | stop al cantiere | perché non mi cancellate, stop
  ¿cómo me doy de baja? | como puedo darme de baja | no puedo darme de baja | stop en la tienda | no me interesa | quiero cancelar mi pedido, stop
  hoe kan ik me afmelden? | kan me niet afmelden | ik stop morgen even bij jullie | genoeg | hou op | geen interesse | bestelling stoppen aub | ik ben al afgemeld
  vou cancelar minha compra, stop | siparişi iptal et | chega | Danke, du bist angemeldet. Abmelden kannst du dich jederzeit: schreib einfach STOP. | I like your stuff, but please stop writing all night
  Ich finde eure Sachen toll aber abmeden wäre gut wenn es geht | Please stop my delivery on Friday | mein Kind sagt immer stop | Bitte stoppt die Bestellung und auch die Werbung dazu irgendwann
  stopped getting messages, why? | stopped | don't text me before 9 please | Ich habe eure Nachrichten gestoppt
  Ich möchte mein Abo abbestellen | Muss ich mich abmelden wenn ich umziehe? | Ich würde mich gern abmelden, weiß aber nicht wie, könnt ihr helfen
  stop pls but keep my order | Stop spamming, but keep order updates please | ich will das nicht mehr bekommen | j'ai arrêté de fumer
  STOP aber nur Werbung | stop for now | stop until september | Pause
  Bitte vorübergehend stoppen | keine Werbung mehr bis Oktober | nur noch eine Nachricht pro Woche bitte, sonst stop | I want to stop
  stop sending me so many messages | weniger Nachrichten bitte, oder abmelden
  ok halt`)

export const NEVER = lines(`
  nonstop | Nonstop | non stop | non-stop musik | Stoppuhr | Habt ihr Stoppuhren? | unstoppable | Ihr seid unstoppable 💪 | don't stop 😍 | Dont stop!! | do not stop | never stop ❤️ | please don't stop
  can't stop laughing 😂 | I can't stop looking at it | bitte nicht abmelden | Bitte nicht abmelden! | nicht abmelden | Ich will mich nicht abmelden | ich möchte mich nicht abmelden | bitte nicht stoppen
  nicht stoppen! | Bitte nicht kündigen | please don't unsubscribe me | do not unsubscribe me | don't remove me from your list | please don't stop sending me messages | don't stop sending me offers 😍
  Baja California | Reise nach Baja California | Endeffekt | im Endeffekt egal | Stopover | stopover in Dubai | end of season? | End of season sale? | Halt 4 | halt mal | Halt mal kurz | das ist halt so
  ist halt teuer | Ich les halt gern eure Nachrichten 😊 | haltet mich auf dem Laufenden | haltbar bis wann? | halt dich fest | Gehalt | behalten | holt ihr ab? | wer holt das ab | Wann endet der Sale?
  endet heute | am Ende des Monats | Ende der Woche komme ich vorbei | zu Ende | Wochenende | schönes Wochenende | Ende gut alles gut | letztendlich | wann kommen die neuen Angebote raus? | raus mit der Sprache
  ich gehe raus | wie krieg ich den Fleck raus? | basta pasta | pasta | pasta basta | hasta luego | hasta mañana | C'est dur | dur à dire | il est dur d'oreille | duras | Dur und Moll | durch | anmelden? ich weiß noch nicht
  abmelder | anmeldung wo? | ummelden | Wo kann ich meinen Wohnsitz ummelden | vermelden | Habt ihr am Samstag offen? | shoppen | shoppen macht spaß | lets go shopping | toppen | topp! | Stoff | stopfen | Ich muss noch Strümpfe stopfen
  stoppelig | Dreitagebart Stoppeln | The rain stopped | my watch stopped | it stopped working | Creme auftragen | wie oft auftragen? | Kann ich die Creme morgens auftragen | eintragen | Wo kann ich mich eintragen?
  bestellen | ich möchte bestellen | Bestellung 12345 | wann kommt meine bestellung | cancer charity | Ist das alles? | alles klar | danke | Danke! 🙏 | bitte | ok | Okay 👍 | 👍 | ❤️ | 😂😂😂 | 👋 | ✋😊
  hallo | Hallo zusammen | Guten Morgen | Guten Tag, ich hätte eine Frage | Habt ihr die Schuhe in 42? | wie viel kostet der Versand | Was kostet das? | mehr Infos bitte | Mehr Nachrichten bitte 😄 | Mehr Angebote!
  keine Ahnung | kein Problem | Keine Sorge | ich habe keine Fragen mehr | nichts mehr auf Lager? | gibt es nicht mehr? | Nicht mehr lieferbar? | schreibt mir bitte | schreibt mir gern | schickt mir mehr davon
  Schickt mir bitte den Link | nehmt mich auf die Liste | setzt mich auf den Verteiler bitte | meldet euch | meldet mich an | Ich melde mich | ich melde mich morgen | ich meld mich | lasst mich wissen
  in Ruhe anschauen | Ich schau mir das in Ruhe an | Werbung war toll | Die Werbung ist super | Eure Nachrichten sind klasse | den Code, aus dem Newsletter | Ich habe den Newsletter bekommen | ich liebe euren Newsletter
  weiter so | Weiter erhalten | weiter | vertrag | austauschen | Kann ich die Größe austauschen? | sachkundig | kundige Beratung | bündig | Sünde | mündlich | Ausfahrt 4 | Bushaltestelle
  more messages please | yes more | send me more | text me | text me later | don't worry | do not disturb? | don't forget my order | Don't send me the blue one | leave it at the door | weekend | the end is near
  in the end I took the red one | at the end of the month | end of day | friend | send | spend | trend | nail polish remover | I quit smoking | quite nice | cancelled flight | shop | shops | stoppage | doorstop | laptop | top | step | stoop
  subscribed already | remove the item from my cart | remove from cart | take me there | take me to the shop | my list | no problem | no worries | not sure | not yet | nothing | no idea | know more | I know | nope not today
  merci beaucoup | je voudrais plus d'infos | envoyez-moi plus de photos | plus tard | pas de souci | c'est trop dur | ne vous arrêtez pas | n'arrêtez pas 😍 | jamais | désolé | laissez-moi réfléchir | je ne sais pas | jarret de porc
  quanto costa? | grazie mille | non lo so | non smettete mai 😍 | non c'è problema | basta così per oggi con le scarpe | mi basta una taglia | voglio più foto | lasciatemi pensare | abbastanza | bastano due
  cuánto cuesta | temporada baja | planta baja | precio más bajo | no para de llover | no puedo parar de reír | sin parar | no quiero darme de baja | no me deis de baja | alta calidad | quiero más fotos | dadme un momento
  bájalo | trabaja | hoeveel kost het | ik wil niet afmelden | niet stoppen | ik kom morgen langs | dank je wel | geen probleem | geen idee | stuur me meer foto's | topper | stoppels
  vou sair agora | quando vai sair a oferta? | vai parar de chover | obrigada | wpisz mnie | wpisz | dziękuję | teşekkürler | durum nedir
  Ich wünsche mir mehr Angebote | Könntet ihr mir bitte die Adresse senden | bitte nicht vergessen | Ich will mehr von euch hören
  Wir haben keine Angebote erhalten, wie geht das? | die nachrichten sind super, mehr davon | Ende Juni? | bis zum Ende
  Halt die Ohren steif | raus aus dem Haus | I love your messages | please send me more messages
  text me the address please | Please take me off at the corner | No more stress | leave me a message
  don't contact my boss, contact me | remove the tag please | get me the list | plus de choix svp
  je veux recevoir vos messages | il faut que j'arrive | voglio i messaggi | basta un click?
  de baja estatura | estoy de baja por enfermedad | no recibí más mensajes | ik wil jullie berichten wel
  Schrijf me maar een bericht
  Ich will mehr Nachrichten | Könnt ihr mir bitte den Katalog schicken? | Bitte schickt mir die Rechnung nochmal
  Ich habe noch keine Nachricht bekommen | Ich hab keine Nachricht von euch | Bitte keine Zwiebeln auf die Pizza
  keine weiteren Fragen | Wann hört der Sale auf? | Wie melde ich mich an?
  Ich möchte mich anmelden | kann ich die Anmeldung ändern | Ihr habt kein Netz mehr?
  nimm mich mit | hört sich gut an | lasst es euch schmecken
  Ich kann nicht mehr vor lachen | Mir fehlt noch eine Nachricht mit dem Code | No, I don't need a bag
  Can I get more messages like this? | I don't have WhatsApp on this phone | do you have a shop in Halt am See
  Please remove the onions | I want to leave a review | I need to get off at the station
  je veux plus d'informations | vous pouvez m'envoyer plus de photos ? | ne m'oubliez pas
  La tienda está en la planta baja? | no quiero el rojo, quiero el azul | quiero recibir más mensajes
  voglio ricevere più messaggi | non ho ricevuto il messaggio | ik wil meer berichten
  ik heb geen bericht gekregen | Ik wil geen rode maar een blauwe | quero mais mensagens`)

/** Answers count only as the whole message, with fillers. */
export const ANSWERS = {
  yes: lines(
    `JA | ja | Ja! | jaaaa | ja bitte | Ja gerne | ja danke 😊 | YES | yes please | Yep | OUI | oui merci | SÌ | sì grazie | SÍ | si por favor | sí | sim | jawohl | akkoord`,
  ),
  no: lines(
    `NEIN | nein | Nein danke | nein, danke! | NO | no thanks | No, thank you | NON | non merci | no grazie | no gracias | NEE | nee bedankt | não | nope | nooo`,
  ),
  start: lines(
    `START | Start | start! | start bitte | START Newsletter | anmelden | Anmelden bitte | bitte anmelden | INFOSTART | subscribe | aanmelden | inscription | iscrivimi | suscribirme | alta | ja anmelden | opt in`,
  ),
  none: lines(
    `ja nein | ja aber wann | no start? maybe | yes I have a question | nein ich meine die blauen | start der Saison | wann ist Start | sí pero no | oui mais non | nicht anmelden | no anmelden | jacke | yesterday | nonna`,
  ),
}
