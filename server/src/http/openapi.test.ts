import { expect, test } from 'vitest'
import { openapiDocument } from './openapi.ts'

test('every pointer of openapi.json names a schema that is there', async () => {
  const document = await openapiDocument()
  const { components } = document as { components: { schemas: Record<string, unknown> } }
  const text = JSON.stringify(document)
  const pointers = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, to]) => to ?? '')
  const named = Object.keys(components.schemas).map((name) => `#/components/schemas/${name}`)
  expect(pointers.filter((to) => !named.includes(to))).toEqual([])
})
