import { factsOf } from '../evaluate/facts-of.ts'
import { unreachable } from '../evaluate/formula.ts'
import type { Condition } from '../program/condition.ts'
import type { Program } from '../program/program.ts'
import type { Service } from '../program/service.ts'
import { formulaCode } from './formula-code.ts'
import { RUNTIME } from './runtime.ts'

/**
 * One service of a program as the text of a self-contained ES module: `evaluate(facts, on)` gives
 * the interpreter's Outcome. It imports nothing and builds no code, so that a browser runs it under
 * `script-src 'self'`.
 * @throws RangeError when the program has no such service
 */
export function emitModule(program: Program, serviceName: string): string {
  const service = Object.hasOwn(program.services, serviceName)
    ? program.services[serviceName]
    : undefined
  const root = service && program.conditions[service.needs]
  if (!service || !root) throw new RangeError(`no such service: ${serviceName}`)
  const about = {
    service: service.name,
    pack: program.pack,
    version: program.version,
    digest: program.digest,
  }
  return [
    `// ${program.pack} ${program.version} · ${service.name} · ${program.digest}`,
    RUNTIME,
    `const FACTS = ${json(Object.fromEntries(Object.values(program.facts).map((fact) => [fact.name, fact])))}`,
    `const TRUTHS = ${json(truthsOf(program))}`,
    `function settle(g, on) {`,
    `  const out = []`,
    `  const answer = ${conditionCode(root, { program, service })}`,
    `  return { answer, findings: out }`,
    `}`,
    `export function evaluate(facts, on) {`,
    `  if (!isDay(on)) throw new RangeError('not a day: ' + on)`,
    `  const { answer, findings } = settle(given(facts, FACTS, TRUTHS), on)`,
    `  return { ...${json(about)}, on, answer: ANSWERS.get(answer), findings }`,
    `}`,
    '',
  ].join('\n')
}

function truthsOf(program: Program): readonly string[] {
  const walk = (condition: Condition): readonly string[] => {
    if ('of' in condition) return condition.of.flatMap(walk)
    if (condition.kind === 'evidenced') return [condition.paper]
    return condition.kind === 'judged' ? [condition.name] : []
  }
  return [...new Set(Object.values(program.conditions).flatMap(walk))]
}

type Around = { readonly program: Program; readonly service: Service }

/** Each condition is one call that leaves its finding in `out` and gives its truth. */
function conditionCode(condition: Condition, around: Around): string {
  const { name, kind, title, cite } = condition
  const members = 'of' in condition ? condition.of : []
  const about = json({ name, kind, title, cite, of: members.map((member) => member.name) })
  const group = (call: string) =>
    `group(out, ${about}, () => ${call}[${members.map((member) => conditionCode(member, around)).join(',\n')}]))`
  switch (condition.kind) {
    case 'all':
      return group('allOf(')
    case 'any':
      return group('anyOf(')
    case 'at-least':
      return group(`atLeast(${condition.count}, `)
    case 'computed': {
      const facts = factsOf(condition.test).filter((fact) =>
        Object.hasOwn(around.program.facts, fact),
      )
      return `computed(out, ${about}, ${formulaCode(condition.test)}, ${json(facts)}, g, FACTS)`
    }
    case 'evidenced': {
      const paper = around.service.papers.find((one) => one.name === condition.paper)
      return `evidenced(out, ${about}, g, ${json({ fact: condition.paper, title: paper?.title ?? title })})`
    }
    case 'judged':
      return `judged(out, ${about}, g, ${json(condition.by)})`
    default:
      return unreachable(condition)
  }
}

/** JSON that is safe inside a script of any kind. */
function json(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
}
