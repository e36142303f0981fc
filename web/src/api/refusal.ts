import type { Words } from '@banfa/policy/run'
import type { Refusal } from './generated/types.gen.ts'

type Said = Pick<Refusal, 'code' | 'says' | 'next' | 'cite' | 'fields' | 'trace'>

/** A refusal as the server says it; `why` where it gives a reason beside the article. */
export type Refused = Said & { readonly why: Words | null }

const unreached = (code: string): Refused => ({
  code,
  says: { zh: '', en: '' },
  why: null,
  next: null,
  cite: null,
  fields: [],
  trace: null,
})

const isRefusal = (error: unknown): error is Refused =>
  typeof error === 'object' && error !== null && 'code' in error && 'says' in error

/** Whatever a call threw: the server's refusal, or `web.offline` / `web.broken` of our own. */
export function refusedBy(error: unknown): Refused {
  if (isRefusal(error)) return { ...error, why: error.why ?? null }
  return unreached(error instanceof TypeError ? 'web.offline' : 'web.broken')
}

export function isSignedOut(error: unknown): boolean {
  return isRefusal(error) && /[.-](signed-out|not-signed-in)$/.test(error.code)
}
