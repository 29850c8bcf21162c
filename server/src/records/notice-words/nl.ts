import type { NoticeWords } from './words.ts'

export const NL: NoticeWords = {
  title: 'Privacyverklaring voor WhatsApp',
  version: 'Versie',
  imprint: 'Bedrijfsgegevens',
  names: {
    controller: 'Verwerkingsverantwoordelijke',
    dpo: 'Functionaris voor gegevensbescherming',
    purposes: 'Doeleinden',
    basis: 'Rechtsgrond',
    recipients: 'Ontvangers',
    transfer: 'Doorgifte aan derde landen',
    retention: 'Bewaartermijn',
    rights: 'Rechten en intrekking',
    complaint: 'Klacht',
  },
  answering: 'Vragen beantwoorden die u ons via WhatsApp stelt',
  noDpo: (reason) => `Wij hebben geen functionaris voor gegevensbescherming: ${reason}`,
  rights:
    'U kunt uw toestemming op elk moment voor de toekomst intrekken, bijvoorbeeld met STOP in de chat. U hebt recht op inzage, rectificatie, wissing, beperking, overdraagbaarheid en bezwaar (artikelen 15 tot en met 21 AVG).',
  complaint: (authority) =>
    authority
      ? `U kunt een klacht indienen bij een toezichthoudende autoriteit, bijvoorbeeld: ${authority}.`
      : 'U kunt een klacht indienen bij de toezichthoudende autoriteit van uw woonplaats (artikel 77 AVG).',
  days: (count) => (count === 1 ? '1 dag' : `${count} dagen`),
  storage: {
    none: 'Meta bewaart geen inhoud (‘No Storage’).',
    region: (place) => `Opgeslagen inhoud blijft in de volgende regio: ${place}.`,
    anywhere: 'Meta bewaart inhoud tot 30 dagen op een plaats naar eigen keuze.',
    inUse:
      'Tijdens de verwerking bevindt de inhoud zich tot 60 minuten (Cloud API) of 90 minuten (Marketing Messages API) in datacenters van Meta over de hele wereld.',
  },
  sentences: {
    'Consent, Article 6 (1) (a) GDPR, section 7 (2) UWG':
      'toestemming, artikel 6, lid 1, onder a), AVG en artikel 7, lid 2, van de Duitse wet tegen oneerlijke concurrentie (UWG)',
    'Contract or enquiry, Article 6 (1) (b) GDPR': 'overeenkomst of vraag, artikel 6, lid 1, onder b), AVG',
    'Legal obligation, Article 6 (1) (c) GDPR': 'wettelijke verplichting, artikel 6, lid 1, onder c), AVG',
    'Conversations in the inbox': 'Gesprekken in de inbox',
    'Proof and block list': 'Bewijs en blokkeerlijst',
    'Delivery of messages over WhatsApp': 'bezorging van berichten via WhatsApp',
    'Running the servers of this installation': 'beheer van de servers van deze installatie',
    'Time stamps over digests of the ledger; no personal data':
      'tijdstempels over controlewaarden van het register; geen persoonsgegevens',
    'Delivery of the installation’s e-mails': 'bezorging van e-mails van de installatie',
    'Running and maintaining Jawort': 'beheer en onderhoud van Jawort',
    'EU-U.S. Data Privacy Framework and standard contractual clauses of the WhatsApp data processing terms':
      'Waarborgen: het EU-VS-kader voor gegevensbescherming en de modelcontractbepalingen in de gegevensverwerkingsvoorwaarden van WhatsApp',
    'Content of messages to people': 'Inhoud van berichten die wij sturen',
    'Who got which message': 'Wie welk bericht heeft ontvangen',
    'Messages from people': 'Berichten die wij ontvangen',
    'Raw deliveries from WhatsApp': 'Ruwe gegevens van WhatsApp',
    'Raw deliveries that belong to nobody': 'Ruwe gegevens die bij niemand horen',
    'Sign-ups that nobody confirmed': 'Aanmeldingen die niemand heeft bevestigd',
    'Questions without an answer': 'Onbeantwoorde vragen',
    'Who was left out of a campaign': 'Wie bij een campagne is overgeslagen',
    'Links to the person’s own page': 'Links naar de persoonlijke pagina',
    'Codes that show who people are': 'Codes waarmee mensen zich bekendmaken',
    'Notices of changes to recipients (Article 19)':
      'Mededelingen aan ontvangers over wijzigingen (artikel 19)',
    'Digests of earlier numbers and ids': 'Controlewaarden van eerdere nummers en ID’s',
    'Pauses that are over': 'Afgelopen pauzes',
    'Used sign-in links of the team': 'Gebruikte inloglinks van het team',
    'Names and results of imported files': 'Namen en resultaten van ingelezen bestanden',
    'What a list claims and nobody has checked': 'Opgaven uit lijsten die niemand heeft gecontroleerd',
    'Claims of lists that were checked': 'Gecontroleerde opgaven uit lijsten',
    'Log of who changed what': 'Logboek van wijzigingen',
    'Privacy requests that were dealt with': 'Afgehandelde privacyverzoeken',
    'Notifications to the team': 'Meldingen aan het team',
    'Ended sessions of the team': 'Beëindigde sessies van het team',
    'E-mail addresses of the invited': 'E-mailadressen van genodigden',
    'Profile and consents': 'Profiel en toestemmingen',
    'Proofs of consent': 'Bewijzen van toestemming',
    'Block list, as digests only': 'Blokkeerlijst, alleen als controlewaarden',
    'Beyond an erasure as well, so that the objection keeps counting (Article 21 (3))':
      'ook na een wissing, zodat het bezwaar blijft gelden (artikel 21, lid 3)',
    'While the consent has to be provable; locked after an erasure, then made unreadable (Article 17 (3) (e))':
      'zolang de toestemming aantoonbaar moet zijn; na een wissing vergrendeld en daarna onleesbaar gemaakt (artikel 17, lid 3, onder e))',
    'While the person is kept, or until erasure':
      'zolang de persoon tot onze contacten behoort, of tot de wissing',
    'As soon as it is no longer needed': 'zodra ze niet meer nodig zijn',
  },
}
