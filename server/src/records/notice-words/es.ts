import type { NoticeWords } from './words.ts'

export const ES: NoticeWords = {
  title: 'Política de privacidad para WhatsApp',
  version: 'Versión',
  imprint: 'Aviso legal',
  names: {
    controller: 'Responsable del tratamiento',
    dpo: 'Delegado de protección de datos',
    purposes: 'Finalidades',
    basis: 'Base jurídica',
    recipients: 'Destinatarios',
    transfer: 'Transferencia a terceros países',
    retention: 'Plazo de conservación',
    rights: 'Derechos y retirada del consentimiento',
    complaint: 'Reclamación',
  },
  answering: 'Responder a las preguntas que nos haga por WhatsApp',
  noDpo: (reason) => `No tenemos delegado de protección de datos: ${reason}`,
  rights:
    'Puede retirar su consentimiento en cualquier momento con efectos para el futuro, por ejemplo escribiendo STOP en el chat. Tiene derecho de acceso, rectificación, supresión, limitación, portabilidad y oposición (artículos 15 a 21 del RGPD).',
  complaint: (authority) =>
    authority
      ? `Puede presentar una reclamación ante una autoridad de control, por ejemplo: ${authority}.`
      : 'Puede presentar una reclamación ante la autoridad de control de su lugar de residencia (artículo 77 del RGPD).',
  days: (count) => (count === 1 ? '1 día' : `${count} días`),
  storage: {
    none: 'Meta no conserva ningún contenido («No Storage»).',
    region: (place) => `Los contenidos en reposo permanecen en la región siguiente: ${place}.`,
    anywhere: 'Meta conserva los contenidos hasta 30 días en un lugar de su elección.',
    inUse:
      'Durante su tratamiento, los contenidos se encuentran hasta 60 minutos (Cloud API) o 90 minutos (Marketing Messages API) en centros de datos de Meta de todo el mundo.',
  },
  sentences: {
    'Consent, Article 6 (1) (a) GDPR, section 7 (2) UWG':
      'consentimiento, artículo 6, apartado 1, letra a), del RGPD y artículo 7, apartado 2, de la ley alemana contra la competencia desleal (UWG)',
    'Contract or enquiry, Article 6 (1) (b) GDPR':
      'contrato o consulta, artículo 6, apartado 1, letra b), del RGPD',
    'Legal obligation, Article 6 (1) (c) GDPR':
      'obligación legal, artículo 6, apartado 1, letra c), del RGPD',
    'Conversations in the inbox': 'Conversaciones en la bandeja de entrada',
    'Proof and block list': 'Pruebas y lista de exclusión',
    'Delivery of messages over WhatsApp': 'entrega de mensajes por WhatsApp',
    'Running the servers of this installation': 'explotación de los servidores de esta instalación',
    'Time stamps over digests of the ledger; no personal data':
      'sellos de tiempo sobre valores de comprobación del registro; sin datos personales',
    'Delivery of the installation’s e-mails': 'entrega de los correos electrónicos de la instalación',
    'Running and maintaining Jawort': 'explotación y mantenimiento de Jawort',
    'EU-U.S. Data Privacy Framework and standard contractual clauses of the WhatsApp data processing terms':
      'Garantías: Marco de Privacidad de Datos UE-EE. UU. y cláusulas contractuales tipo de las condiciones de tratamiento de datos de WhatsApp',
    'Content of messages to people': 'Contenido de los mensajes que enviamos',
    'Who got which message': 'Quién recibió qué mensaje',
    'Messages from people': 'Mensajes que recibimos',
    'Raw deliveries from WhatsApp': 'Datos en bruto de WhatsApp',
    'Raw deliveries that belong to nobody': 'Datos en bruto que no corresponden a nadie',
    'Sign-ups that nobody confirmed': 'Suscripciones que nadie confirmó',
    'Questions without an answer': 'Preguntas sin respuesta',
    'Who was left out of a campaign': 'Quién quedó fuera de una campaña',
    'Links to the person’s own page': 'Enlaces a la página personal',
    'Codes that show who people are': 'Códigos de comprobación de la identidad',
    'Notices of changes to recipients (Article 19)':
      'Comunicaciones a los destinatarios sobre cambios (artículo 19)',
    'Digests of earlier numbers and ids': 'Huellas de números e identificadores anteriores',
    'Pauses that are over': 'Pausas terminadas',
    'Used sign-in links of the team': 'Enlaces de acceso usados por el equipo',
    'Names and results of imported files': 'Nombres y resultados de los archivos importados',
    'What a list claims and nobody has checked': 'Indicaciones de listas que nadie ha comprobado',
    'Claims of lists that were checked': 'Indicaciones de listas comprobadas',
    'Log of who changed what': 'Registro de cambios',
    'Privacy requests that were dealt with': 'Solicitudes de privacidad ya resueltas',
    'Notifications to the team': 'Avisos al equipo',
    'Ended sessions of the team': 'Sesiones terminadas del equipo',
    'E-mail addresses of the invited': 'Direcciones de correo electrónico de las personas invitadas',
    'Profile and consents': 'Perfil y consentimientos',
    'Proofs of consent': 'Pruebas del consentimiento',
    'Block list, as digests only': 'Lista de exclusión, solo como valores de comprobación',
    'Beyond an erasure as well, so that the objection keeps counting (Article 21 (3))':
      'también después de una supresión, para que la oposición siga valiendo (artículo 21, apartado 3)',
    'While the consent has to be provable; locked after an erasure, then made unreadable (Article 17 (3) (e))':
      'mientras deba poder probarse el consentimiento; bloqueadas tras una supresión y después hechas ilegibles (artículo 17, apartado 3, letra e))',
    'While the person is kept, or until erasure':
      'mientras la persona figure entre nuestros contactos, o hasta la supresión',
    'As soon as it is no longer needed': 'en cuanto dejan de ser necesarios',
  },
}
