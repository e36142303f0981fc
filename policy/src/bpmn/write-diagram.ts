import type { Written } from '../text/xml-tree.ts'
import type { Arrow, Drawing } from './model.ts'
import { type Box, type Point, place } from './place.ts'
import { arrowId } from './write-elements.ts'

/** Where everything stands (BPMN DI). */
export function writeDiagram(drawing: Drawing): Written {
  const { pools, lanes, boxes, lines } = place(drawing)
  const plane = {
    name: 'bpmndi:BPMNPlane',
    attributes: { id: 'plane', bpmnElement: 'collaboration' },
    children: [
      ...[...pools].map(([id, box]) => shapeOf(id, box, true)),
      ...[...lanes].map(([by, box]) => shapeOf(`lane-${by}`, box, true)),
      ...[...boxes].map(([id, box]) => shapeOf(id, box, false)),
      ...[...lines].map(([arrow, points]) => edgeOf(arrow, points)),
    ],
  }
  return { name: 'bpmndi:BPMNDiagram', attributes: { id: 'diagram' }, children: [plane] }
}

function shapeOf(id: string, { x, y, width, height }: Box, across: boolean): Written {
  const bounds = { x: `${x}`, y: `${y}`, width: `${width}`, height: `${height}` }
  return {
    name: 'bpmndi:BPMNShape',
    attributes: { id: `${id}-shape`, bpmnElement: id, isHorizontal: across ? 'true' : undefined },
    children: [{ name: 'dc:Bounds', attributes: bounds }],
  }
}

function edgeOf(arrow: Arrow, points: readonly Point[]): Written {
  const id = arrowId(arrow)
  return {
    name: 'bpmndi:BPMNEdge',
    attributes: { id: `${id}-edge`, bpmnElement: id },
    children: points.map(({ x, y }) => ({
      name: 'di:waypoint',
      attributes: { x: `${x}`, y: `${y}` },
    })),
  }
}
