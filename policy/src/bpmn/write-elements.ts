import type { Limit } from '../program/service.ts'
import type { Words } from '../program/words.ts'
import type { Written } from '../text/xml-tree.ts'
import type { Arrow, Element } from './model.ts'

const CATCHING = ['messageEvent', 'timerEvent']

/** An element with its words, the arrows it has, and what it waits for. */
export function elementOf(element: Element, arrows: readonly Arrow[]): Written {
  const { id, shape, title } = element
  return {
    name: CATCHING.includes(shape) ? 'intermediateCatchEvent' : shape,
    attributes: { id, name: title.zh === '' ? undefined : title.zh },
    children: [
      ...told(element),
      ...arrows
        .filter(({ to }) => to === id)
        .map((arrow) => ({ name: 'incoming', text: arrowId(arrow) })),
      ...arrows
        .filter(({ from }) => from === id)
        .map((arrow) => ({ name: 'outgoing', text: arrowId(arrow) })),
      ...eventOf(element),
    ],
  }
}

function eventOf({ id, shape, limit }: Element): readonly Written[] {
  if (shape === 'messageEvent') {
    const attributes = { id: `event-${id}`, messageRef: `message-${id}` }
    return [{ name: 'messageEventDefinition', attributes }]
  }
  if (shape !== 'timerEvent' || limit === null) return []
  const duration = { name: 'timeDuration', ...durationOf(limit) }
  return [{ name: 'timerEventDefinition', attributes: { id: `event-${id}` }, children: [duration] }]
}

const ISO = { days: 'D', months: 'M', years: 'Y' }

/** ISO 8601 knows no working days: those are said in words, as an expression for people. */
function durationOf({ length, unit }: Limit): Pick<Written, 'attributes' | 'text'> {
  if (unit === 'working-days') return { text: `${length} 个工作日 · ${length} working days` }
  return { attributes: { 'xsi:type': 'tFormalExpression' }, text: `P${length}${ISO[unit]}` }
}

/** Title in both languages, the article and the limit: for people in words, for programs beside them. */
function told({ title, cite, limit, says }: Element): readonly Written[] {
  const lines = [
    title.zh === '' ? '' : both(title),
    cite ?? '',
    limit ? both(limit.basis) : '',
    ...says.map(both),
  ].filter((line) => line !== '')
  const own = [
    ...(cite === null ? [] : [{ name: 'banfa:article', attributes: { cite } }]),
    ...(limit === null ? [] : [limitOf(limit)]),
  ]
  return [
    ...(lines.length > 0 ? [said(lines.join('\n'))] : []),
    ...(own.length > 0 ? [{ name: 'extensionElements', children: own }] : []),
  ]
}

function limitOf({ length, unit, basis, assumed }: Limit): Written {
  const attributes = { length: `${length}`, unit, assumed: `${assumed}`, basis: basis.zh }
  return { name: 'banfa:limit', attributes }
}

function both({ zh, en }: Words): string {
  return `${zh} · ${en}`
}

export function said(text: string): Written {
  return { name: 'documentation', text }
}

export function arrowId({ from, to }: Arrow): string {
  return `flow-${from}-${to}`
}

export function arrowOf(arrow: Arrow): Written {
  const { from, to } = arrow
  return {
    name: 'sequenceFlow',
    attributes: { id: arrowId(arrow), sourceRef: from, targetRef: to, name: arrow.title?.zh },
  }
}
