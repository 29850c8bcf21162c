import { randomInt } from 'node:crypto'
import { z } from 'zod'
import { GraphFault, unknownObject } from '../errors.ts'
import { digitsOf } from '../ids.ts'
import type { BusinessNumber } from '../numbers.ts'
import { notice } from '../payloads.ts'
import { type Call, page, parse } from './call.ts'

const automation = z.looseObject({
  prompts: z.array(z.string().min(1).max(80)).max(4).optional(),
  commands: z
    .array(
      z.looseObject({
        command_name: z.string().regex(/^[^\s/]{1,32}$/),
        command_description: z.string().min(1).max(256),
      }),
    )
    .max(30)
    .optional(),
})

/** `POST /{phone}/conversational_automation`: ice breakers and commands that WhatsApp shows in the chat */
export function setAutomation({ world, id, body }: Call): unknown {
  const { prompts, commands } = parse(automation, body)
  const facts = world.numbers.facts(the({ world, id }))
  facts.conversation = {
    prompts: prompts ?? facts.conversation.prompts,
    commands: commands ?? facts.conversation.commands,
  }
  return { success: true }
}

const MOST_LINKS = 2_000
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const linkSchema = z.looseObject({
  prefilled_message: z.string().min(1).max(140),
  code: z.string().optional(),
  generate_qr_image: z
    .string()
    .transform((format) => format.toUpperCase())
    .pipe(z.enum(['SVG', 'PNG']))
    .optional(),
})

/** `POST /{phone}/message_qrdls[/{code}]`, by body or query: a short link with a text, new or (with a code) changed */
export function saveLink({ world, id, body, query, leaf }: Call): unknown {
  const { code = leaf, prefilled_message, generate_qr_image } = parse(linkSchema, body ?? query)
  const { links } = world.numbers.facts(the({ world, id }))
  if (code !== undefined && !links.has(code)) throw new GraphFault(100, 'There is no link with this code.')
  if (code === undefined && links.size >= MOST_LINKS)
    throw new GraphFault(100, `A number may have at most ${MOST_LINKS} links.`)
  const key = code ?? Array.from({ length: 14 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
  links.set(key, { prefilled_message })
  const image = generate_qr_image && {
    qr_image_url: `${world.url}/sim/qr/${key}.${generate_qr_image.toLowerCase()}`,
  }
  return { ...linkOf(key, prefilled_message), ...image }
}

/** `GET /{phone}/message_qrdls` and `…/{code}` */
export function listLinks(call: Call): unknown {
  const rows = [...call.world.numbers.facts(the(call)).links]
  const wanted = call.leaf === undefined ? rows : rows.filter(([code]) => code === call.leaf)
  if (call.leaf !== undefined && wanted.length === 0) throw unknownObject(call.leaf)
  return page(wanted, call, ([code, { prefilled_message }]) => linkOf(code, prefilled_message))
}

/** `DELETE /{phone}/message_qrdls/{code}` */
export function deleteLink({ world, id, leaf = '' }: Call): unknown {
  if (!world.numbers.facts(the({ world, id })).links.delete(leaf)) throw unknownObject(leaf, 'delete')
  return { success: true }
}

const linkOf = (code: string, prefilled_message: string): Record<string, string> => ({
  code,
  prefilled_message,
  deep_link_url: `https://wa.me/message/${code}`,
})

const usernameSchema = z.looseObject({
  username: z.string(),
  transfer_action: z.enum(['none', 'force_transfer']).optional(),
})

/** `POST /{phone}/username` @throws GraphFault 147001 or 147002 */
export function setUsername({ world, id, body }: Call): unknown {
  const number = the({ world, id })
  const { username, transfer_action } = parse(usernameSchema, body)
  const name = username.replace(/^@/, '')
  if (!/^(?=.*[a-z])(?!.*\.\.)[a-z0-9_][a-z0-9._]{1,33}[a-z0-9_]$/.test(name))
    throw new GraphFault(147001, 'A username has 3 to 35 lower-case letters, digits, dots or underscores.')
  const holder = world.numbers
    .all()
    .find((one) => one.id !== number.id && world.numbers.facts(one).username?.name === name)
  const taken = world.people.everybody().some((person) => person.username?.toLowerCase() === name)
  if (taken || (holder && (holder.wabaId !== number.wabaId || transfer_action !== 'force_transfer')))
    throw new GraphFault(147002, 'Somebody else has this username.')
  if (holder) delete world.numbers.facts(holder).username
  world.numbers.facts(number).username = { name, status: 'approved' }
  tell({ world }, number, name, 'approved')
  return { status: 'approved' }
}

/** `GET /{phone}/username` */
export function getUsername({ world, id }: Call): unknown {
  const { username } = world.numbers.facts(the({ world, id }))
  return username ? { username: username.name, status: username.status } : {}
}

/** `DELETE /{phone}/username` @throws GraphFault 147005 */
export function deleteUsername({ world, id }: Call): unknown {
  const number = the({ world, id })
  const facts = world.numbers.facts(number)
  if (!facts.username) throw new GraphFault(147005, 'This number has no username.')
  tell({ world }, number, facts.username.name, 'deleted')
  delete facts.username
  return { success: true }
}

/** `GET /{phone}/username_suggestions`: names kept for the business */
export function suggestUsernames({ world, id }: Call): unknown {
  const plain = the({ world, id })
    .verifiedName.toLowerCase()
    .replace(/[^a-z0-9]+/g, '')
  return { data: [{ username_suggestions: [plain, `${plain}.de`, `${plain}_shop`] }] }
}

function tell(
  { world }: Pick<Call, 'world'>,
  number: BusinessNumber,
  username: string,
  status: string,
): void {
  const value = { display_phone_number: digitsOf(number.displayPhoneNumber), username, status }
  world.webhooks(notice(number.wabaId, 'business_username_update', value, world.clock.now()))
}

/** `DELETE /{phone}/contact_book?bsuid=…`: forgets a pair of BSUID and number */
export function forgetContact({ world, id, query }: Call): unknown {
  the({ world, id })
  if (!query.bsuid) throw new GraphFault(100, "Parameter 'bsuid' is required")
  return {
    messaging_product: 'whatsapp',
    success: true,
    deleted: world.people.byBsuid(query.bsuid) !== undefined,
  }
}

function the({ world, id }: Pick<Call, 'world' | 'id'>): BusinessNumber {
  const number = world.numbers.find(id)
  if (!number) throw unknownObject(id)
  return number
}
