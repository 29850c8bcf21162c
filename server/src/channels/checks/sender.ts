import type { Business } from '../../businesses/index.ts'
import type { Sentence } from '../../platform/index.ts'
import type { GraphClient } from '../../whatsapp/index.ts'
import { judgeProfile, Profile, type ProfileCheck } from '../profile.ts'
import { readStorage } from '../storage.ts'
import { type CheckStep, fail, good, isTokenRefused, refused, say, untold, warn } from './step.ts'

const MISSING: Record<ProfileCheck, Sentence> = {
  name: say('Anzeigename passt nicht zum Unternehmen', 'the display name does not match the business'),
  legal_name: say('Name der Firma', 'legal name'),
  email: say('E-Mail-Adresse', 'e-mail address'),
  imprint: say('Link zum Impressum', 'link to the imprint'),
  privacy: say('Link zum Datenschutz', 'link to the privacy page'),
}

/** Whether people can recognise who writes to them (C-57), and where Meta keeps what is written (C-54). */
export function senderSteps(
  profile: Awaited<ReturnType<GraphClient['getProfile']>>,
  settings: Awaited<ReturnType<GraphClient['getSettings']>>,
  business: Business,
  verifiedName: string | undefined,
): CheckStep[] {
  return [
    verifiedName === undefined ? untold('profile') : profileStep(profile, business, verifiedName),
    storageStep(settings),
  ]
}

function profileStep(
  answer: Awaited<ReturnType<GraphClient['getProfile']>>,
  business: Business,
  verifiedName: string,
): CheckStep {
  if (answer.ok !== true)
    return refused(
      'profile',
      'profile_unreadable',
      answer,
      say('Versuche es in einigen Minuten noch einmal.', 'Try again in some minutes.'),
    )
  const missing = judgeProfile(Profile.parse(answer.value.data[0] ?? {}), business, verifiedName)
    .filter(({ ok }) => !ok)
    .map(({ key }) => MISSING[key])
  if (missing.length === 0)
    return good(
      'profile',
      'sender_recognisable',
      say(
        'Das Profil nennt Firma, E-Mail, Impressum und Datenschutz.',
        'The profile names the legal name, e-mail, imprint and privacy page.',
      ),
    )
  const list = (language: 'de' | 'en') => missing.map((one) => one[language]).join(', ')
  return fail(
    'profile',
    'profile_incomplete',
    say(`Im Profil fehlt: ${list('de')}.`, `The profile lacks: ${list('en')}.`),
    say(
      'Öffne Einstellungen, WhatsApp-Nummer, Profil: Jawort schlägt vor, was fehlt, und trägt es bei Meta ein. Impressum und Datenschutz des Unternehmens stehen unter Einstellungen, Unternehmen.',
      'Open Settings, WhatsApp number, Profile: Jawort proposes what is missing and enters it at Meta. Imprint and privacy page of the business stand under Settings, Business.',
    ),
  )
}

function storageStep(answer: Awaited<ReturnType<GraphClient['getSettings']>>): CheckStep {
  if (isTokenRefused(answer)) return untold('storage')
  if (answer.ok !== true)
    return warn(
      'storage',
      'storage_unreadable',
      say('Meta sagt nicht, wo Inhalte liegen.', 'Meta does not say where content is kept.'),
      say(
        'Trage es unter Verzeichnis & Pflichten selbst ein; das Verzeichnis und der Datenschutzhinweis nennen es.',
        'State it under Records & duties yourself; the record and the privacy notice mention it.',
      ),
    )
  const { kind, region } = readStorage(answer.value)
  if (kind === 'none')
    return good('storage', 'storage_none', say('Meta speichert keine Inhalte.', 'Meta stores no content.'))
  if (kind === 'in_country')
    return good(
      'storage',
      'storage_local',
      say(`Inhalte ruhen in der Region ${region}.`, `Content rests in the region ${region}.`),
    )
  return warn(
    'storage',
    'storage_standard',
    say(
      'Inhalte liegen, wo Meta will, auch außerhalb der EU.',
      'Content lies where Meta wants, also outside the EU.',
    ),
    say(
      'Wähle unter Einstellungen, WhatsApp-Nummer, Datenort die Region DE (EU), am besten bevor die Nummer registriert ist; später ist sie dafür einen Moment abgemeldet.',
      'Choose the region DE (EU) under Settings, WhatsApp number, Data location, best before the number is registered; later it is deregistered for a moment.',
    ),
  )
}
