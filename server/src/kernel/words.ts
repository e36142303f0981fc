export type { Words } from '@banfa/policy/run'

/** What JSON can say; the shape of record details, event payloads and jsonb columns. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [name: string]: Json | undefined }
