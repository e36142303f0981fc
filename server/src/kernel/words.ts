/** A text in the language of the document and its complete English counterpart. */
export type Words = { readonly zh: string; readonly en: string }

/** What JSON can say; the shape of record details, event payloads and jsonb columns. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [name: string]: Json | undefined }
