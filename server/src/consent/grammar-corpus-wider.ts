import { lines } from './grammar-corpus.ts'

/**
 * More labelled lines: languages in which Jawort understands but does not answer, contracts and orders, people who quote
 * or pass on, and what people tell about themselves or ask of the chat. Labels as in `grammar-corpus.ts`.
 */

export const MORE_STOP = lines(`
  SAIR!!! | Quero sair | Parar 🛑 | Pare por favor | não quero receber mais nada | Remover por favor | descadastre
  Por favor, não me enviem mais publicidade | nao quero receber propaganda | me tira da lista | tirem-me da lista | cancelar inscrição | quero cancelar minha inscrição
  chega de propaganda | deixem-me em paz
  WYPISZ MNIE | wypiszcie mnie | Proszę mnie wypisać | nie chcę reklam | nie chcę więcej reklam | usuńcie mnie z listy | proszę nie pisać więcej
  nie piszcie do mnie więcej | prosze nie wysylac mi wiecej wiadomosci
  IPTAL | iptal lütfen | mesaj istemiyorum artık | reklam göndermeyin | listeden çıkar | listeden çıkarın lütfen | aboneliğimi iptal et
  отпишите меня | СТОП!!! | отписка
  STOP 🙏🙏🙏 | 🔕 stop | stop ❌ | ⛔️ STOP ⛔️ | 😤 abmelden!!! | ❌ unsubscribe ❌ | Stop👋 | STOP✋
  "Stop" | «STOP» | 'stop' | (stop) | [STOP] | -stop- | ~stop~ | stop… | ¡STOP! | ¡Stop! gracias
  Stpo | stopp. | STOPP BITTE | Bitte stoppp | Abmeldne | abbestllen | unsubscribee | Unsubscirbe | unsubcribe me | désabonnner | desinscripton | disiscriviti | afmeldem | uitschrijve
  bitte abmelden!!!! | Bitte Abmelden :) | Hallo bitte abmelden Danke LG | Servus, bitte abmelden | Grüezi, bitte abmelden | Moin! Abmelden bitte.
  bitte komplett abmelden | alles sofort stoppen bitte | Werbung abmelden | bitte keine Werbenachrichten mehr | bitte keine Newsletter mehr | Ich möchte den Newsletter abbestellen
  Bitte tragen Sie mich aus | bitte tragt mich aus dem Verteiler aus | nimm mich aus der Liste | Ich will aus dem Verteiler raus | bitte schreiben Sie mir nicht mehr
  Ich widerrufe hiermit meine Einwilligung | Hiermit widerrufe ich meine Einwilligung zum Erhalt von Werbung | Einwilligung widerrufen | Ich widerspreche der Nutzung meiner Daten zu Werbezwecken
  opt me out please | Opt out of all messages | take me off this list | Remove my number from your list | quit messaging me | please stop contacting me | do not text me | don't ever text me again
  I want to be removed from this list | i want off this list | unsubscribe my number from all messages | please cease messaging me | stop writing to me | stop bothering me
  I object to direct marketing | I withdraw consent
  Arrêtez les pubs svp | stop à la pub | désinscrivez-moi | désinscrivez-moi de la newsletter | ne m'envoyez plus rien svp | je ne veux plus de vos pubs | supprimez mon numéro de votre liste
  je m'oppose à la prospection | j'arrête, désabonnez-moi | me désinscrire svp
  Basta! | basta pubblicità grazie | non voglio più pubblicità | non mandatemi più niente | rimuovimi dalla lista | cancellatemi dalla newsletter | non voglio più i vostri messaggi | mi oppongo al marketing
  baja, gracias! | dar de baja | quiero la baja | darme de baja | no más publicidad | no quiero más publicidad | no me escriban más | bórrenme de la lista | por favor no más mensajes
  afmelden graag | graag afmelden aub | geen reclame meer | geen appjes meer | verwijder mij uit de lijst | stuur me geen reclame meer | ik wil geen reclame | meld mij af voor de nieuwsbrief | uitschrijven graag`)

export const MORE_UNCLEAR = lines(`
  Ich kündige meinen Vertrag | Handyvertrag kündigen | Mein Abo bitte zum 31.12. kündigen | Kündigungsbestätigung bitte, ich will kündigen | Vertrag widerrufen | kündigen wir die Miete
  Bestellung 4711 bitte stoppen | Lieferung stoppen bitte | Zahlung stoppen | stoppt die Lieferung | não quero mais | abmelde n | bitte Bestellung cancel | Termin cancel bitte
  cancel my appointment | cancel the delivery please | please cancel order 1234 | stop payment please | can you stop the shipment? | stop the delivery | cancel subscription box
  annuler ou arrêter la livraison | arrêter mon abonnement téléphone | arrêtez ma commande svp | stop livraison
  stop alla spedizione | fermate l'ordine, stop | stop consegna
  stop envío | parad el envío, stop por ahora | stop al pedido 123
  stop de bestelling | stop de levering aub | bestelling stop zetten
  My son typed STOP | Kollege meint: STOP | mein Mann schreibt immer STOP | he wrote STOP to you | Soll ich STOP schreiben? | wenn ich STOP schreibe, was passiert? | STOP schreiben? wozu
  stop 5 minutes please | stop at the corner | ich stop mal kurz | Stopp heißt auf Englisch stop | stop sign 🛑 | stop and go | stop-motion
  stop stop stop haha nein | nein stop doch nicht  | Stop, warte | Stopp warte mal kurz | Stopp! Falsche Größe bestellt
  Bitte nur dienstags, sonst stop | nur noch wichtige Nachrichten bitte sonst abmelden | weniger bitte stop`)

export const MORE_NEVER = lines(`
  "Nonstop" | nonstop gute laune | Nonstop-Flug | Boxenstopp war super | Stopfgarn? | Zwischenstopp in Wien | Türstopper | Stoppersocken | Habt ihr Stoppersocken? | Rauchstopp
  Hör niemals auf 😍 | don't ever stop 😍 | never ever stop | bitte niemals aufhören | bitte nicht aufhören mit den Nachrichten | Bloß nicht abmelden! | will mich nicht abmelden
  Halt, nicht so schnell? | halt so wie immer | Halt dich wacker | Ende Mai komme ich | Das Ende vom Film | open end | Endspurt | am Ende der Straße | Happy End | the end of the story
  raus damit | wir gehen raus | Wann kommt das neue Modell raus? | Baja Mar | rebaja | ¿Hay rebajas? | trabajo | hoy no trabajo | está abajo | la parte baja
  basta scegliere la taglia? | ne basta uno | quanto dura? | dura poco | c'est trop dur pour moi | œuf dur | pain dur | C-Dur | Dur oder Moll?
  Wie geht es dir? | Kommt ihr auch nach Graz? | Wo seid ihr genau? | Kann man bei euch parken? | parkplatz? | parade | prepare | compare prices | comparer les prix | para mi | para dos personas
  remover of stains? | nail remover | makeup remover bitte | removable | pareo gibt es? | ein Paar Schuhe | sairam shop? | Saira | sairs
  Kundgebung | Kundenkarte | Kundendienst bitte | kundenfreundlich | mündig | sündigen | Ankündigung gesehen! | ihr habt angekündigt
  I quit my job 😅 | quitting time | mosquito | acquittal | unquote | dresden | Legende | Wochenende frei? | Spende | Sende mir die Adresse | Blende
  newsletter gefällt mir | toller Newsletter! | Werbung? Gern mehr | mehr Werbung bitte 😂 | die Nachricht kam an | love your messages ❤️ | great texts | super messages merci
  merci pour la pub | belle publicité | bella pubblicità! | me gusta vuestra publicidad | leuke reclame | mooie berichten`)

/** What people ask of the chat itself. */
export const WISHES = {
  info: lines(`INFO | Info | info! | INFO bitte | Info please | WARUM | Warum? | warum??? | WARUM BITTE | Wieso? | Hallo, warum bekomme ich diese Nachrichten? | Warum bekomme ich das
    Warum schreibt ihr mir? | warum schreiben Sie mir | Woher habt ihr meine Nummer? | Woher haben Sie meine Nummer | Wer seid ihr? | wer ist das? | wofür bin ich angemeldet
    WHY | why? | Why am I getting these messages? | why do I get this | Why are you texting me? | How did you get my number? | Who is this? | who are you | when did I sign up for this?
    POURQUOI | pourquoi ? | Pourquoi je reçois ces messages ? | comment avez-vous eu mon numéro ? | Qui êtes-vous ?
    PERCHÉ | Perché? | perché ricevo questi messaggi? | come avete avuto il mio numero? | Chi siete?
    POR QUÉ | ¿Por qué? | ¿por qué recibo estos mensajes? | ¿Quiénes sois? | ¿de dónde tenéis mi número?
    WAAROM | Waarom? | waarom krijg ik deze berichten? | Hoe komen jullie aan mijn nummer? | wie is dit?`),
  access:
    lines(`AUSKUNFT | Auskunft | auskunft bitte | Bitte Auskunft | Datenauskunft | Auskunft nach Art. 15 DSGVO | Auskunft gemäß Artikel 15 DSGVO | Ich möchte Auskunft über meine Daten
    Hiermit verlange ich Auskunft nach Art. 15 DSGVO | meine Daten | Welche Daten habt ihr über mich? | welche Daten speichern Sie über mich? | Was wisst ihr über mich?
    ACCESS | data access request | Subject access request | my data | my data please | What data do you have about me? | what do you know about me? | I want a copy of my data
    ACCÈS | mes données | Demande d'accès | accès à mes données | Quelles données avez-vous sur moi ?
    ACCESSO | i miei dati | quali dati avete su di me? | accesso ai dati
    ACCESO | mis datos | ¿Qué datos tenéis sobre mí? | derecho de acceso
    INZAGE | mijn gegevens | Welke gegevens hebben jullie van mij? | inzage in mijn gegevens | meus dados | moje dane | verilerim`),
  settings:
    lines(`EINSTELLUNGEN | Einstellungen | einstellungen bitte | Einstellungen ändern | Themen ändern | meine Einstellungen | Themen
    SETTINGS | settings | my preferences | Manage preferences | change my settings please | PREFERENCES
    RÉGLAGES | réglages | paramètres | mes préférences | modifier mes préférences
    IMPOSTAZIONI | preferenze | le mie preferenze | AJUSTES | configuración | mis preferencias | INSTELLINGEN | voorkeuren | mijn voorkeuren wijzigen | ayarlar | ustawienia`),
  none: lines(`Infos zum Produkt | info@example.com | Info zur Größe? | Habt ihr Infos zum Versand? | Warum ist das ausverkauft? | warum nicht | warum ist der Preis höher | Why not | why so expensive?
    Auskunft zur Lieferung bitte | Können Sie mir Auskunft geben, ob die Jacke da ist? | Einstellungen der Kamera? | Wie stelle ich die Einstellungen am Gerät um? | settings of the camera | access code please
    Ich brauche Zugang zum Parkplatz | pourquoi pas | perché no | por qué no | waarom niet | mes données de livraison ont changé | themen der messe`),
}

/** What people tell about their own age; with the age, or null. */
export const AGE_LINES = {
  young:
    lines(`ich bin 14 | Ich bin 14! | ich bin erst 14 | ich bin erst 15 Jahre alt | Hallo, ich bin 13 und möchte mitmachen | bin 12 | bin doch erst 11 | ich bin 14 jahre | Ich bin vierzehn
    Ich bin fünfzehn Jahre alt | ich bin noch minderjährig | bin minderjährig | Ich bin unter 16 | ich bin nicht volljährig | Ja, aber ich bin 14 | 13 Jahre alt
    I'm 14 | im 14 | I am 15 years old | i'm only 13 | Im just 12 lol | hey i am 14 yo | I'm fourteen | I'm a minor | i am underage | im under 18
    j'ai 14 ans | J'ai que 13 ans | Bonjour, j'ai 15 ans et je veux participer | je suis mineur | je suis mineure
    ho 14 anni | Ho solo 13 anni | sono minorenne | tengo 14 años | Tengo solo 13 años | soy menor de edad | ik ben 14 | Ik ben pas 13 jaar | ik ben minderjarig
    tenho 14 anos | mam 14 lat | 14 yaşındayım`),
  none: lines(`ich bin 34 | Ich bin 41 Jahre alt | ich bin 14 Tage im Urlaub | Ich bin um 14 Uhr da | ich bin 14:30 Uhr bei euch | ich bin 15 Minuten zu spät | bin in 10 Minuten da | Mein Sohn ist 14 | meine Tochter ist 12 Jahre
    Größe 14 | Ich nehme 14 | 14 | I'm 5 minutes away | im 14 Bezirk | Wir treffen uns im 14. | my daughter is 14 | I'm 45 | Ich bin 14 Jahre Kundin bei euch | seit 14 Jahren Kunde
    j'ai 14 ans d'expérience | j'ai 45 ans | mon fils a 14 ans | ho 14 anni di esperienza | ho 40 anni | tengo 14 años de experiencia | tengo 14 pares | ik ben 14 dagen weg | ik ben 44 | mam 14 par | ich bin 16 km entfernt`),
}

/** Somebody who is not the person we mean; `doubtful` may be a correction or a question: held and asked. */
export const WRONG_PERSON_LINES = {
  clear:
    lines(`falsche Nummer | Falsche Nummer! | Sorry, falsche Nummer | Sie haben die falsche Nummer | ihr habt die falsche Nummer | Ich glaube, Sie haben die falsche Nummer. | Falsche Person | Hallo, hier ist die falsche Nummer
    Da haben Sie wohl die falsche Nummer erwischt | falsch verbunden | Sie sind falsch verbunden | Diese Nummer gehört jetzt jemand anderem | Diese Nummer gehört jetzt mir | Ich bin nicht die Person, die ihr sucht | Ich habe diese Nummer neu bekommen
    wrong number | Wrong number! | Sorry wrong number | You have the wrong number | I think you have the wrong number | wrong person | this is the wrong person | This number belongs to someone else | I'm not the person you're looking for | I just got this number
    mauvais numéro | Mauvais numéro désolé | vous avez le mauvais numéro | Vous vous trompez de numéro | erreur de numéro | numero sbagliato | Ha sbagliato numero, persona sbagliata | avete il numero sbagliato
    número equivocado | Se han equivocado de número | persona equivocada | verkeerd nummer | Jullie hebben het verkeerde nummer | verkeerd verbonden | verkeerde persoon | número errado | zły numer | pomyłka | yanlış numara`),
  doubtful: lines(
    `falsche Nummer? | Falsche Nummer, meine richtige ist 0151 2345678 | Sorry falsche Nummer, Bestellung 4711 | wrong number? | Wrong number, my new one is +49 151 000111 | mauvais numéro ? | numero sbagliato?`,
  ),
  none: lines(`Ich habe die falsche Nummer in der Bestellung angegeben | falsche Größe | das ist die falsche Farbe | ihr habt mir den falschen Artikel geschickt | wrong size | you sent me the wrong item | I typed the wrong number of items | mauvaise taille
    taglia sbagliata | talla equivocada | verkeerde maat | welche Nummer hat das Modell?`),
}
