import { RefusalNote } from '../../../parts/refusal.tsx'

/** The refusal of what was asked last, where there is one. */
export function Refused({ by }: { by: { readonly isError: boolean; readonly error: unknown } }) {
  return by.isError ? <RefusalNote error={by.error} /> : null
}
