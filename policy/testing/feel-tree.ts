import { parser } from '@bpmn-io/lezer-feel'
import type { Arithmetic, Comparison } from '../src/program/expression.ts'
import type { Tree } from '../src/syntax/formula-tree.ts'
import type { FunctionName } from '../src/syntax/functions.ts'
import type { Names } from '../src/syntax/token.ts'
import { type PlainFeel, plainFeel } from './plain-feel.ts'

type Node = ReturnType<typeof parser.parse>['topNode']
type Of<K extends Tree['kind']> = Extract<Tree, { kind: K }>

/** What lezer-feel reads in a formula, as our own tree; places are not kept (`at` is 0). */
export function feelTree(formula: string, names: Names): Tree {
  const plain = plainFeel(formula, names)
  return new Reader(plain).one(parts(read(plain.feel, 'Expression')))
}

/** One test of a table, read as FEEL's unary tests. */
export function feelUnary(test: string, of: Tree, names: Names): Tree {
  const plain = plainFeel(test, names)
  return new Reader(plain).unary(read(plain.feel, 'UnaryTests'), of)
}

/** @throws when FEEL does not read it */
function read(feel: string, top: 'Expression' | 'UnaryTests'): Node {
  const tree = parser.configure({ top }).parse(feel)
  tree.iterate({
    enter: ({ type, from }) => {
      if (type.isError) throw new NotFeel(`not FEEL at ${from}: ${feel}`)
    },
  })
  return tree.topNode
}

export class NotFeel extends Error {}

/** Words and signs that only part the others. */
const BETWEEN = /^(?:[[\](),.]|\.\.|if|then|else|some|every|satisfies|in|between|and|or|not|date)$/

function parts(node: Node): readonly Node[] {
  const all: Node[] = []
  for (let child = node.firstChild; child; child = child.nextSibling)
    if (!BETWEEN.test(child.name)) all.push(child)
  return all
}

const PERIOD = { Y: '年', M: '个月', D: '天' } as const

class Reader {
  private readonly plain: PlainFeel
  constructor(plain: PlainFeel) {
    this.plain = plain
  }

  private text(node: Node): string {
    return this.plain.feel.slice(node.from, node.to)
  }

  one(nodes: readonly Node[]): Tree {
    const [only] = nodes
    if (!only || nodes.length > 1) throw new NotFeel(`one value expected: ${this.plain.feel}`)
    return this.tree(only)
  }

  private two(node: Node): readonly [Tree, Tree] {
    const [left, right, ...more] = parts(node).filter(({ name }) => !/Op$/.test(name))
    if (!left || !right || more.length > 0) throw new NotFeel(`two sides: ${this.text(node)}`)
    return [this.tree(left), this.tree(right)]
  }

  tree(node: Node): Tree {
    switch (node.name) {
      case 'ParenthesizedExpression':
      case 'IterationContext':
        return this.one(parts(node))
      case 'NumericLiteral':
        return { kind: 'number', text: this.text(node), unit: null, duration: null, at: 0 }
      case 'StringLiteral':
        return { kind: 'string', text: this.text(node).slice(1, -1), at: 0 }
      case 'BooleanLiteral':
        return { kind: 'flag', flag: this.text(node) === 'true', at: 0 }
      case 'VariableName':
        return this.variable(node)
      case 'DateTimeLiteral':
        return this.dateOrLength(node)
      case 'Comparison':
        return this.comparison(node)
      case 'ArithmeticExpression': {
        const [left, right] = this.two(node)
        const is = this.sign(node, 'ArithOp') as Arithmetic
        return { kind: 'arithmetic', is, left, right, at: 0 }
      }
      case 'Conjunction':
        return { kind: 'and', of: this.limbs(node, 'Conjunction'), at: 0 }
      case 'Disjunction':
        return { kind: 'or', of: this.limbs(node, 'Disjunction'), at: 0 }
      default:
        return this.larger(node)
    }
  }

  private larger(node: Node): Tree {
    const [first, second] = parts(node)
    switch (node.name) {
      case 'FunctionInvocation':
        return this.call(node)
      case 'PathExpression':
        return { kind: 'path', of: this.tree(must(first)), name: this.named(must(second)), at: 0 }
      case 'FilterExpression': {
        const [of, where] = this.two(node)
        return { kind: 'filter', of, where, at: 0 }
      }
      case 'IfExpression': {
        const [when, gives, otherwise] = parts(node).map((part) => this.tree(part))
        return {
          kind: 'choose',
          when: must(when),
          gives: must(gives),
          otherwise: must(otherwise),
          at: 0,
        }
      }
      case 'QuantifiedExpression':
        return this.quantified(node)
      default:
        throw new NotFeel(`nothing of ours: ${node.name} ${this.text(node)}`)
    }
  }

  private sign(node: Node, name: string): string {
    return this.text(must(node.getChild(name)))
  }

  /** A name as our pack writes it. */
  private named(node: Node): string {
    const standing = this.plain.back.get(this.text(node))
    return standing?.is === 'name' ? standing.text : this.text(node)
  }

  private variable(node: Node): Tree {
    const standing = this.plain.back.get(this.text(node))
    if (standing?.is === 'number')
      return { kind: 'number', text: standing.text, unit: standing.unit, duration: null, at: 0 }
    if (standing?.is === 'length')
      return { kind: 'number', text: standing.text, unit: null, duration: standing.duration, at: 0 }
    return { kind: 'name', text: this.named(node), at: 0 }
  }

  private dateOrLength(node: Node): Tree {
    const [, given] = parts(node)
    const text = this.text(must(must(given).firstChild)).slice(1, -1)
    if (this.text(must(node.firstChild)) === 'date') return { kind: 'date', text, at: 0 }
    const [, number = '', letter = ''] = /^P([\d.]+)([YMD])$/.exec(text) ?? []
    const duration = PERIOD[letter as keyof typeof PERIOD]
    return { kind: 'number', text: number, unit: null, duration, at: 0 }
  }

  private comparison(node: Node): Tree {
    if (node.getChild('CompareOp')) {
      const [left, right] = this.two(node)
      const is = this.sign(node, 'CompareOp') as Comparison
      return { kind: 'compare', is, left, right, at: 0 }
    }
    const [left, second, third] = parts(node)
    const of = this.tree(must(left))
    if (!node.getChild('between')) return this.membership(must(second), of)
    const [from, to] = [this.tree(must(second)), this.tree(must(third))]
    return { kind: 'in-range', of, from, fromIsIn: true, to, toIsIn: true, at: 0 }
  }

  /** What follows `in`: tests in brackets, the last of them the `null` that ends them. */
  private membership(node: Node, of: Tree): Tree {
    const tests = parts(node).slice(0, -1)
    const interval = tests[0]?.firstChild?.getChild('Interval')
    if (interval) return this.range(interval, of)
    const among = tests.map((test) => this.one(parts(test)))
    return { kind: 'in-list', of, among, at: 0 }
  }

  private range(node: Node, of: Tree): Tree {
    const [from, to] = this.two(node)
    const text = this.text(node)
    const ends = { fromIsIn: text.startsWith('['), toIsIn: text.endsWith(']') }
    return { kind: 'in-range', of, from, to, ...ends, at: 0 }
  }

  /** `a or b or c` is one; brackets part it. */
  private limbs(node: Node, name: string): readonly Tree[] {
    return parts(node).flatMap((part) =>
      part.name === name ? this.limbs(part, name) : [this.tree(part)],
    )
  }

  private call(node: Node): Tree {
    const [name, given] = parts(node)
    const text = this.text(must(name))
    const of = given ? parts(given).map((part) => this.tree(part)) : []
    if (text === 'not') return { kind: 'not', of: must(of[0]), at: 0 }
    const standing = this.plain.back.get(text)
    return { kind: 'call', name: (standing?.text ?? text) as FunctionName, of, at: 0 }
  }

  private quantified(node: Node): Tree {
    const [over, holds] = parts(node)
    const [variable, of] = parts(must(must(over).firstChild))
    const is = node.getChild('some') ? 'some' : 'every'
    const quantified: Omit<Of<'quantified'>, 'at'> = {
      kind: 'quantified',
      is,
      variable: this.named(must(variable)),
      of: this.tree(must(of)),
      holds: this.tree(must(holds)),
    }
    return { ...quantified, at: 0 }
  }

  unary(node: Node, of: Tree): Tree {
    if (node.getChild('Wildcard')) return { kind: 'flag', flag: true, at: 0 }
    const tests = parts(must(node.getChild('PositiveUnaryTests')))
    const tree = this.tests(tests, of)
    return node.getChild('not') ? { kind: 'not', of: tree, at: 0 } : tree
  }

  private tests(tests: readonly Node[], of: Tree): Tree {
    const simple = tests.length === 1 ? tests[0]?.getChild('SimplePositiveUnaryTest') : null
    const interval = simple?.getChild('Interval')
    if (interval) return this.range(interval, of)
    if (simple) {
      const is = this.sign(simple, 'CompareOp') as Comparison
      const right = this.one(parts(simple).filter(({ name }) => name !== 'CompareOp'))
      return { kind: 'compare', is, left: of, right, at: 0 }
    }
    const among = tests.map((test) => this.one(parts(test)))
    const [only] = among
    return only && among.length === 1
      ? { kind: 'compare', is: '=', left: of, right: only, at: 0 }
      : { kind: 'in-list', of, among, at: 0 }
  }
}

function must<T>(part: T | null | undefined): T {
  if (part === null || part === undefined) throw new NotFeel('a part is missing')
  return part
}
