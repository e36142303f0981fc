import { namedIn, restsOn } from '../evaluate/facts-of.ts'
import { unreachable } from '../evaluate/frame.ts'
import { valuesBehind } from '../evaluate/worked-values.ts'
import type { Condition } from '../program/condition.ts'
import { conditionsIn } from '../program/conditions-in.ts'
import type { Expression } from '../program/expression.ts'
import type { Program } from '../program/program.ts'
import type { Service } from '../program/service.ts'
import type { ValueDefinition } from '../program/value-definition.ts'
import { formulaCode, json } from './formula-code.ts'
import { RUNTIME } from './runtime.ts'

/**
 * One service of a program as the text of a self-contained ES module: `evaluate(facts, on)` gives
 * the interpreter's Outcome (a third argument says of a day whether it is a working day). It imports
 * nothing and builds no code, so that a browser runs it under `script-src 'self'`.
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
    `// ${json([program.pack, program.version, service.name, program.digest])}`,
    RUNTIME,
    `const FACTS = ${json(program.facts)}`,
    `const RECORDS = ${json(program.records)}`,
    `const SCORES = ${json(scoresOf(program))}`,
    `const TRUTHS = ${json(truthsOf(program))}`,
    `const VALUES = {`,
    ...valuesBehind(program, service, root).map((one) => valueEntry(one, program)),
    `}`,
    `function settle(c) {`,
    `  const out = []`,
    `  const r = null`,
    `  const answer = ${conditionCode(root, { program, service })}`,
    `  return { answer, findings: out }`,
    `}`,
    `export function evaluate(facts, on, workingDays = null) {`,
    `  if (!isDay(on)) throw new RangeError('not a day: ' + on)`,
    `  const c = { ...given(facts), on, workingDays, worked: new Map() }`,
    `  const { answer, findings } = settle(c)`,
    `  return { ...${json(about)}, on, answer: ANSWERS.get(answer), findings, values: workedValues(c), pays: ${service.pays ? `payable(c, ${json(service.pays)})` : 'null'} }`,
    `}`,
    '',
  ].join('\n')
}

/** Values under which a person scores, read like facts without a unit. */
function scoresOf(program: Program): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.values(program.values)
      .filter(({ scoredBy }) => scoredBy !== null)
      .map(({ name, title, unit, options, type, scoredBy }) => [
        name,
        { name, title, unit, options, type, from: scoredBy?.by },
      ]),
  )
}

function truthsOf(program: Program): readonly string[] {
  const names = Object.values(program.conditions)
    .flatMap(conditionsIn)
    .flatMap((condition) => {
      if (condition.kind === 'evidenced') return [condition.paper]
      return condition.kind === 'judged' ? [condition.name] : []
    })
  return [...new Set(names)]
}

/** One value: what it is, how it is worked out, and the rows of its table for saying which held. */
function valueEntry(definition: ValueDefinition, program: Program): string {
  const { name, title, cite, of, parts, unit, options, type } = definition
  const about = json({ name, title, cite, parts, unit, options, type })
  const rows =
    of.kind === 'table' && of.hit === 'first'
      ? `[${of.rows.map(({ when, printed }) => `[${json(printed.join(' · '))}, (c, r) => ${formulaCode(when)}]`).join(', ')}]`
      : 'null'
  return `${json(name)}: { about: ${about}, work: (c, r) => ${formulaCode(of)}, names: ${namesCode(of, program)}, rows: ${rows} },`
}

/** What a formula names itself, and all it rests on: for saying what it saw and what it lacks. */
function namesCode(of: Expression, program: Program): string {
  return json({ own: namedIn(of), behind: restsOn(of, program.values) })
}

type Around = { readonly program: Program; readonly service: Service }

/** Each condition is one call that leaves its finding in `out` and gives its truth. */
function conditionCode(condition: Condition, around: Around): string {
  const { name, kind, title, cite } = condition
  const members = 'of' in condition ? condition.of : []
  const about = json({ name, kind, title, cite, of: members.map((member) => member.name) })
  const codes = members.map((member) => conditionCode(member, around))
  const group = (call: (members: string) => string) =>
    `group(out, ${about}, () => ${call(`[${codes.join(',\n')}]`)})`
  switch (condition.kind) {
    case 'all':
      return group((of) => `allOf(${of})`)
    case 'any':
      return group((of) => `anyOf(${of})`)
    case 'none':
      return group((of) => `notOf(anyOf(${of}))`)
    case 'at-least':
      return group((of) => `atLeast(${condition.count}, ${of})`)
    case 'variant': {
      const cases = condition.when.map(
        (when, index) => `[() => ${formulaCode(when)}, () => ${codes[index]}]`,
      )
      const names = namesCode({ kind: 'and', of: condition.when }, around.program)
      return `variant(out, ${about}, [${cases.join(',\n')}], ${names}, c)`
    }
    case 'computed':
      return `computed(out, ${about}, ${formulaCode(condition.test)}, ${namesCode(condition.test, around.program)}, c)`
    case 'evidenced': {
      const paper = around.service.papers.find((one) => one.name === condition.paper)
      return `evidenced(out, ${about}, c, ${json({ fact: condition.paper, title: paper?.title ?? title })})`
    }
    case 'judged':
      return `judged(out, ${about}, c, ${json(condition.by)})`
    default:
      return unreachable(condition)
  }
}
