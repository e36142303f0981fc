import type { FastifyInstance } from 'fastify'
import { expect, test } from 'vitest'
import { openSite } from '../../testing/browser.ts'
import { describedRoutes } from '../../testing/described.ts'
import { openZone } from '../../testing/zone.ts'
import { openapiDocument } from './openapi.ts'
import { openMetrics } from './operation/metrics.ts'

test('every pointer of openapi.json leads to something that is there', async () => {
  const document = await openapiDocument()
  const { components } = document as { components: Record<string, Record<string, unknown>> }
  const text = JSON.stringify(document)
  const pointers = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, to]) => to ?? '')
  const named = Object.entries(components).flatMap(([kind, of]) =>
    Object.keys(of).map((name) => `#/components/${kind}/${name}`),
  )
  expect(pointers.filter((to) => !named.includes(to))).toEqual([])
})

test('the running server registers what openapi.json describes, and nothing else', async () => {
  const registered = new Set<string>()
  const watch = (app: FastifyInstance) => {
    app.addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) if (one !== 'HEAD') registered.add(`${one} ${url}`)
    })
  }
  await openSite(await openZone(), { metrics: { ...openMetrics(), watch } })
  expect([...registered].sort()).toEqual([...(await describedRoutes())].sort())
})
