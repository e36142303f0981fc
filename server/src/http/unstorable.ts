import type { FastifyRequest } from 'fastify'
import { refusal } from '../kernel/index.ts'

/** Refuses `http.unstorable-text`: text that PostgreSQL holds in no column and no document. */
export function refuseUnstorable(request: Pick<FastifyRequest, 'params' | 'query' | 'body'>): void {
  const { params, query, body } = request
  const field = fieldWith({ ...asObject(params), ...asObject(query), ...asObject(body) })
  if (field !== null) refusal('http.unstorable-text', {}, { field })
}

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {}
}

type Waiting = readonly [path: string, value: unknown]

/** Without recursion: a body may be nested deeper than the stack. */
function fieldWith(root: object): string | null {
  const waiting: Waiting[] = entriesOf('', root)
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [path, value] = next
    if (isUnstorable(path) || (typeof value === 'string' && isUnstorable(value))) {
      return path.toWellFormed().replaceAll('\0', '')
    }
    if (typeof value === 'object' && value !== null) waiting.push(...entriesOf(path, value))
  }
  return null
}

function entriesOf(path: string, value: object): Waiting[] {
  return Object.entries(value).map(([key, one]) => [path === '' ? key : `${path}.${key}`, one])
}

/** A NUL, or half of a surrogate pair. */
function isUnstorable(text: string): boolean {
  return text.includes('\0') || !text.isWellFormed()
}
