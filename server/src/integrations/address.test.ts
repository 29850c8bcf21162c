import { describe, expect, it } from 'vitest'
import { isPublicAddress, parseEndpointUrl } from './address.ts'
import { NotPublicError, publicLookup } from './lookup.ts'

const INSIDE = [
  '0.0.0.0',
  '10.1.2.3',
  '100.100.100.200',
  '127.0.0.1',
  '127.9.9.9',
  '169.254.169.254',
  '172.31.255.255',
  '192.168.0.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '64:ff9b::7f00:1',
  'fe80::1',
  'fe80::1%eth0',
  'fc00::1',
  'fd00:ec2::254',
  'ff02::1',
  '2001:db8::1',
  '2001:0:4136:e378:8000:63bf:3fff:fdd2',
  '2002:7f00:1::',
]
const OUTSIDE = ['8.8.8.8', '9.255.255.255', '172.15.255.255', '172.32.0.1', '192.167.1.1', '2a00:1450::1']

const refusal = (url: string, webhookTargets: 'public' | 'any' = 'public') => {
  try {
    return parseEndpointUrl(url, { webhookTargets }).href
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

describe('where outgoing webhooks may go', () => {
  it('is the public internet', () => {
    expect(INSIDE.filter(isPublicAddress)).toEqual([])
    expect(OUTSIDE.filter((ip) => !isPublicAddress(ip))).toEqual([])
    expect(isPublicAddress('example.com')).toBe(false)
  })

  it('is refused at registration when it is written as a private address, however it is spelled', () => {
    for (const host of [
      '127.0.0.1',
      '127.1',
      '0x7f.1',
      '2130706433',
      '[::1]',
      '[::ffff:10.0.0.1]',
      'localhost',
    ])
      expect(refusal(`https://${host}/hook`), host).toMatch('not on the public internet')
    expect(refusal('https://hooks.blattwerk.example:8443/a?b=c#d')).toBe(
      'https://hooks.blattwerk.example:8443/a?b=c',
    )
  })

  it('is https, without name and password; http only to this machine, and only where it is allowed', () => {
    for (const url of [
      'http://blattwerk.example/',
      'ftp://blattwerk.example/',
      'hooks',
      'javascript:alert(1)',
    ])
      expect(refusal(url), url).toMatch('endpoint_url')
    expect(refusal('http://127.0.0.1:9/hook')).toMatch('https://')
    expect(refusal('https://me:secret@blattwerk.example/')).toMatch('password')
    expect(refusal('http://127.0.0.1:9/hook', 'any')).toBe('http://127.0.0.1:9/hook')
    expect(refusal('http://10.0.0.9/hook', 'any')).toMatch('https://')
    expect(refusal('https://10.0.0.9/hook', 'any')).toBe('https://10.0.0.9/hook')
  })

  it('is looked at for each connection: a name that leads to this machine gets nowhere', async () => {
    for (const all of [true, false]) {
      const error = await new Promise((resolve) => {
        publicLookup('localhost', { all }, (failed) => resolve(failed))
      })
      expect(error).toBeInstanceOf(NotPublicError)
    }
  })
})
