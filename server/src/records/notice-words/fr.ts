import type { NoticeWords } from './words.ts'

export const FR: NoticeWords = {
  title: 'Politique de confidentialité pour WhatsApp',
  version: 'Version',
  imprint: 'Mentions légales',
  names: {
    controller: 'Responsable du traitement',
    dpo: 'Délégué à la protection des données',
    purposes: 'Finalités',
    basis: 'Base juridique',
    recipients: 'Destinataires',
    transfer: 'Transfert vers des pays tiers',
    retention: 'Durée de conservation',
    rights: 'Droits et retrait du consentement',
    complaint: 'Réclamation',
  },
  answering: 'Répondre aux questions que vous nous posez sur WhatsApp',
  noDpo: (reason) => `Nous n’avons pas de délégué à la protection des données : ${reason}`,
  rights:
    'Vous pouvez retirer votre consentement à tout moment pour l’avenir, par exemple en écrivant STOP dans la conversation. Vous disposez d’un droit d’accès, de rectification, d’effacement, de limitation, de portabilité et d’opposition (articles 15 à 21 du RGPD).',
  complaint: (authority) =>
    authority
      ? `Vous pouvez introduire une réclamation auprès d’une autorité de contrôle, par exemple : ${authority}.`
      : 'Vous pouvez introduire une réclamation auprès de l’autorité de contrôle de votre lieu de résidence (article 77 du RGPD).',
  days: (count) => (count === 1 ? '1 jour' : `${count} jours`),
  storage: {
    none: 'Meta ne conserve aucun contenu (« No Storage »).',
    region: (place) => `Les contenus au repos restent dans la région suivante : ${place}.`,
    anywhere: 'Meta conserve les contenus jusqu’à 30 jours dans un lieu de son choix.',
    inUse:
      'Pendant leur traitement, les contenus se trouvent jusqu’à 60 minutes (Cloud API) ou 90 minutes (Marketing Messages API) dans les centres de données de Meta à travers le monde.',
  },
  sentences: {
    'Consent, Article 6 (1) (a) GDPR, section 7 (2) UWG':
      'consentement, article 6, paragraphe 1, point a), du RGPD et article 7, paragraphe 2, de la loi allemande contre la concurrence déloyale (UWG)',
    'Contract or enquiry, Article 6 (1) (b) GDPR':
      'contrat ou demande, article 6, paragraphe 1, point b), du RGPD',
    'Legal obligation, Article 6 (1) (c) GDPR':
      'obligation légale, article 6, paragraphe 1, point c), du RGPD',
    'Conversations in the inbox': 'Conversations dans la boîte de réception',
    'Proof and block list': 'Preuves et liste d’opposition',
    'Delivery of messages over WhatsApp': 'acheminement des messages par WhatsApp',
    'Running the servers of this installation': 'exploitation des serveurs de cette installation',
    'Time stamps over digests of the ledger; no personal data':
      'horodatage d’empreintes du registre ; aucune donnée personnelle',
    'Delivery of the installation’s e-mails': 'acheminement des e-mails de l’installation',
    'Running and maintaining Jawort': 'exploitation et maintenance de Jawort',
    'EU-U.S. Data Privacy Framework and standard contractual clauses of the WhatsApp data processing terms':
      'Garanties : cadre de protection des données UE-États-Unis et clauses contractuelles types des conditions de traitement des données de WhatsApp',
    'Content of messages to people': 'Contenu des messages que nous envoyons',
    'Who got which message': 'Qui a reçu quel message',
    'Messages from people': 'Messages que nous recevons',
    'Raw deliveries from WhatsApp': 'Données brutes de WhatsApp',
    'Raw deliveries that belong to nobody': 'Données brutes qui ne se rapportent à personne',
    'Sign-ups that nobody confirmed': 'Inscriptions que personne n’a confirmées',
    'Questions without an answer': 'Questions restées sans réponse',
    'Who was left out of a campaign': 'Qui n’a pas été retenu pour une campagne',
    'Links to the person’s own page': 'Liens vers la page personnelle',
    'Codes that show who people are': 'Codes de vérification de l’identité',
    'Notices of changes to recipients (Article 19)':
      'Communications aux destinataires sur des modifications (article 19)',
    'Digests of earlier numbers and ids': 'Empreintes d’anciens numéros et identifiants',
    'Pauses that are over': 'Pauses terminées',
    'Used sign-in links of the team': 'Liens de connexion utilisés par l’équipe',
    'Names and results of imported files': 'Noms et résultats des fichiers importés',
    'What a list claims and nobody has checked': 'Indications de listes que personne n’a vérifiées',
    'Claims of lists that were checked': 'Indications de listes vérifiées',
    'Log of who changed what': 'Journal des modifications',
    'Privacy requests that were dealt with': 'Demandes relatives aux données déjà traitées',
    'Notifications to the team': 'Notifications à l’équipe',
    'Ended sessions of the team': 'Sessions terminées de l’équipe',
    'E-mail addresses of the invited': 'Adresses e-mail des personnes invitées',
    'Profile and consents': 'Profil et consentements',
    'Proofs of consent': 'Preuves du consentement',
    'Block list, as digests only': 'Liste d’opposition, sous forme d’empreintes uniquement',
    'Beyond an erasure as well, so that the objection keeps counting (Article 21 (3))':
      'même au-delà d’un effacement, afin que l’opposition reste respectée (article 21, paragraphe 3)',
    'While the consent has to be provable; locked after an erasure, then made unreadable (Article 17 (3) (e))':
      'tant que le consentement doit pouvoir être prouvé ; verrouillées après un effacement, puis rendues illisibles (article 17, paragraphe 3, point e))',
    'While the person is kept, or until erasure':
      'tant que la personne figure parmi nos contacts, ou jusqu’à l’effacement',
    'As soon as it is no longer needed': 'dès qu’elles ne sont plus nécessaires',
  },
}
