import { expect, it } from 'vitest'
import { type Carrier, Signals } from '../platform/signal.ts'
import { Live } from './live.ts'

/** Two processes with nothing between them. */
function twoProcesses(): [Signals, Signals] {
  const receivers: ((text: string) => void)[] = []
  const carrier = (index: number): Carrier => ({
    open: (receive) => {
      receivers[index] = receive
    },
    send: async (text) => receivers[1 - index]?.(text),
  })
  return [new Signals(carrier(0)), new Signals(carrier(1))]
}

const about = { businessId: 'b1', afterCommit: undefined }

it('tells the pages of every process, each business its own', async () => {
  const [dispatch, web] = twoProcesses()
  const [there, here] = [new Live(dispatch), new Live(web)]
  const heard: unknown[] = []
  here.listen('b1', (...event) => heard.push(event))
  here.listen('b2', () => heard.push('somebody else'))
  for (let i = 0; i < 5; i++) there.tell(about, 'campaign', { campaignId: 'c1' })
  there.tell(about, 'standing')
  await dispatch.flush()
  expect(heard).toEqual([
    ['campaign', { campaignId: 'c1' }],
    ['standing', {}],
  ])
})

it('waits for the commit', async () => {
  const [dispatch, web] = twoProcesses()
  const [there, here] = [new Live(dispatch), new Live(web)]
  const heard: string[] = []
  there.listen('b1', (event) => heard.push(`there ${event}`))
  here.listen('b1', (event) => heard.push(`here ${event}`))
  const later: (() => void)[] = []
  there.tell({ businessId: 'b1', afterCommit: (work) => later.push(work) }, 'contact', { contactId: 'p1' })
  await dispatch.flush()
  expect(heard).toEqual([])
  for (const work of later) work()
  await dispatch.flush()
  expect(heard).toEqual(['there contact', 'here contact'])
})

it('does not stumble over what another version says', async () => {
  const [dispatch, web] = twoProcesses()
  const here = new Live(web)
  const heard: string[] = []
  here.listen('b1', (event) => heard.push(event))
  dispatch.tellOthers('live', ['b1', 'holograms', { hologramId: 'h1' }])
  dispatch.tellOthers('live', 'nonsense')
  dispatch.tellOthers('tomorrow', { any: 'thing' })
  dispatch.tellOthers('live', ['b1', 'import', {}])
  await dispatch.flush()
  expect(heard).toEqual(['import'])
})

it('says when events of other processes may have been lost', () => {
  let away = () => {}
  const live = new Live(
    new Signals({
      open: (_receive, missed) => {
        away = missed
      },
      send: async () => {},
    }),
  )
  let gaps = 0
  live.onGap(() => gaps++)
  away()
  expect(gaps).toBe(1)
})
