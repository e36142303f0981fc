import { type Written, writeTree } from '../../text/xml-tree.ts'
import type { Definitions, Item, ItemType, Logic, Table } from './model.ts'

export const MODEL = 'https://www.omg.org/spec/DMN/20191111/MODEL/'
const FEEL = 'https://www.omg.org/spec/DMN/20191111/FEEL/'
/** Where our own words stand: what a thing is in its pack, and the article it rests on. */
export const OURS = 'urn:banfa:dmn:1'

/** The XML of a model, in the namespace of DMN 1.3, which every later engine reads. */
export function writeDmn(of: Definitions): string {
  const decisions = new Set(of.items.flatMap(({ id, logic }) => (logic ? [id] : [])))
  const inputs = of.items.filter(({ logic }) => logic === null)
  return writeTree({
    name: 'definitions',
    attributes: {
      xmlns: MODEL,
      'xmlns:banfa': OURS,
      id: of.id,
      name: of.name,
      namespace: of.namespace,
      expressionLanguage: FEEL,
      typeLanguage: FEEL,
      exporter: 'banfa',
    },
    children: [
      text('description', [of.says, ...of.notes.map(({ zh, en }) => `${zh} · ${en}`)].join('\n')),
      ...of.types.map((type) => itemType('itemDefinition', type)),
      ...inputs.map(inputData),
      ...of.items.flatMap((item) => (item.logic ? [decision(item, item.logic, decisions)] : [])),
      decisionService(of, decisions),
    ],
  })
}

function text(name: string, content: string): Written {
  return { name, text: content }
}

function itemType(tag: string, { name, of, list, allowed, fields }: ItemType): Written {
  const inside = fields.length > 0 ? [] : [text('typeRef', of)]
  const values = allowed.length > 0 ? [allowedValues('allowedValues', allowed.join(', '))] : []
  return {
    name: tag,
    attributes: { name, isCollection: list ? 'true' : undefined },
    children: [...inside, ...values, ...fields.map((field) => itemType('itemComponent', field))],
  }
}

function allowedValues(name: string, list: string): Written {
  return { name, children: [text('text', list)] }
}

/** Title, article and words of a thing: for people in the description, for programs beside it. */
function told(item: Item): readonly Written[] {
  const { title, cite, says, of } = item
  const heading = `${title.zh} · ${title.en}${cite === null ? '' : `（${cite}）`}`
  const own: Written = {
    name: `banfa:${of.kind}`,
    attributes: { key: of.key, unit: of.unit, cite: cite ?? undefined, zh: title.zh, en: title.en },
  }
  return [
    text('description', says.startsWith(title.zh) ? says : `${heading}\n${says}`),
    { name: 'extensionElements', children: [own] },
  ]
}

function variable({ name, type }: Item): Written {
  return { name: 'variable', attributes: { name, typeRef: type } }
}

function inputData(item: Item): Written {
  const attributes = { id: item.id, name: item.name }
  return { name: 'inputData', attributes, children: [...told(item), variable(item)] }
}

function decision(item: Item, logic: Logic, decisions: ReadonlySet<string>): Written {
  return {
    name: 'decision',
    attributes: { id: item.id, name: item.name },
    children: [
      ...told(item),
      variable(item),
      ...[...new Set(item.requires)].map((id) => requirement(id, item, decisions)),
      logic.kind === 'table' ? table(logic, item) : literal(logic.text, item),
    ],
  }
}

function requirement(id: string, { id: of }: Item, decisions: ReadonlySet<string>): Written {
  const name = decisions.has(id) ? 'requiredDecision' : 'requiredInput'
  return {
    name: 'informationRequirement',
    attributes: { id: `${of}-needs-${id}` },
    children: [{ name, attributes: { href: `#${id}` } }],
  }
}

function literal(feel: string, { id, type }: Item): Written {
  const attributes = { id: `${id}-feel`, typeRef: type }
  return { name: 'literalExpression', attributes, children: [text('text', feel)] }
}

function table({ hit, inputs, output, rows }: Table, { id }: Item): Written {
  const sums = hit === 'COLLECT SUM'
  return {
    name: 'decisionTable',
    attributes: {
      id: `${id}-table`,
      hitPolicy: sums ? 'COLLECT' : 'FIRST',
      aggregation: sums ? 'SUM' : undefined,
      typeRef: output,
    },
    children: [
      ...inputs.map(({ text: feel, type }, at) => inputClause(feel, type, `${id}-input-${at + 1}`)),
      { name: 'output', attributes: { id: `${id}-output`, typeRef: output } },
      { name: 'annotation', attributes: { name: '行 · row' } },
      ...rows.map((row, at) => rule(row, `${id}-row-${at + 1}`)),
    ],
  }
}

function inputClause(feel: string, type: string, id: string): Written {
  const attributes = { id: `${id}-feel`, typeRef: type === 'list' ? 'Any' : type }
  return {
    name: 'input',
    attributes: { id },
    children: [{ name: 'inputExpression', attributes, children: [text('text', feel)] }],
  }
}

function rule({ tests, gives, note }: Table['rows'][number], id: string): Written {
  return {
    name: 'rule',
    attributes: { id },
    children: [
      ...tests.map((test) => ({ name: 'inputEntry', children: [text('text', test)] })),
      { name: 'outputEntry', children: [text('text', gives)] },
      { name: 'annotationEntry', children: [text('text', note)] },
    ],
  }
}

/** The whole as one service: what it gives, what lies within, what it is asked with. */
function decisionService(of: Definitions, decisions: ReadonlySet<string>): Written {
  const { id, name, says, gives } = of.service
  const put = (tag: string, ids: readonly string[]) =>
    ids.map((one) => ({ name: tag, attributes: { href: `#${one}` } }))
  const output = gives.filter((one) => decisions.has(one))
  return {
    name: 'decisionService',
    attributes: { id, name },
    children: [
      text('description', says),
      { name: 'variable', attributes: { name } },
      ...put('outputDecision', output),
      ...put(
        'encapsulatedDecision',
        [...decisions].filter((one) => !output.includes(one)),
      ),
      ...put(
        'inputData',
        of.items.flatMap((item) => (item.logic ? [] : [item.id])),
      ),
    ],
  }
}
