import { globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import ts from 'typescript'
import { root } from './run.ts'

/** The sizes we aim for, as they are. The hard stops fail; Biome's own walls say where. */
type File = { readonly path: string; readonly lines: number; readonly functions: readonly number[] }

const places = ['policy/src/**', 'server/src/**', 'web/src/**'].map(
  (place) => `${place}/*.{ts,tsx}`,
)
const isProduct = (path: string) => !/[.]test[.]tsx?$|\/generated\//.test(path)

async function measured(path: string): Promise<File> {
  const text = await readFile(join(root, path), 'utf8')
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const functions: number[] = []
  const line = (position: number) => source.getLineAndCharacterOfPosition(position).line
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined)
      functions.push(line(node.end) - line(node.getStart()) + 1)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return { path, lines: text.trimEnd().split('\n').length, functions }
}

/** Names a door offers, types included. */
async function doorOf(path: string): Promise<number> {
  const text = await readFile(join(root, path), 'utf8')
  const lists = [...text.matchAll(/export (?:type )?\{([^}]*)\}/g)].map(([, names = '']) => names)
  const names = lists.flatMap((list) => list.split(',')).filter((name) => name.trim() !== '')
  return names.filter((name) => !name.trim().startsWith('type ')).length
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}

const paths = globSync(places, { cwd: root }).filter(isProduct)
const files = await Promise.all(paths.map(measured))
const lines = files.map((file) => file.lines)
const functions = files.flatMap((file) => file.functions)
const doors = globSync('server/src/*/index.ts', { cwd: root })
const widths = await Promise.all(doors.map(async (door) => [door, await doorOf(door)] as const))
const [widest, width] = widths.toSorted((a, b) => b[1] - a[1])[0] ?? ['no door', 0]

console.log(`files: ${files.length}, ${lines.reduce((a, b) => a + b, 0)} lines`)
console.log(`file: median ${median(lines)} (aim 80), longest ${Math.max(...lines)} (stop 300)`)
console.log(
  `function: median ${median(functions)} (aim 10), longest ${Math.max(...functions)} (stop 50)`,
)
console.log(`door: widest ${width} values, ${widest} (aim 12)`)
process.exit(Math.max(...lines) > 300 ? 1 : 0)
