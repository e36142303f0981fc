import {
  Decoration,
  type EditorView,
  MatchDecorator,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view'

/** What may be a formula on a line: the value of a key that holds one. */
const HOLDS = /(?:^|[\s{,])(?:that|when|gives|else|of|rate|up-to|at-most|at-least|to|from): *(.+)$/

const mark = (name: string) => Decoration.mark({ class: `cm-f-${name}` })
const MARKS = {
  number: mark('number'),
  word: mark('word'),
  function: mark('function'),
  name: mark('name'),
}

const WORDS = 'and|or|not|in|between|if|then|else|some|every|satisfies'
const PARTS = new RegExp(
  [
    '"[^"]*"',
    '(?<number>\\d+(?:\\.\\d+)?(?: ?(?:[平方米千万亿元家人名个项次件篇公顷年月天日工作]+|%|㎡|m2))?)',
    `(?<word>\\b(?:${WORDS})\\b)`,
    '(?<function>(?:[a-z]+(?: [a-z]+)*|[\\p{Script=Han}]+)(?=\\())',
    '(?<name>[\\p{Script=Han}][\\p{Script=Han}\\p{N}（）]*)',
  ].join('|'),
  'gu',
)

const decorator = new MatchDecorator({
  regexp: PARTS,
  decoration: ({ groups = {} }, view, from) => {
    const line = view.state.doc.lineAt(from)
    const held = HOLDS.exec(line.text)
    const kind = (Object.keys(MARKS) as (keyof typeof MARKS)[]).find((one) => groups[one])
    const isInside = held !== null && from >= line.to - (held[1]?.length ?? 0)
    return kind && isInside ? MARKS[kind] : null
  },
})

/** Numbers, words, functions and names inside formulas; the check says whether they are known. */
export const formulaMarks = ViewPlugin.define(
  (view: EditorView) => ({
    decorations: decorator.createDeco(view),
    update(update: ViewUpdate) {
      this.decorations = decorator.updateDeco(update, this.decorations)
    },
  }),
  { decorations: (plugin) => plugin.decorations },
)
