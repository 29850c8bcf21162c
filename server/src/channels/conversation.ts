import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { getBusiness } from '../businesses/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, withTransaction } from '../platform/index.ts'
import { askMeta, metaRefused } from './ask-meta.ts'
import { getChannel } from './channel.ts'

/** The command that must always be on offer: leaving is as easy as coming (Art. 7(3) GDPR). */
const STOP = { name: 'stop', de: 'Keine Werbung mehr bekommen', en: 'Get no more marketing' }

/** What WhatsApp offers in the chat before anybody has typed; lengths are Meta's. */
export const ConversationFields = z.object({
  /** Openings to tap in an empty chat ("ice breakers"). */
  prompts: z.array(z.string().trim().min(1).max(80)).max(4),
  /** Commands that appear after a slash. */
  commands: z
    .array(
      z.object({
        name: z
          .string()
          .trim()
          .toLowerCase()
          .regex(/^[\p{L}\p{N}_-]{1,32}$/u),
        description: z.string().trim().min(1).max(256),
      }),
    )
    .max(30),
})
export type ConversationFields = z.infer<typeof ConversationFields>

/** What the chat offers now, as Meta has it. @throws Problem `not_found`, `meta_refused`, `meta_unreachable` */
export async function readConversation(ctx: Context, channelId: string): Promise<ConversationFields> {
  requireRole(ctx, 'marketer', 'dpo')
  const { phoneNumberId } = await getChannel(ctx, channelId)
  const answer = await askMeta(ctx, channelId, (client) => client.getConversation(phoneNumberId))
  if (answer.ok !== true) throw metaRefused(answer)
  return {
    prompts: answer.value.prompts,
    commands: answer.value.commands.map(({ command_name, command_description }) => ({
      name: command_name,
      description: command_description,
    })),
  }
}

/**
 * Sets what the chat offers. `/stop` is always among the commands: when it is left out, it is added.
 * @throws Problem `not_found`, `meta_refused`, `meta_unreachable`
 */
export async function changeConversation(
  ctx: Context,
  channelId: string,
  input: z.input<typeof ConversationFields>,
): Promise<ConversationFields> {
  requireRole(ctx, 'owner')
  const { prompts, commands } = ConversationFields.parse(input)
  const { phoneNumberId } = await getChannel(ctx, channelId)
  const { language } = await getBusiness(ctx)
  const others = commands.filter(({ name }) => name !== STOP.name).slice(0, 29)
  const stop = commands.find(({ name }) => name === STOP.name) ?? {
    name: STOP.name,
    description: STOP[language],
  }
  const all = [stop, ...others]
  const answer = await askMeta(ctx, channelId, (client) =>
    client.setConversation(phoneNumberId, {
      prompts,
      commands: all.map(({ name, description }) => ({
        command_name: name,
        command_description: description,
      })),
    }),
  )
  if (answer.ok !== true) throw metaRefused(answer)
  await withTransaction(ctx, (tx) =>
    recordAudit(tx, {
      action: 'channel.conversation',
      entity: 'channel',
      entityId: channelId,
      after: { prompts: prompts.length, commands: all.map(({ name }) => name) },
    }),
  )
  return { prompts, commands: all }
}
