import { XMLBuilder, XMLParser, XMLValidator } from 'fast-xml-parser'

/** One element of an XML text: local name, attributes, children, its own text, the line it starts on. */
export type Element = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Element[]
  readonly text: string
  readonly line: number
}

/** An XML text that is not read: malformed, too large, or one that declares entities. */
export class UnreadableXml extends Error {
  override readonly name = 'UnreadableXml'
}

const LARGEST = 8_000_000
const ATTRIBUTES = ':@'
const TEXT = '#text'

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  htmlEntities: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  captureMetaData: true,
  maxNestedTags: 200,
})
const META = XMLParser.getMetaDataSymbol() as unknown as symbol

/** @throws UnreadableXml */
export function readTree(xml: string): Element {
  if (xml.length > LARGEST) throw new UnreadableXml('larger than 8 MB')
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) throw new UnreadableXml('declares a document type')
  const valid = XMLValidator.validate(xml)
  if (valid !== true) throw new UnreadableXml(`line ${valid.err.line}: ${valid.err.msg}`)
  const [root] = elementsOf(parsed(xml), linesOf(xml))
  if (!root) throw new UnreadableXml('no element')
  return root
}

function parsed(xml: string): unknown {
  try {
    return parser.parse(xml)
  } catch (problem) {
    throw new UnreadableXml(problem instanceof Error ? problem.message : 'malformed')
  }
}

type LineAt = (offset: number) => number
type Node = Readonly<Record<string | symbol, unknown>>

function linesOf(xml: string): LineAt {
  const starts = [0, ...[...xml.matchAll(/\n/g)].map(({ index }) => index + 1)]
  return (offset) => starts.findLastIndex((start) => start <= offset) + 1
}

function elementsOf(nodes: unknown, lineAt: LineAt): readonly Element[] {
  if (!Array.isArray(nodes)) return []
  return nodes.flatMap((node: Node) => {
    const name = Object.keys(node).find((key) => key !== ATTRIBUTES)
    if (name === undefined || name === TEXT || name.startsWith('?')) return []
    const content = node[name]
    const texts = Array.isArray(content) ? content.map((one: Node) => one[TEXT] ?? '') : []
    return [
      {
        name: local(name),
        attributes: attributesOf(node),
        children: elementsOf(content, lineAt),
        text: texts.join(''),
        line: lineAt((node[META] as { startIndex?: number } | undefined)?.startIndex ?? 0),
      },
    ]
  })
}

function attributesOf(node: Node): Element['attributes'] {
  const written = Object.entries((node[ATTRIBUTES] ?? {}) as Element['attributes'])
  return Object.fromEntries(
    written.map(([name, value]) => [name.startsWith('xmlns') ? name : local(name), value]),
  )
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** An element to be written; what is undefined is left out. */
export type Written = {
  readonly name: string
  readonly attributes?: Readonly<Record<string, string | undefined>>
  readonly children?: readonly Written[]
  readonly text?: string
}

const builder = new XMLBuilder({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  format: true,
  indentBy: '  ',
  suppressEmptyNode: true,
})

export function writeTree(root: Written): string {
  const text: string = builder.build([nodeOf(root)])
  return `<?xml version="1.0" encoding="UTF-8"?>\n${text.trim()}\n`
}

function nodeOf({ name, attributes, children, text }: Written): Node {
  const present = Object.entries(attributes ?? {}).filter(([, value]) => value !== undefined)
  const content = text === undefined ? (children ?? []).map(nodeOf) : [{ [TEXT]: text }]
  return {
    [name]: content,
    ...(present.length > 0 && { [ATTRIBUTES]: Object.fromEntries(present) }),
  }
}

export function childOf(of: Element | undefined, name: string): Element | undefined {
  return of?.children.find((one) => one.name === name)
}

export function childrenOf(of: Element | undefined, name: string): readonly Element[] {
  return of?.children.filter((one) => one.name === name) ?? []
}
