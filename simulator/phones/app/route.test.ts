import { describe, expect, it } from 'vitest'
import { readRoute, routeAddress } from './route.ts'

const read = (address: string) => readRoute(new URL(address, 'http://127.0.0.1:4001'))

describe('route', () => {
  it('comes back from its own address', () => {
    const route = {
      person: 'p 1&2',
      number: '100',
      link: 'https://wa.me/49?text=Ja%20%26',
      lang: 'de',
      theme: 'dark',
      panel: 'log',
    } as const
    expect(read(routeAddress(route))).toEqual(route)
  })

  it('takes a wa.me path for a link', () => {
    expect(read('/wa.me/4930123?text=Hi')).toEqual({ link: 'http://127.0.0.1:4001/wa.me/4930123?text=Hi' })
  })

  it('ignores what it does not know', () => {
    expect(routeAddress(read('/?lang=fr&theme=blue&panel=x&other=1'))).toBe('/')
  })
})
