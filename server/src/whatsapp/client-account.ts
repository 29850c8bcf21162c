import { z } from 'zod'
import { Fields, type GraphCore, PageAnswer, Success } from './client-core.ts'

const NUMBER_FIELDS =
  'id,display_phone_number,verified_name,quality_rating,status,name_status,new_name_status,code_verification_status,throughput,whatsapp_business_manager_messaging_limit,platform_type,account_mode,is_official_business_account,is_on_biz_app'
const WABA_FIELDS =
  'id,name,status,currency,country,timezone_id,account_review_status,business_verification_status,ownership_type,is_enabled_for_insights'
const PROFILE_FIELDS = 'about,address,description,email,profile_picture_url,websites,vertical'

const ability = z.enum(['AVAILABLE', 'LIMITED', 'BLOCKED', 'UNKNOWN']).catch('UNKNOWN')
const Health = z.looseObject({
  health_status: z.looseObject({
    can_send_message: ability,
    entities: z
      .array(
        z.looseObject({
          entity_type: z.string(),
          id: z.coerce.string().catch(''),
          can_send_message: ability,
          additional_info: z.array(z.string()).catch([]),
          errors: z
            .array(
              z.looseObject({
                error_code: z.number().int(),
                error_description: z.string().catch(''),
                possible_solution: z.string().catch(''),
              }),
            )
            .catch([]),
        }),
      )
      .catch([]),
  }),
})
/** Whether a number or an account can send now, and what stands in the way, in Meta's words. */
export type Health = z.infer<typeof Health>['health_status']

const DebugAnswer = z.looseObject({ data: z.looseObject({}) })
const Automation = z.looseObject({
  conversational_automation: z
    .looseObject({
      prompts: z.array(z.string()).catch([]),
      commands: z
        .array(z.looseObject({ command_name: z.string(), command_description: z.string().catch('') }))
        .catch([]),
    })
    .optional()
    .catch(undefined),
})

/** What people see of a number, as far as it can be set. */
export interface ProfileInput {
  about?: string
  address?: string
  description?: string
  email?: string
  websites?: readonly string[]
  vertical?: string
  /** From `uploadHeader`. */
  profile_picture_handle?: string
}

/** Where webhooks of one account or number go instead of the app's own address. */
export interface WebhookOverride {
  override_callback_uri: string
  verify_token: string
}

/** Where Meta keeps the content of messages; can be set only while the number is not registered. */
export type StorageSetting =
  | { status: 'IN_COUNTRY_STORAGE_ENABLED'; data_localization_region: string }
  | { status: 'NO_STORAGE_ENABLED'; retention_minutes: number }

/** Numbers, accounts and what belongs to them. Source: Meta, Phone numbers, WhatsApp Business Account. */
export function accountCalls({ call, list, token }: GraphCore) {
  const post = (path: string, body: object) => call(Success, { method: 'POST', path, body })
  return {
    getNumber: (phoneNumberId: string, fields = NUMBER_FIELDS) =>
      call(Fields, { method: 'GET', path: phoneNumberId, query: { fields } }),
    getWaba: (wabaId: string, fields = WABA_FIELDS) =>
      call(Fields, { method: 'GET', path: wabaId, query: { fields } }),
    phoneNumbers: (wabaId: string) => list(`${wabaId}/phone_numbers`, { limit: '100' }),
    /** Of a number, an account or a template: whether it can send, and why not. */
    health: (id: string) =>
      call(
        Health.transform(({ health_status }) => health_status),
        { method: 'GET', path: id, query: { fields: 'health_status' } },
      ),
    /** What a token may do and until when; also tells the app id. */
    debugToken: () =>
      call(DebugAnswer, { method: 'GET', path: 'debug_token', query: { input_token: token } }),

    /** Asks Meta for a code by text message or call, to show that the number is ours. @param language for example `de` */
    requestCode: (phoneNumberId: string, method: 'SMS' | 'VOICE', language: string) =>
      post(`${phoneNumberId}/request_code`, { code_method: method, language }),
    verifyCode: (phoneNumberId: string, code: string) => post(`${phoneNumberId}/verify_code`, { code }),
    /** Registers the number for the API. @param pin six digits; the number's two-step verification from then on */
    registerNumber: (phoneNumberId: string, pin: string) =>
      post(`${phoneNumberId}/register`, { messaging_product: 'whatsapp', pin }),
    deregisterNumber: (phoneNumberId: string) =>
      call(Success, { method: 'POST', path: `${phoneNumberId}/deregister` }),
    /** Changes the two-step verification's PIN. */
    setPin: (phoneNumberId: string, pin: string) => post(phoneNumberId, { pin }),

    /** What people see of the number: about, description, e-mail, websites. */
    getProfile: (phoneNumberId: string) =>
      call(PageAnswer, {
        method: 'GET',
        path: `${phoneNumberId}/whatsapp_business_profile`,
        query: { fields: PROFILE_FIELDS },
      }),
    setProfile: (phoneNumberId: string, profile: ProfileInput) =>
      post(`${phoneNumberId}/whatsapp_business_profile`, { messaging_product: 'whatsapp', ...profile }),

    /** Where content is stored, among other settings. */
    getSettings: (phoneNumberId: string) =>
      call(Fields, { method: 'GET', path: `${phoneNumberId}/settings` }),
    setStorage: (phoneNumberId: string, storage: StorageSetting) =>
      post(`${phoneNumberId}/settings`, { storage_configuration: storage }),

    subscribeApp: (wabaId: string, override?: WebhookOverride) =>
      call(Success, { method: 'POST', path: `${wabaId}/subscribed_apps`, body: override }),
    subscribedApps: (wabaId: string) => list(`${wabaId}/subscribed_apps`, {}),
    unsubscribeApp: (wabaId: string) =>
      call(Success, { method: 'DELETE', path: `${wabaId}/subscribed_apps` }),
    /** Sends this one number's webhooks elsewhere. */
    setNumberWebhook: (phoneNumberId: string, override: WebhookOverride) =>
      post(phoneNumberId, { webhook_configuration: override }),

    /** Ice breakers and commands that WhatsApp shows in the chat. */
    getConversation: (phoneNumberId: string) =>
      call(
        Automation.transform(({ conversational_automation: found }) => ({
          prompts: found?.prompts ?? [],
          commands: found?.commands ?? [],
        })),
        { method: 'GET', path: phoneNumberId, query: { fields: 'conversational_automation' } },
      ),
    setConversation: (
      phoneNumberId: string,
      conversation: {
        prompts?: readonly string[]
        commands?: readonly { command_name: string; command_description: string }[]
      },
    ) => post(`${phoneNumberId}/conversational_automation`, conversation),
  }
}
