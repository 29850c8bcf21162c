import { describe, expect, it } from 'vitest'
import { phoneLink } from './phone-link.ts'

describe('phoneLink', () => {
  it('keeps chat links on these phones', () => {
    const link = 'https://wa.me/4930123456?text=Ja%20%26%20nein'
    const opened = new URL(phoneLink(link), 'http://127.0.0.1:4001')
    expect(opened.pathname).toBe('/')
    expect(opened.searchParams.get('link')).toBe(link)
    expect(phoneLink('http://127.0.0.1:4001/wa.me/4930123456')).toMatch(/^\/\?link=/)
  })

  it.each(['https://shop.example/wa.me', 'tel:+4930123456', 'not a link'])('leaves %s alone', (href) => {
    expect(phoneLink(href)).toBe(href)
  })
})
