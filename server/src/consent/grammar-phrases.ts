import type { ChatLanguage } from './texts.ts'

/**
 * Whole sentences that say stop (tier K3), as patterns over folded words. A clause is one of them when it reads
 * `opener* core tail*`; a core in the middle of other words is only a hint.
 *
 * `{S}` messages or advertising · `{f}` up to two polite words · `{me}` the person · `{you}` the business
 */
interface PhraseSource {
  language: ChatLanguage | undefined
  subjects: string
  polite: string
  openers: string
  tails: string
  cores: readonly string[]
}

const ANY_SUBJECT = 'newsletters?|spam|sms|whatsapps?|mails?|emails?|promos?|marketing|msgs?|push|news|infos?'

const SOURCES: readonly PhraseSource[] = [
  {
    language: 'de',
    subjects:
      '(?:werbe|whatsapp )?(?:nachrichten?|mails|sms|texte)|werbung|mitteilungen|benachrichtigungen|angebote|rundschreiben|zeug|kram',
    polite: 'bitte|endlich|doch|jetzt|einfach|sofort|mal|umgehend|halt',
    openers:
      'hallo|hi|hey|moin|servus|guten|tag|liebes|team|bitte|danke|sorry|nein|ja|ok|und|also|aber|so|jetzt|ab|sofort|endlich|' +
      'ich|wir|mochte|moechte|mocht|will|wollen|wunsche|wuensche|wurde|wuerde|gern|gerne|hiermit|mich|uns|' +
      'konnt|koennt|kannst|konnten|koennten|konntet|ihr|sie|du|einfach|doch|mal|zukunft|kunftig|in|wirklich|dass|von|euch',
    tails:
      'bitte|danke|jetzt|sofort|endlich|mehr|an|mich|mir|uns|von|vom|euch|ihnen|dir|hier|auf|per|via|whatsapp|handy|meine|' +
      'nummer|senden|schicken|zusenden|zuschicken|schreiben|hiermit|ab|umgehend|newsletter|werbung|verteiler|und|fur|alle|' +
      'lg|vielen|dank|zukunft|kunftig|in|wieder|eurem|ihrem|dem|der|eure|ihre',
    cores: [
      'kein(?:e|en|erlei)?{f} (?:weiteren? )?(?:{S})(?: (?:und|oder) (?:{S}))?{f} mehr',
      'kein(?:e|en|erlei) weiteren? (?:{S})',
      'kein(?:e|erlei)?{f} (?:werbung|spam|werbenachrichten|werbemails)',
      'keine (?:{S}) bitte|bitte keine (?:{S})',
      '(?:mochte|moechte|mocht|will|wollen|wunsche|wuensche)(?: ich)?{f} (?:von euch |mehr )?(?:keine|nie wieder) (?:{S})(?: mehr)? (?:bekommen|erhalten|empfangen|haben|kriegen)',
      '(?:mochte|moechte|will|wollen) (?:ich )?(?:nichts|nix) mehr(?: von (?:euch|ihnen))? (?:bekommen|erhalten|horen|hoeren|lesen)',
      'keine (?:{S}) mehr (?:bekommen|erhalten|empfangen|haben|kriegen) (?:mochte|moechte|will)',
      '(?:schick|send|schreib|schreip)(?:t|e|et|en sie)?{f} (?:mir|uns){f} (?:bloss |ja )?(?:(?:keine|kein) (?:{S}) mehr|(?:nicht|nichts|nix|nie|net|ned) (?:mehr|wieder)|nimmer)',
      '(?:schick|send|schreib)(?:t|e|et|en sie)?{f} (?:keine|kein) (?:{S}) mehr',
      '(?:mir |uns |mich )?(?:nicht|nichts|nix|nie|net|ned) (?:mehr|wieder) (?:schreiben|anschreiben|kontaktieren|zuschicken|belastigen|zuspammen|texten)',
      '(?:(?:mochte|moechte|will|wollen) )?nicht (?:mehr|weiter) (?:angeschrieben|kontaktiert|belastigt|informiert) werden',
      '(?:kontaktier|belastig|schreib)(?:t|e|en sie)?{f} {me}{f} (?:nicht|nie) (?:mehr|wieder)(?: an)?',
      '(?:hor|hoer)(?:t|en sie)?{f} auf{f} (?:{me} (?:zu schreiben|anzuschreiben|zu nerven|zu schicken|{S} zu (?:schicken|senden))|mit (?:der|den|dieser|diesen|eurer|euren|dem) (?:{S}))',
      '(?:nehm|nimm|streich|losch|loesch|entfern|hol|werf|schmeiss)(?:t|e|en sie)?{f} {me}{f} (?:aus|von|vom)(?: (?:dem|der|den|eurem|eurer|ihrem|ihrer|deinem|deiner|diesem|dieser))? (?:verteiler|liste|mailingliste|verteilerliste|adressliste|newsletter|kartei|gruppe)(?: (?:nehmen|streichen|loschen|raus))?',
      '(?:mich |uns )?(?:bitte )?(?:aus|von|vom) (?:dem |der |eurem |ihrem |eurer |ihrer )?(?:verteiler|liste|mailingliste|newsletter){f} (?:raus|entfernen|nehmen|streichen|loschen|loeschen|austragen|abmelden)',
      'raus aus (?:dem|eurem|diesem) (?:verteiler|newsletter)',
      '(?:ich widerrufe|widerrufe ich|hiermit widerrufe|widerrufe hiermit|widerruf(?: der| meiner)? (?:einwilligung|zustimmung))(?: (?:ich|hiermit|sofort|meine|die|einwilligung|zustimmung|erlaubnis|zur|zum|erhalt|zusendung|bezug|von|der|des|dem|werbung|newsletter|und|erteilte|datenverarbeitung|werbeeinwilligung))*',
      '(?:meine |die )?(?:einwilligung|zustimmung)(?: zur werbung)? widerrufen',
      '(?:ich )?(?:widerspreche|widersprech)(?: (?:ich|hiermit))* (?:der|jeder|jeglicher|weiterer)(?: weiteren| weiterer)? (?:werbung|werblichen (?:nutzung|ansprache)|nutzung|zusendung|kontaktaufnahme)(?: meiner daten| zu werbezwecken| zur werbung| fur werbung)*',
      '(?:lass|lasst|lassen sie){f} {me}{f} in ruhe',
      '(?:meld|trag|bestell|schreib)(?:e|et|t|en sie)?{f} (?:ich )?{me}{f}(?: (?:vom|von dem|aus dem|von eurem|aus eurem) (?:newsletter|verteiler))? (?:ab|aus)',
      '(?:bestell|bestelle)(?: ich)?(?: hiermit)? (?:den|euren|ihren) newsletter ab',
      '(?:kundige|kuendige)(?: ich)?(?: hiermit)? (?:den|euren|ihren) newsletter',
      '(?:mochte|moechte|mocht|will|wurde|wuerde|konnt ihr|koennt ihr|konnen sie|kannst du|konnten sie)(?: (?:ich|wir|mich|uns|gerne?|bitte|hiermit|sofort|endlich|jetzt|euren|den|diesen|ihren|newsletter|vom|von|dem|eurem))* (?:abmelden|abbestellen|austragen|abgemeldet werden)',
      '(?:stopp|stoppe|stoppt|stop|stoppen sie|beende|beendet){f} (?:die|eure|diese|den|das|ihre|mit der|mit den) (?:{S})',
      '(?:schluss|ende|genug) (?:jetzt )?mit (?:der|den|dieser|eurer|euren) (?:{S})',
      '(?:verschont|verschone|verschonen sie) mich',
    ],
  },
  {
    language: 'en',
    subjects:
      '(?:(?:text|marketing|whatsapp|promo|promotional|advertising) )?(?:messages?|texts?|ads|adverts|advertising|promotions|offers|updates|notifications|alerts|stuff|crap|notices)',
    polite: 'please|pls|plz|just|kindly|now|immediately',
    openers:
      'hi|hello|hey|please|pls|plz|ok|okay|so|and|but|sorry|thanks|yes|now|just|kindly|can|could|would|will|you|u|guys|i|we|' +
      'want|wanna|id|like|to|need|must|really|team|dear|for|the|last|time|omg|ffs',
    tails:
      'please|pls|plz|thanks|thank|you|thx|now|anymore|any|more|again|ever|at|all|immediately|asap|to|on|this|my|number|phone|' +
      'whatsapp|from|your|these|those|messages|texts|stuff|ads|spam|ok|okay|here|list|for|good|via|updates|ty|cheers',
    cores: [
      '(?:stop|quit|cease) (?:sending|texting|messaging|contacting|spamming|emailing|bothering|writing|whatsapping|harassing|msging|pestering) (?:to )?{me}(?: (?:any |your |these |those |more |all )*(?:{S}))?',
      '(?:stop|quit) (?:sending|spamming)(?: (?:me|us|your|these|those|any|all|out))*(?: (?:{S}))',
      'stop (?:all |with |it with )?(?:the|these|your|those|all|this)(?: (?:the|these|of))? (?:{S})',
      '(?:remove|take|delete|drop|unsubscribe|opt|get|sign|strike) (?:me|us|my number|this number|my phone number|my name) (?:out of|from|off)(?: of)?(?: (?:your|this|the|all|any|that))*(?: (?:mailing|marketing|contact|whatsapp|broadcast|subscriber|message|email))?(?: (?:lists?|newsletters?|database|group|{S}|everything|here))',
      'remove me',
      'no more (?:of (?:this|these|your) )?(?:whatsapp |text |marketing |promo )?(?:{S})',
      '(?:do not|dont|never)(?: (?:you|ever|please))* (?:text|message|msg|contact|whatsapp|spam|bother|harass|pester) {me}(?: (?:anymore|again|ever|any more))?',
      '(?:do not|dont|never)(?: (?:you|ever|please))* (?:send|write)(?: to)? {me} (?:any |your |these |more |anymore )*(?:(?:{S})|anything|anymore|again|any more)',
      'leave me alone',
      '(?:i )?(?:want|wanna|would like|id like|need|wish|like)(?: to)? (?:unsubscribe|opt out|optout|be (?:removed|taken off|unsubscribed)|leave (?:this|the|your) list|(?:get )?off (?:this|the|your) list)(?: from (?:this|the|your|all))?(?: (?:{S}|list))?',
      '(?:unsubscribe|opt) (?:me|us)(?: out)?',
      '(?:i )?(?:hereby )?(?:revoke|withdraw)(?: hereby)?(?: (?:my|any|all))? (?:consent|permission|optin|agreement)',
      'i (?:do not|dont|no longer) (?:want|wish|care)(?: (?:to|for))?(?: (?:get|receive|getting|receiving|see|hear))?(?: (?:any|more|your|these|those|from you))* (?:{S})',
      'i (?:do not|dont|no longer) (?:want|wish) to (?:hear from you|be (?:contacted|messaged|texted))',
      'i object to (?:the |your |any )?(?:marketing|advertising|direct marketing)',
    ],
  },
  {
    language: 'fr',
    subjects: 'messages?|pubs?|publicites?|textos|notifications|mails|offres|promotions|prospectus',
    polite: 'svp|stp|merci de|maintenant',
    openers:
      'bonjour|bonsoir|salut|svp|stp|s|il|vous|te|plait|merci|de|et|mais|oui|ok|je|veux|voudrais|souhaite|aimerais|j|' +
      'pouvez|pourriez|peux|tu|maintenant|desormais|priere|veuillez|bien|me|m|donc|alors|l|equipe',
    tails:
      'svp|stp|s|il|vous|te|plait|merci|maintenant|part|du|de|la|votre|vos|a|ce|numero|sur|whatsapp|par|ici|jamais|immediatement|' +
      'liste|newsletter|messages|pub|pubs|publicite|desormais',
    cores: [
      '(?:ne |n )?(?:m |me |nous )(?:envoyez|envoie|ecrivez|ecris|contactez|contacte|derangez|derange|spammez){f} (?:plus|jamais)(?: (?:de|d|aucun|aucune|vos|rien|ces))*(?: (?:{S}))?',
      '(?:ne |n )(?:envoyez|envoie|ecrivez|contactez){f} plus(?: (?:de|d|aucun|aucune|vos|rien|ces))*(?: (?:{S}))?',
      'ne plus (?:me |m )?(?:envoyer|ecrire|contacter|deranger|recevoir)(?: (?:de|d|vos|ces|aucun|aucune))*(?: (?:{S}))?',
      '(?:je )?ne (?:veux|souhaite|voudrais|desire) (?:plus|pas)(?: (?:recevoir|avoir|de|d|vos|ces|aucun|aucune|les|etre))* (?:{S}|contactee?)',
      '(?:je )?ne (?:veux|souhaite) plus (?:rien )?recevoir(?: rien)?',
      '(?:plus aucun|plus aucune|aucun|aucune) (?:{S})',
      '(?:arretez|arrete|arreter|cessez|stop)(?: (?:de|d))?{f} (?:m |me |nous )(?:envoyer|ecrire|contacter|spammer|harceler|deranger|embeter|solliciter)(?: (?:des|vos|ces|les|de|d))*(?: (?:{S}))?',
      '(?:arretez|arrete|arreter|cessez|stop|stoppez) (?:avec |a )?(?:les|vos|ces|aux|la|cette|votre) (?:{S})',
      '(?:retirez|supprimez|enlevez|effacez|sortez|rayez|retire|enleve|supprime|desinscrivez|desabonnez|desinscris|desabonne) (?:moi|nous|mon numero)(?: (?:de|du|d))?(?: (?:la|votre|vos|cette|tes|ta))?(?: (?:liste|listes|newsletter|diffusion|fichier|contacts|{S}))?(?: de diffusion)?',
      'me (?:retirer|supprimer|enlever|desinscrire|desabonner)(?: (?:de|du))?(?: (?:la|votre|vos|cette))?(?: (?:liste|newsletter|diffusion|fichier|{S}))?(?: de diffusion)?',
      'me (?:desabonne|desinscris)',
      '(?:laissez|laisse|fichez|foutez) moi (?:tranquille|la paix)',
      '(?:je )?(?:retire|revoque|annule) mon (?:consentement|accord|inscription)',
      '(?:je )?m oppose a (?:la |toute )?(?:publicite|prospection)',
    ],
  },
  {
    language: 'it',
    subjects: 'messaggi|messaggio|pubblicita|notifiche|comunicazioni|offerte|promozioni',
    polite: 'per favore|perfavore|subito|prego|grazie',
    openers:
      'ciao|salve|buongiorno|buonasera|per|favore|perfavore|grazie|si|ok|e|ma|io|vorrei|voglio|desidero|potete|puoi|potreste|' +
      'vi|ti|prego|di|chiedo|adesso|ora|team|gentile',
    tails:
      'per|favore|perfavore|grazie|subito|adesso|ora|su|whatsapp|a|questo|numero|da|dalla|dal|vostra|vostri|lista|newsletter|' +
      'di|piu|voi|parte|vostra|mai',
    cores: [
      'non (?:voglio|desidero|vorrei|intendo)(?: (?:piu|ricevere|avere|i|vostri|vostra|la|nessun))* (?:{S}|niente|nulla)(?: (?:piu|da voi))*',
      'non (?:voglio|desidero) (?:piu )?(?:ricevere|essere contattat[oa])(?: (?:piu|niente|nulla))*',
      'non (?:mi |ci )?(?:mandate|inviate|scrivete|contattate|mandare|inviare|scrivere|contattare|disturbate)(?:mi|ci)?(?: (?:piu|mai|altri|altre|i|vostri|niente))+(?: (?:{S}))?',
      'non (?:mi )?(?:mandate|inviate|mandare|inviare)(?:mi)? (?:{S})',
      '(?:basta|stop)(?: (?:con|a|ai|alla))?(?: (?:i|la|le|questi|questa|vostri))? (?:{S})',
      '(?:niente|nessun|nessuna|stop) (?:piu |altri |altra )?(?:{S})(?: piu)?',
      '(?:cancellate|rimuovete|togliete|eliminate|cancella|rimuovi|togli|elimina|disiscrivete|disiscrivi)mi(?: (?:da|dalla|dal|dalle|vostra|questa|tua|la))+(?: (?:lista|liste|newsletter|mailing list|rubrica|elenco))?',
      '(?:disiscrivermi|cancellarmi|disdire la newsletter|cancellare l iscrizione|annullare l iscrizione|essere (?:cancellat[oa]|rimoss[oa]|tolt[oa]))(?: (?:da|dalla|dal|dalle|vostra|questa))*(?: (?:lista|newsletter))?',
      'mi (?:disiscrivo|cancello)(?: (?:dalla|dal|da))?(?: (?:lista|newsletter|vostra))*',
      '(?:lasciatemi|lasciami) (?:in pace|stare)',
      '(?:revoco|ritiro) il (?:mio )?consenso',
      '(?:smettete|smettetela|smettila|finitela) di (?:scrivermi|mandarmi|inviarmi|contattarmi|disturbarmi)(?: (?:{S}))?',
      'mi oppongo (?:alla|al|a) (?:pubblicita|marketing)',
    ],
  },
  {
    language: 'es',
    subjects:
      'mensajes?|publicidad|informacion|notificaciones|ofertas|promociones|anuncios|propaganda|correos|boletines',
    polite: 'por favor|porfavor|porfa|ya|ahora',
    openers:
      'hola|buenas|buenos|dias|tardes|por|favor|porfavor|porfa|gracias|si|ok|y|pero|yo|quiero|quisiera|deseo|me|gustaria|' +
      'podeis|pueden|puedes|podrian|ya|ahora|necesito|solicito|que|equipo',
    tails:
      'por|favor|porfavor|porfa|gracias|ya|ahora|mas|nunca|a|este|numero|whatsapp|de|del|la|su|vuestra|lista|boletin|' +
      'newsletter|suyos|vuestros|inmediatamente|en|mi|movil|publicidad|mensajes',
    cores: [
      'no (?:quiero|deseo|quisiera)(?: (?:mas|recibir|que me|seguir|recibiendo|sus|vuestros|vuestras|vuestra|su|ningun|tener))* (?:{S})(?: mas)?',
      'no (?:quiero|deseo) (?:recibir|saber) (?:mas|nada)(?: (?:mas|de vosotros|de ustedes))?',
      '(?:pido |solicito )?la baja',
      'no me (?:envi|mand|escrib|contact|molest|llam)(?:e|en|eis|es|a|an|ais|as|ie|ien)(?:s)?(?: (?:mas|nunca|sus|vuestros|nada))+(?: (?:{S}))?',
      'no me (?:envi|mand)(?:e|en|eis|es) (?:{S})',
      '(?:dadme|denme|dame|deme|darme|darnos|darse|doy|dar) de baja(?: (?:de|del|la|el|su|vuestra|esta|este|en))*(?: (?:lista|boletin|newsletter|servicio|{S}))?',
      'baja de (?:la|su|esta|vuestra) lista',
      '(?:borr|quit|elimin|sac|saqu|retir)(?:adme|enme|ame|eme|arme)(?: (?:de|del|la|su|vuestra|esta|tu))+(?: (?:lista|listas|boletin|newsletter|grupo|base de datos))?',
      '(?:dejad|dejen|deja|deje|paren|parad|para) (?:ya )?de (?:enviarme|escribirme|mandarme|molestarme|contactarme)(?: (?:{S}))?',
      '(?:basta|stop)(?: de)?(?: (?:los|tantos|estos|la|tanta))? (?:{S})',
      '(?:no|ni un|ningun) (?:mas )?(?:{S})(?: mas)?',
      '(?:dejadme|dejenme|dejame|dejeme) (?:en paz|tranquil[oa])',
      '(?:cancelar|anular|cancelen|anulen|cancelo|cancela)(?: (?:mi|la|esta|el))? (?:suscripcion|boletin|newsletter)(?: al?(?: boletin| newsletter)?)?|cancelarsuscripcion',
      '(?:revoco|retiro) (?:mi|el) consentimiento',
      'me opongo a (?:la |recibir )?(?:publicidad)',
    ],
  },
  {
    language: 'nl',
    subjects:
      'berichten|bericht|berichtjes|reclame|appjes|apps|aanbiedingen|nieuwsbrief|nieuwsbrieven|meldingen|acties',
    polite: 'aub|alsjeblieft|alstublieft|nu|graag|gewoon|alstu',
    openers:
      'hallo|hoi|hey|goedemorgen|goedemiddag|goedendag|beste|aub|alsjeblieft|alstublieft|graag|nee|ja|ok|en|maar|ik|wij|wil|' +
      'wens|zou|willen|kunnen|kunt|kun|je|jullie|u|mij|me|nu|hierbij|bedankt|dank|team|dus',
    tails:
      'aub|alsjeblieft|alstublieft|graag|nu|bedankt|dank|je|wel|u|via|whatsapp|op|dit|nummer|van|jullie|uw|de|meer|sturen|' +
      'ontvangen|lijst|nieuwsbrief|naar|mij|me|meteen|uit',
    cores: [
      'geen (?:{S})(?: (?:en|of) (?:{S}))?{f} meer',
      'geen (?:reclame|spam)',
      '(?:wil|wens|wilt)(?: ik)?(?: (?:geen|niets|niks))(?: (?:van jullie|meer))*(?: (?:{S}))?(?: meer)?(?: (?:van jullie|ontvangen|horen|krijgen))+',
      'stuurt?{f} (?:mij|me|ons){f} (?:geen|niets|niks)(?: (?:{S}))?{f} meer',
      '(?:app|bericht|mail|contact|benader|stoor)(?:t|eert|eer)?{f} (?:mij|me|ons){f} niet meer',
      '(?:mij |me )?niet meer (?:appen|berichten|benaderen|mailen|contacten|lastig ?vallen)',
      '(?:haalt?|verwijdert?|schrapt?|gooi){f} (?:mij|me|ons|mijn nummer){f} (?:uit|van)(?: (?:de|jullie|uw|deze|het))?(?: (?:lijst|mailinglijst|verzendlijst|bestand|nieuwsbrief|adreslijst))',
      'laat (?:mij|me){f} met rust',
      '(?:stop|hou|houd) (?:op )?(?:eens )?met (?:(?:het|de|deze|die|jullie) )?(?:(?:{S})(?: (?:sturen|te sturen))?|appen|sturen|mailen)(?: naar (?:mij|me))?',
      '(?:meld|schrijf){f} (?:mij|me|ons){f}(?: van (?:de|jullie) nieuwsbrief)? (?:af|uit)(?: (?:voor|van) (?:de|jullie) nieuwsbrief)?',
      '(?:wil|zou|wens)(?: (?:ik|me|mij|graag|willen|nu))* (?:afmelden|uitschrijven|afgemeld worden|uitgeschreven worden)',
      'trek (?:hierbij )?(?:mijn|de) toestemming (?:hierbij )?in',
    ],
  },
  {
    language: undefined,
    subjects:
      'mensagens|mensagem|publicidade|propagandas?|ofertas|promocoes|wiadomosci|reklam[ay]?|smsow|mesaj(?:lar)?|bildirim',
    polite: 'por favor|prosze|lutfen|artik',
    openers:
      'ola|oi|bom|dia|boa|tarde|por|favor|sim|e|eu|quero|gostaria|desejo|prosze|dzien|dobry|czesc|chce|lutfen|merhaba|artik|bana|ja',
    tails:
      'por|favor|obrigad[oa]|agora|de|da|desta|dessa|sua|vossa|lista|mais|voces|neste|numero|prosze|dziekuje|juz|z|listy|' +
      'lutfen|artik|tesekkurler|bana|wiecej',
    cores: [
      'nao (?:quero|desejo)(?: (?:mais|receber))* (?:{S})(?: mais)?',
      'nao (?:quero|desejo) (?:mais )?receber(?: mais)?(?: nada)?',
      'nao me (?:mand|envi|escrev|contact)(?:em|e|am|a) mais(?: (?:{S}))?',
      '(?:parem|pare|para) de (?:me )?(?:enviar|mandar|escrever)(?: (?:me|{S}))?',
      '(?:remova|removam|tirem|tire|retire|retirem|me tira|me tire|me remova|me removam)(?: me)?(?: (?:da|desta|dessa|sua|vossa|de))+ (?:lista|newsletter)',
      '(?:cancelar|cancele|cancelem)(?: (?:a|minha))* (?:inscricao|subscricao|assinatura|newsletter)(?: da newsletter)?',
      '(?:quero )?sair d[ae]s?(?:ta|sa)? (?:lista|newsletter)',
      '(?:chega|basta) de (?:{S})',
      'quero sair',
      '(?:prosze )?(?:mnie )?(?:wypisac|wykreslic|usunac)(?: mnie)?(?: z (?:listy|newslettera|bazy))?',
      '(?:deixem|me deixem|me deixa|deixe)(?: me)? em paz',
      'nie chce(?: (?:juz|wiecej|otrzymywac|dostawac|zadnych))* (?:{S})',
      '(?:prosze )?nie (?:wysylajcie|wysylaj|piszcie|pisz|wysylac|pisac)(?: (?:mi|do mnie|juz|wiecej|zadnych))+(?: (?:{S}))?',
      '(?:wypiszcie|wypisz|usuncie|usun) mnie(?: z)?(?: (?:listy|newslettera|bazy))?',
      '(?:{S}) istemiyorum',
      '(?:{S}) (?:atmayin|gondermeyin|yollamayin)',
      '(?:beni )?listeden (?:cikarin|cikar|silin)',
      '(?:aboneligi(?:mi)?|uyeligi(?:mi)?) iptal(?: et(?:mek istiyorum|in)?)?',
    ],
  },
]

export interface Phrases {
  language: ChatLanguage | undefined
  /** The whole clause is a stop sentence. */
  whole: RegExp
  /** A stop sentence stands somewhere in the clause. */
  inside: RegExp
}

/** The stop sentences of every language, ready to match against a clause's words joined by one space. */
export const PHRASES: readonly Phrases[] = SOURCES.map((source) => {
  const filled = source.cores
    .join('|')
    .replaceAll('{S}', `${source.subjects}|${ANY_SUBJECT}`)
    .replaceAll('{f}', `(?: (?:${source.polite})){0,2}`)
    .replaceAll('{me}', '(?:mich|mir|uns|meine nummer|me|us|this number|my number)')
  return {
    language: source.language,
    whole: new RegExp(
      `^(?:(?:${[...new Set(source.openers.split('|'))].join('|')}) ){0,10}(?:${filled})(?: (?:${source.tails})){0,8}$`,
    ),
    inside: new RegExp(`(?:^| )(?:${filled})(?: |$)`),
  }
})

/**
 * Contracts and orders: the person wants something ended, and it is hardly our messages. Held until a member has looked.
 */
export const ORDERS =
  /(?:^| )(?:kundige (?:ich |hiermit |wir )*(?:meine?n?|unsere?n?|das|die|zum) |stopp?t (?:bitte )?(?:die|meine|den|das) (?:bestellung|lieferung|zahlung|sendung|versand|paket))/

/**
 * Whole messages that may be meant as a stop but are not said clearly, and wishes that go further (delete my
 * data): hold and ask.
 */
export const HINTS: ReadonlySet<string> = new Set(
  `genug|pause|ich will das nicht mehr|ich will das nicht mehr bekommen|will ich nicht mehr|es reicht|jetzt reicht es|reicht jetzt|das reicht|nicht mehr|nie wieder|bitte nicht mehr|lass das|lasst das|
   hor auf|hort auf|hoert auf|hor auf damit|hort auf damit|schluss|schluss jetzt|schluss damit|ihr nervt|nervt|nervig|
   ich kundige|kein interesse|kein interesse mehr|kein bedarf|keine lust mehr|spam|blockiert|ich blockiere euch|haut ab|geht weg|verpisst euch|
   losch meine nummer|loscht meine nummer|bitte loscht meine nummer|losch meine daten|loscht meine daten|
   meine daten loschen|bitte meine daten loschen|keine nachrichten|widerspruch|
   enough|thats enough|no more|no more please|not interested|im not interested|no longer interested|go away|fuck off|
   piss off|get lost|stop it|stop that|stop this|block|blocked|lose my number|delete my number|
   delete my data|leave me|no messages|no spam|
   assez|ca suffit|c est bon|plus de pub|plus de message|plus de messages|plus de sms|je veux plus de messages|j veux plus de messages|je veux plus de pub|pas interesse|pas interessee|
   supprimez mes donnees|supprimez mon numero|
   non mi interessa|non sono interessato|non sono interessata|cancellate i miei dati|
   no me interesa|no estoy interesado|no estoy interesada|borrad mis datos|borren mis datos|
   genoeg|zo is het genoeg|hou op|houd op|geen interesse|niet meer|verwijder mijn gegevens|
   chega|nao quero mais|nao tenho interesse|koniec|rezygnuje|istemiyorum|yeter`
    .split('|')
    .map((hint) => hint.trim()),
)
