import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const text = readFileSync('openapi.json', 'utf8')
const document: { paths: object; components: { schemas: Record<string, object> } } = JSON.parse(text)

it('says once what a template is, what it says and what its buttons are, and points there from everywhere else', () => {
  for (const name of ['Template', 'TemplateContent', 'TemplateContentInput', 'TemplateButton']) {
    const { properties, oneOf } = document.components.schemas[name] as { properties?: object; oneOf?: object }
    const said = JSON.stringify(properties ?? oneOf)
    expect(JSON.stringify(document).split(said).length - 1, name).toBe(1)
    expect(text.split(`"#/components/schemas/${name}"`).length - 1, name).toBeGreaterThan(1)
  }
})

it('names no schema that nothing points at', () => {
  for (const name of Object.keys(document.components.schemas))
    expect(text, name).toContain(`"#/components/schemas/${name}"`)
})
