import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Kit, rows, startKit, templateBody, templateSend, until, WABA } from '../testing/kit.ts'

let kit: Kit
beforeEach(async () => {
  kit = await startKit()
})
afterEach(() => kit.close())

const PATH = `${WABA}/message_templates`

interface Wish {
  body?: string
  examples?: Record<string, string>
  header?: Record<string, unknown>
  footer?: string
  buttons?: Record<string, unknown>[]
  format?: 'NAMED' | 'POSITIONAL'
  positional?: string[]
}

function template(name: string, wish: Wish): Record<string, unknown> {
  const {
    body = 'Hallo und guten Tag',
    examples = {},
    header,
    footer,
    buttons,
    format = 'NAMED',
    positional,
  } = wish
  const named = Object.entries(examples).map(([param_name, example]) => ({ param_name, example }))
  const example = positional ? { body_text: [positional] } : { body_text_named_params: named }
  const components = [
    ...(header ? [{ type: 'HEADER', ...header }] : []),
    { type: 'BODY', text: body, example },
    ...(footer === undefined ? [] : [{ type: 'FOOTER', text: footer }]),
    ...(buttons ? [{ type: 'BUTTONS', buttons }] : []),
  ]
  return { name, language: 'de', category: 'MARKETING', parameter_format: format, components }
}

const quick = (count: number): Record<string, unknown>[] =>
  Array.from({ length: count }, (_, n) => ({ type: 'QUICK_REPLY', text: `Knopf ${n}` }))
const url = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  type: 'URL',
  text: 'Shop',
  url: 'https://example.org/',
  ...more,
})

describe('what Meta refuses in a template', () => {
  const cases: [string, Wish, number][] = [
    [
      'a variable at the start',
      { body: '{{name}} hat eine Nachricht für dich', examples: { name: 'Mia' } },
      2388299,
    ],
    [
      'a variable at the end',
      { body: 'Eine Nachricht kommt für dich, {{name}}', examples: { name: 'Mia' } },
      2388299,
    ],
    [
      'variables side by side',
      { body: 'Hallo du {{a}} {{b}} und noch viel mehr Text hier', examples: { a: 'x', b: 'y' } },
      2388072,
    ],
    [
      'too many variables for the text',
      { body: 'Hi {{a}} x {{b}} y {{c}} z', examples: { a: 'x', b: 'y', c: 'z' } },
      2388293,
    ],
    ['a variable without example', { body: 'Hallo {{name}}, schön dass du da bist' }, 2388043],
    [
      'numbers out of sequence',
      { format: 'POSITIONAL', body: 'Hallo {{2}}, schön dass du da bist', positional: ['Mia'] },
      2388072,
    ],
    [
      'special characters in a variable',
      { body: 'Hallo {{na#me}}, schön dass du da bist', examples: { 'na#me': 'x' } },
      2388072,
    ],
    ['a body of 1,025 characters', { body: 'x'.repeat(1025) }, 2388040],
    ['five spaces', { body: 'Hallo     du' }, 2388072],
    ['three line breaks', { body: 'Hallo\n\n\ndu' }, 2388072],
    ['a header of 61 characters', { header: { format: 'TEXT', text: 'x'.repeat(61) } }, 2388040],
    ['a header with emoji', { header: { format: 'TEXT', text: 'Hallo 👍' } }, 2388047],
    ['two variables in the header', { header: { format: 'TEXT', text: 'x {{a}} y {{b}} z' } }, 2388047],
    ['a picture without example', { header: { format: 'IMAGE' } }, 2388043],
    ['a footer of 61 characters', { footer: 'x'.repeat(61) }, 2388040],
    ['a footer with a variable', { footer: 'Dein {{name}}' }, 2388073],
    ['eleven buttons', { buttons: quick(11) }, 2388081],
    ['a button of 26 characters', { buttons: [{ type: 'QUICK_REPLY', text: 'x'.repeat(26) }] }, 2388040],
    ['three links', { buttons: ['a', 'b', 'c'].map((text) => url({ text })) }, 2388081],
    [
      'a link with its variable in the middle',
      { buttons: [url({ url: 'https://example.org/{{1}}/x', example: ['x'] })] },
      2388081,
    ],
    [
      'a link with a variable without example',
      { buttons: [url({ url: 'https://example.org/{{1}}' })] },
      2388043,
    ],
    [
      'quick replies apart',
      { buttons: [...quick(1), url(), { type: 'QUICK_REPLY', text: 'Noch einer' }] },
      2388081,
    ],
    [
      'two phone buttons',
      { buttons: ['a', 'b'].map((text) => ({ type: 'PHONE_NUMBER', text, phone_number: '+4930123456' })) },
      2388081,
    ],
    ['the same text on two buttons', { buttons: [url(), url({ url: 'https://example.org/2' })] }, 2388081],
  ]
  it.each(cases)('%s', async (_name, wish, subcode) => {
    const { status, body } = await kit.graph('POST', PATH, template('aktion', wish))
    expect([status, body.error?.code, body.error?.error_subcode]).toEqual([400, 100, subcode])
    expect(body.error).toMatchObject({
      message: 'Invalid parameter',
      type: 'OAuthException',
      is_transient: false,
      error_user_title: expect.any(String),
      error_user_msg: expect.any(String),
      fbtrace_id: expect.any(String),
    })
  })

  it('a name with capitals, and one that exists in this language', async () => {
    expect((await kit.graph('POST', PATH, template('Aktion', {}))).body.error?.error_subcode).toBe(2388041)
    await kit.template('aktion')
    expect((await kit.graph('POST', PATH, templateBody('aktion'))).body.error?.error_subcode).toBe(2388024)
    expect((await kit.graph('POST', PATH, { ...templateBody('aktion'), language: 'en' })).status).toBe(200)
  })

  it('a 251st template', async () => {
    await kit.sim('PATCH', '/sim/dials', { templatesPerHour: 300 })
    for (let n = 0; n < 250; n++) await kit.graph('POST', PATH, template(`t${n}`, {}))
    expect((await kit.graph('POST', PATH, template('zu_viel', {}))).body.error?.error_subcode).toBe(2388019)
  })
})

describe('what Meta accepts', () => {
  it.each<[string, Wish]>([
    ['a plain body', {}],
    [
      'numbers in sequence',
      {
        format: 'POSITIONAL',
        body: 'Hallo {{1}}, du hast {{2}} Punkte bei uns gesammelt.',
        positional: ['Mia', '7'],
      },
    ],
    [
      'a header with a variable',
      {
        header: {
          format: 'TEXT',
          text: 'Für {{name}}',
          example: { header_text_named_params: [{ param_name: 'name', example: 'Mia' }] },
        },
      },
    ],
    ['a picture', { header: { format: 'IMAGE', example: { header_handle: ['4::abc'] } } }],
    [
      'links before quick replies',
      {
        buttons: [url({ url: 'https://example.org/{{1}}', example: ['https://example.org/a'] }), ...quick(3)],
      },
    ],
  ])('%s', async (_name, wish) => {
    const { status, body } = await kit.graph('POST', PATH, template('aktion', wish))
    expect([status, body.status]).toEqual([200, 'PENDING'])
  })
})

describe('review', () => {
  const events = (): unknown[] =>
    kit.sink
      .changes()
      .filter((change) => change.field === 'message_template_status_update')
      .map((change) => change.value.event)

  it('approves after the delay and says so', async () => {
    const id = await kit.template('aktion')
    await until(() => events().length === 1)
    const [change] = kit.sink.changes()
    expect(change?.value).toEqual({
      event: 'APPROVED',
      reason: 'NONE',
      message_template_id: Number(id),
      message_template_name: 'aktion',
      message_template_language: 'de',
      message_template_category: 'MARKETING',
    })
  })

  it('rejects by the dial; an edit goes before the reviewer again', async () => {
    await kit.sim('PATCH', '/sim/dials', { templateVerdict: 'reject' })
    const { body } = await kit.graph('POST', PATH, templateBody('aktion'))
    await until(() => events().length === 1)
    expect((await kit.graph('GET', `${body.id}?fields=status,rejected_reason`)).body).toMatchObject({
      status: 'REJECTED',
      rejected_reason: 'INVALID_FORMAT',
    })
    expect((await kit.send('+4915112345678', templateSend('aktion'))).body.error?.code).toBe(132001)
    await kit.sim('PATCH', '/sim/dials', { templateVerdict: 'approve' })
    const { components } = templateBody('aktion')
    expect((await kit.graph('POST', `${body.id}`, { components })).body).toEqual({ success: true })
    await until(() => events().length === 2)
    expect(events()).toEqual(['REJECTED', 'APPROVED'])
  })

  it('moves a utility template to marketing by the dial', async () => {
    await kit.sim('PATCH', '/sim/dials', { templateVerdict: 'as_marketing' })
    const { body } = await kit.graph('POST', PATH, { ...template('versand', {}), category: 'UTILITY' })
    expect(body).toMatchObject({ status: 'PENDING', category: 'MARKETING' })
    await until(() => events().length === 1)
    expect((await kit.graph('GET', `${body.id}?fields=category,previous_category`)).body).toMatchObject({
      category: 'MARKETING',
      previous_category: 'UTILITY',
    })
  })

  it('pauses, disables and reinstates: sending follows', async () => {
    const id = await kit.template('aktion')
    await kit.person({ phone: '+4915112345678' })
    const code = async (): Promise<unknown> =>
      (await kit.send('+4915112345678', templateSend('aktion'))).body.error?.code
    await kit.sim('POST', `/sim/templates/${id}/events`, { event: 'PAUSED' })
    expect(await code()).toBe(132015)
    expect((await kit.graph('POST', `${id}/unpause`)).body).toEqual({ success: true })
    expect(await code()).toBeUndefined()
    await kit.sim('POST', `/sim/templates/${id}/events`, { event: 'DISABLED' })
    expect(await code()).toBe(132016)
    await until(() => events().length === 4)
    expect(events()).toEqual(['APPROVED', 'PAUSED', 'REINSTATED', 'DISABLED'])
  })

  it('tells of quality and category', async () => {
    const id = await kit.template('aktion')
    await kit.sim('POST', `/sim/templates/${id}/quality`, { score: 'RED' })
    await kit.sim('POST', `/sim/templates/${id}/category`, { category: 'UTILITY' })
    await until(() => kit.sink.changes().length === 3)
    const [, quality, category] = kit.sink.changes()
    expect(quality).toMatchObject({
      field: 'message_template_quality_update',
      value: { previous_quality_score: 'UNKNOWN', new_quality_score: 'RED', message_template_id: Number(id) },
    })
    expect(category).toMatchObject({
      field: 'template_category_update',
      value: { previous_category: 'MARKETING', new_category: 'UTILITY' },
    })
  })
})

describe('listing and deleting', () => {
  it('pages through, filters and picks fields', async () => {
    for (const name of ['a', 'b', 'c']) await kit.template(name)
    const first = (await kit.graph('GET', `${PATH}?limit=2&fields=name,status`)).body
    expect(rows(first.data).map(({ name, status }) => [name, status])).toEqual([
      ['a', 'APPROVED'],
      ['b', 'APPROVED'],
    ])
    expect(Object.keys(rows(first.data)[0] ?? {}).sort()).toEqual(['id', 'name', 'status'])
    const next = new URL(String(first.paging?.next))
    const second = (await kit.graph('GET', `${PATH}${next.search}`)).body
    expect(rows(second.data).map(({ name }) => name)).toEqual(['c'])
    expect(second.paging?.next).toBeUndefined()
    expect((await kit.graph('GET', `${PATH}?after=nonsense`)).body.error?.code).toBe(131059)
    expect(rows((await kit.graph('GET', `${PATH}?name=b`)).body.data)).toHaveLength(1)
    expect(rows((await kit.graph('GET', `${PATH}?status=PAUSED`)).body.data)).toHaveLength(0)
  })

  it('keeps the name of a deleted approved template locked for 30 days', async () => {
    await kit.template('aktion')
    expect((await kit.graph('DELETE', `${PATH}?name=aktion`)).body).toEqual({ success: true })
    expect((await kit.graph('POST', PATH, templateBody('aktion'))).body.error?.error_subcode).toBe(2388023)
    await kit.sim('POST', '/sim/clock', { advanceMs: 30 * 24 * 3_600_000 })
    expect((await kit.graph('POST', PATH, templateBody('aktion'))).status).toBe(200)
  })
})
