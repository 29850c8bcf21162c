import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Story, startStory } from '../testing/story.ts'
import { messagesChanged } from './hooks.ts'
import { noteChanges, tellChanges } from './tell-changes.ts'

describe('telling that messages changed', () => {
  let story: Story
  beforeAll(async () => {
    story = await startStory()
  })
  afterAll(() => story.close())

  it('is over only when what was being told already is told, so that the database can be closed', async () => {
    const { runtime, ctx } = story
    const order: string[] = []
    let goOn = () => {}
    const mayGoOn = new Promise<void>((resolve) => {
      goOn = resolve
    })
    runtime.hooks.on(messagesChanged, async () => {
      order.push('begun')
      await mayGoOn
      order.push('told')
    })
    const { campaignId } = await story.campaign([])
    noteChanges(ctx, [campaignId])
    const first = tellChanges(runtime)
    const closing = tellChanges(runtime).then(() => order.push('closed'))
    await Promise.resolve()
    goOn()
    await Promise.all([first, closing])
    expect(order).toEqual(['begun', 'told', 'closed'])
  })
})
