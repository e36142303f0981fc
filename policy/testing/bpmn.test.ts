import { BpmnModdle } from 'bpmn-moddle'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawProcedure, writeBpmn } from '../src/bpmn.ts'
import { ACTS, type Program } from '../src/run.ts'
import { PACKS, programOf } from './packs.ts'

type Thing = {
  readonly $type: string
  readonly id: string
  readonly get: (name: string) => unknown
}
const moddle = new BpmnModdle()

/** Reads a file back as a public modeller does: what it warned of, and every thing in it. */
async function readBack(xml: string) {
  const { rootElement, warnings } = await moddle.fromXML(xml)
  const all = (rootElement.get('rootElements') as Thing[]).flatMap((one) => [
    one,
    ...((one.$type === 'bpmn:Process' ? one.get('flowElements') : []) as Thing[]),
  ])
  const [diagram] = rootElement.get('diagrams') as { plane: { planeElement: Thing[] } }[]
  const drawn = (diagram?.plane.planeElement ?? []).map((one) => one.get('bpmnElement') as Thing)
  return { all, drawn: drawn.map(({ id }) => id), warnings: warnings.map(({ message }) => message) }
}

const withRoutes = PACKS.map(programOf).flatMap((program) =>
  Object.values(program.services)
    .filter(({ route }) => route.length > 0)
    .map(({ name }) => [program, name] as const),
)

test.each(withRoutes.map(([program, name]) => [program.pack, name, program] as const))(
  '%s %s is read without a warning, and everything in it stands on the diagram',
  async (_, name, program) => {
    const { all, drawn, warnings } = await readBack(writeBpmn(drawProcedure(program, name)))
    expect(warnings).toEqual([])
    const shown = all.filter(({ $type }) => !/Message|Collaboration|Process/.test($type))
    expect(shown.filter(({ id }) => !drawn.includes(id)).map(({ id }) => id)).toEqual([])
    const steps = program.services[name]?.route.map(({ act }) => `act-${act}`) ?? []
    expect(steps.filter((id) => !drawn.includes(id))).toEqual([])
  },
)

const incubator = programOf('international-incubators')

function withRoute(acts: readonly string[]): Program {
  const service = incubator.services['offshore-incubator-recognition']
  if (!service) throw new Error('the pack has lost its service')
  const route = service.route.filter(({ act }) => act === 'file' || acts.includes(act))
  return { ...incubator, services: { some: { ...service, name: 'some', route } } }
}

test('whatever a route leaves out, every way ends, and no arrow hangs in the air', () => {
  fc.assert(
    fc.property(fc.subarray([...ACTS]), (acts) => {
      const { elements, arrows } = drawProcedure(withRoute(acts), 'some')
      const ids = new Set(elements.map(({ id }) => id))
      expect(arrows.filter(({ from, to }) => !ids.has(from) || !ids.has(to))).toEqual([])
      const stuck = elements.filter(
        ({ id, shape }) => shape !== 'endEvent' && !arrows.some(({ from }) => from === id),
      )
      expect(stuck.map(({ id }) => id)).toEqual([])
      const reached = new Set(arrows.map(({ to }) => to))
      const unreached = elements.filter(({ id }) => id !== 'start' && !reached.has(id))
      expect(unreached.map(({ id }) => id)).toEqual([])
    }),
  )
})

test('the public notice is a window that an objection may break into', async () => {
  const { all } = await readBack(
    writeBpmn(drawProcedure(incubator, 'offshore-incubator-recognition')),
  )
  const types = new Map(all.map(({ id, $type }) => [id, $type]))
  expect(types.get('wait-publicised')).toBe('bpmn:EventBasedGateway')
  expect(types.get('window-publicised')).toBe('bpmn:IntermediateCatchEvent')
  expect(types.get('act-revoke')).toBe('bpmn:UserTask')
})

test('names with signs of XML arrive as they were', async () => {
  const service = incubator.services['offshore-incubator-recognition']
  if (!service) throw new Error('the pack has lost its service')
  const titled = { ...service, title: { zh: '<认定>&"甲"', en: "a < b & 'c'" } }
  const program = { ...incubator, services: { [service.name]: titled } }
  const { all, warnings } = await readBack(writeBpmn(drawProcedure(program, service.name)))
  expect(warnings).toEqual([])
  expect(all.find(({ id }) => id === 'procedure')?.get('name')).toBe('<认定>&"甲"')
})
