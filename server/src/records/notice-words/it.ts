import type { NoticeWords } from './words.ts'

export const IT: NoticeWords = {
  title: 'Informativa sulla privacy per WhatsApp',
  version: 'Versione',
  imprint: 'Note legali',
  names: {
    controller: 'Titolare del trattamento',
    dpo: 'Responsabile della protezione dei dati',
    purposes: 'Finalità',
    basis: 'Base giuridica',
    recipients: 'Destinatari',
    transfer: 'Trasferimento verso paesi terzi',
    retention: 'Periodo di conservazione',
    rights: 'Diritti e revoca del consenso',
    complaint: 'Reclamo',
  },
  answering: 'Rispondere alle domande che ci rivolge su WhatsApp',
  noDpo: (reason) => `Non abbiamo un responsabile della protezione dei dati: ${reason}`,
  rights:
    'Può revocare il Suo consenso in ogni momento per il futuro, per esempio scrivendo STOP nella chat. Ha diritto di accesso, rettifica, cancellazione, limitazione, portabilità e opposizione (articoli da 15 a 21 del GDPR).',
  complaint: (authority) =>
    authority
      ? `Può proporre reclamo a un’autorità di controllo, per esempio: ${authority}.`
      : 'Può proporre reclamo all’autorità di controllo del luogo in cui risiede (articolo 77 del GDPR).',
  days: (count) => (count === 1 ? '1 giorno' : `${count} giorni`),
  storage: {
    none: 'Meta non conserva alcun contenuto («No Storage»).',
    region: (place) => `I contenuti a riposo restano nella regione seguente: ${place}.`,
    anywhere: 'Meta conserva i contenuti fino a 30 giorni in un luogo di sua scelta.',
    inUse:
      'Durante il trattamento i contenuti si trovano fino a 60 minuti (Cloud API) o 90 minuti (Marketing Messages API) nei centri dati di Meta in tutto il mondo.',
  },
  sentences: {
    'Consent, Article 6 (1) (a) GDPR, section 7 (2) UWG':
      'consenso, articolo 6, paragrafo 1, lettera a), del GDPR e articolo 7, comma 2, della legge tedesca contro la concorrenza sleale (UWG)',
    'Contract or enquiry, Article 6 (1) (b) GDPR':
      'contratto o richiesta, articolo 6, paragrafo 1, lettera b), del GDPR',
    'Legal obligation, Article 6 (1) (c) GDPR':
      'obbligo legale, articolo 6, paragrafo 1, lettera c), del GDPR',
    'Conversations in the inbox': 'Conversazioni nella posta in arrivo',
    'Proof and block list': 'Prove e lista di opposizione',
    'Delivery of messages over WhatsApp': 'recapito dei messaggi tramite WhatsApp',
    'Running the servers of this installation': 'gestione dei server di questa installazione',
    'Time stamps over digests of the ledger; no personal data':
      'marche temporali su valori di controllo del registro; nessun dato personale',
    'Delivery of the installation’s e-mails': 'recapito delle e-mail dell’installazione',
    'Running and maintaining Jawort': 'gestione e manutenzione di Jawort',
    'EU-U.S. Data Privacy Framework and standard contractual clauses of the WhatsApp data processing terms':
      'Garanzie: quadro UE-USA per la protezione dei dati e clausole contrattuali tipo delle condizioni di trattamento dei dati di WhatsApp',
    'Content of messages to people': 'Contenuto dei messaggi che inviamo',
    'Who got which message': 'Chi ha ricevuto quale messaggio',
    'Messages from people': 'Messaggi che riceviamo',
    'Raw deliveries from WhatsApp': 'Dati grezzi di WhatsApp',
    'Raw deliveries that belong to nobody': 'Dati grezzi che non riguardano nessuno',
    'Sign-ups that nobody confirmed': 'Iscrizioni che nessuno ha confermato',
    'Questions without an answer': 'Domande rimaste senza risposta',
    'Who was left out of a campaign': 'Chi è stato escluso da una campagna',
    'Links to the person’s own page': 'Collegamenti alla pagina personale',
    'Codes that show who people are': 'Codici di verifica dell’identità',
    'Notices of changes to recipients (Article 19)':
      'Comunicazioni ai destinatari sulle modifiche (articolo 19)',
    'Digests of earlier numbers and ids': 'Impronte di numeri e identificativi precedenti',
    'Pauses that are over': 'Pause terminate',
    'Used sign-in links of the team': 'Collegamenti di accesso usati dal team',
    'Names and results of imported files': 'Nomi e risultati dei file importati',
    'What a list claims and nobody has checked': 'Indicazioni di elenchi che nessuno ha verificato',
    'Claims of lists that were checked': 'Indicazioni di elenchi verificate',
    'Log of who changed what': 'Registro delle modifiche',
    'Privacy requests that were dealt with': 'Richieste sulla privacy già evase',
    'Notifications to the team': 'Notifiche al team',
    'Ended sessions of the team': 'Sessioni terminate del team',
    'E-mail addresses of the invited': 'Indirizzi e-mail delle persone invitate',
    'Profile and consents': 'Profilo e consensi',
    'Proofs of consent': 'Prove del consenso',
    'Block list, as digests only': 'Lista di opposizione, solo come valori di controllo',
    'Beyond an erasure as well, so that the objection keeps counting (Article 21 (3))':
      'anche oltre una cancellazione, affinché l’opposizione continui a valere (articolo 21, paragrafo 3)',
    'While the consent has to be provable; locked after an erasure, then made unreadable (Article 17 (3) (e))':
      'finché il consenso deve poter essere dimostrato; bloccate dopo una cancellazione e poi rese illeggibili (articolo 17, paragrafo 3, lettera e))',
    'While the person is kept, or until erasure':
      'finché la persona è tra i nostri contatti, o fino alla cancellazione',
    'As soon as it is no longer needed': 'non appena non servono più',
  },
}
