/** Where a cursor stands in a YAML text: the way down to it, and what is being written there. */
export type Place = {
  /** Keys on the way, `[]` for the item of a list. */
  readonly path: readonly string[]
  /** The path ends at the map whose key is written, or at the key whose value is. */
  readonly writes: 'key' | 'value'
  /** What stands between the beginning of the word and the cursor. */
  readonly word: string
  readonly from: number
}

type Level = { readonly indent: number; readonly step: string }

const KEY = /^("[^"]*"|'[^']*'|[^\s#'"{}[\],:][^#{}[\],:]*):(?=\s|$)/

/** Reads by indentation, so that it works in the middle of a change that is no YAML yet. */
export function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset)
  const lines = before.split('\n')
  const current = lines.pop() ?? ''
  let levels: Level[] = []
  for (const line of lines) levels = after(levels, line).levels
  const { levels: here, rest } = after(levels, current, true)
  return inFlow(here, rest, offset)
}

type Step = { readonly levels: Level[]; readonly rest: Rest }
type Rest = { readonly text: string; readonly isValue: boolean }

/** The levels a line leaves open; of an unfinished line also what is left of it. */
function after(levels: readonly Level[], line: string, isCurrent = false): Step {
  const blank = line.trim() === '' || line.trim().startsWith('#')
  if (blank && !isCurrent) return { levels: [...levels], rest: { text: '', isValue: false } }
  let indent = line.length - line.trimStart().length
  let text = line.slice(indent)
  let open = [...levels]
  while (/^-(\s|$)/.test(text)) {
    const at = indent
    open = open.filter((one) => one.indent < at || (one.indent === at && one.step !== '[]'))
    open.push({ indent: at, step: '[]' })
    const dash = /^-\s*/.exec(text)?.[0].length ?? 1
    indent += dash
    text = text.slice(dash)
  }
  const key = KEY.exec(text)
  const own = indent
  if (!key) {
    const kept = text === '' && !isCurrent ? open : open.filter((one) => isOver(one, own))
    return { levels: kept, rest: { text, isValue: false } }
  }
  open = open.filter((one) => isOver(one, own))
  open.push({ indent: own, step: unquoted(key[1] ?? '') })
  return { levels: open, rest: { text: text.slice(key[0].length).trimStart(), isValue: true } }
}

const isOver = (level: Level, indent: number) => level.indent < indent
const unquoted = (key: string) => key.replace(/^["']|["']$/g, '').trim()

type Flow = { readonly of: '{' | '['; step: string | null }
type InFlow = { readonly open: Flow[]; word: string }

/** What each sign does to the brackets that are open and to the word begun. */
const MOVES: Readonly<Record<string, (flow: InFlow) => void>> = {
  '{': opens('{'),
  '[': opens('['),
  '}': closes,
  ']': closes,
  ',': (flow) => {
    const top = flow.open.at(-1)
    if (top) top.step = null
    flow.word = top ? '' : `${flow.word},`
  },
  ':': (flow) => {
    const top = flow.open.at(-1)
    const names = top?.of === '{' && top.step === null
    if (top && names) top.step = unquoted(flow.word.trim())
    flow.word = names ? '' : `${flow.word}:`
  },
}

function opens(of: '{' | '[') {
  return (flow: InFlow) => {
    flow.open.push({ of, step: null })
    flow.word = ''
  }
}

function closes(flow: InFlow): void {
  flow.open.pop()
  flow.word = ''
}

/** Goes into `{ … }` and `[ … ]` as far as they are open. */
function inFlow(levels: readonly Level[], { text, isValue }: Rest, offset: number): Place {
  const flow: InFlow = { open: [], word: '' }
  for (const sign of withoutStrings(text)) {
    const move = MOVES[sign]
    if (move) move(flow)
    else flow.word += sign
  }
  const { open } = flow
  const steps = open.flatMap(({ of, step }) => (of === '[' ? ['[]'] : step === null ? [] : [step]))
  const top = open.at(-1)
  const isKey = top ? top.of === '{' && top.step === null : !isValue
  const typed = text.slice(text.length - flow.word.length).trimStart()
  return {
    path: [...levels.map(({ step }) => step), ...steps],
    writes: isKey ? 'key' : 'value',
    word: typed,
    from: offset - typed.length,
  }
}

/** Signs inside quotation marks part nothing. */
function withoutStrings(text: string): string {
  return text.replaceAll(/"[^"]*"|'[^']*'/g, (quoted) => quoted.replaceAll(/[{}[\],:]/g, '_'))
}

/** Keys that stand beside the cursor in the same map. */
export function siblingsAt(text: string, offset: number): readonly string[] {
  const lines = text.split('\n')
  const at = text.slice(0, offset).split('\n').length - 1
  const current = lines[at] ?? ''
  const flow = /[{,]\s*[\w-]*$/.test(
    current.slice(0, offset - text.lastIndexOf('\n', offset - 1) - 1),
  )
  if (flow) return [...current.matchAll(/([\w-]+):\s/g)].map(([, key = '']) => key)
  const indent = columnOf(current)
  const up = until(lines.slice(0, at).reverse(), indent, true)
  const down = until(lines.slice(at + 1), indent, false)
  return [...up, ...down]
}

/** The column at which a line's key begins, behind its dashes. */
function columnOf(line: string): number {
  return /^[\s-]*/.exec(line)?.[0].length ?? 0
}

const hasDash = (line: string) => /^\s*-\s/.test(line)

/** Keys of the lines of one map; going up, the line with the dash is its first. */
function until(lines: readonly string[], indent: number, up: boolean): readonly string[] {
  const written = lines.filter((line) => line.trim() !== '')
  const leaves = (line: string) =>
    columnOf(line) < indent || (!up && hasDash(line) && columnOf(line) === indent)
  const end = written.findIndex(leaves)
  const inside = end < 0 ? written : written.slice(0, end)
  const first = up ? inside.findIndex((line) => hasDash(line) && columnOf(line) === indent) : -1
  const own = first < 0 ? inside : inside.slice(0, first + 1)
  return own.flatMap((line) => {
    const key = columnOf(line) === indent ? KEY.exec(line.slice(indent)) : null
    return key ? [unquoted(key[1] ?? '')] : []
  })
}
