import { type Written, writeTree } from '../text/xml-tree.ts'
import { arrowsApart, type Drawing, type Element } from './model.ts'
import { writeDiagram } from './write-diagram.ts'
import { arrowOf, elementOf, said } from './write-elements.ts'

const MODEL = 'http://www.omg.org/spec/BPMN/20100524/MODEL'
const OURS = 'urn:banfa:bpmn:1'

/** The XML of a procedure in BPMN 2.0.2 with its diagram, as public modellers open it. */
export function writeBpmn(drawing: Drawing): string {
  return writeTree({
    name: 'definitions',
    attributes: {
      xmlns: MODEL,
      'xmlns:bpmndi': 'http://www.omg.org/spec/BPMN/20100524/DI',
      'xmlns:dc': 'http://www.omg.org/spec/DD/20100524/DC',
      'xmlns:di': 'http://www.omg.org/spec/DD/20100524/DI',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xmlns:banfa': OURS,
      id: 'definitions',
      name: drawing.title.zh,
      targetNamespace: drawing.namespace,
      exporter: 'banfa',
    },
    children: [
      ...messages(drawing),
      collaboration(drawing),
      processOf(drawing),
      ...drawing.apart.map(apart),
      writeDiagram(drawing),
    ],
  })
}

function messages({ elements, apart }: Drawing): readonly Written[] {
  const waited = elements.filter(({ shape }) => shape === 'messageEvent')
  const asked = apart.map((act) => ({ ...act, id: `start-${act.id}` }))
  return [...waited, ...asked].map(({ id, title }) => ({
    name: 'message',
    attributes: { id: `message-${id}`, name: title.zh },
  }))
}

function collaboration({ title, apart }: Drawing): Written {
  const participant = (id: string, name: string, processRef: string): Written => ({
    name: 'participant',
    attributes: { id, name, processRef },
  })
  return {
    name: 'collaboration',
    attributes: { id: 'collaboration' },
    children: [
      participant('pool', title.zh, 'procedure'),
      ...apart.map((one) => participant(`pool-${one.id}`, one.title.zh, `procedure-${one.id}`)),
    ],
  }
}

/** An act beside the main line: asked for by a message, done, over. */
function apart(act: Element): Written {
  const { id, title, by } = act
  const bare = { by, title: { zh: '', en: '' }, cite: null, limit: null, says: [] }
  const start: Element = { ...bare, id: `start-${id}`, shape: 'messageEvent' }
  const end: Element = { ...bare, id: `end-${id}`, shape: 'endEvent' }
  const arrows = arrowsApart(act)
  return {
    name: 'process',
    attributes: { id: `procedure-${id}`, name: title.zh, isExecutable: 'false' },
    children: [
      { ...elementOf(start, arrows), name: 'startEvent' },
      elementOf(act, arrows),
      elementOf(end, arrows),
      ...arrows.map(arrowOf),
    ],
  }
}

function processOf(drawing: Drawing): Written {
  const { title, lanes, elements, arrows, says } = drawing
  return {
    name: 'process',
    attributes: { id: 'procedure', name: title.zh, isExecutable: 'false' },
    children: [
      said(`${says}\n${title.en}`),
      {
        name: 'laneSet',
        attributes: { id: 'lanes' },
        children: lanes.map((lane) => laneOf(lane, elements)),
      },
      ...elements.map((element) => elementOf(element, arrows)),
      ...arrows.map(arrowOf),
    ],
  }
}

function laneOf({ by, title }: Drawing['lanes'][number], elements: readonly Element[]): Written {
  const inside = elements.filter((element) => element.by === by)
  return {
    name: 'lane',
    attributes: { id: `lane-${by}`, name: title.zh },
    children: inside.map(({ id }) => ({ name: 'flowNodeRef', text: id })),
  }
}
