import { z } from 'zod'
import { Id, named } from './terms.ts'

type Addressed = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly url: string
  readonly right: string
  readonly says: string
  readonly params?: z.ZodType
  readonly query?: z.ZodType
  readonly body?: z.ZodType
  readonly upload?: Uploaded
  /** Anybody writes by it without an account: counted by the hour and the address. */
  readonly strangers?: 'writes' | 'uploads'
  /** It shows personal data, in a page or after an act: whoever reads is written into the log of readings. */
  readonly personal?: true
}

/** A multipart body: one file in the field "file", after these fields of text. */
type Uploaded = { readonly fields: readonly string[] }

/** JSON by a schema, or the bytes of a file with every media type that it may have. */
type Answering =
  | { readonly answer: z.ZodType }
  | { readonly answer: 'file'; readonly media: readonly string[] }

/** One address of the product. `right` is a row of identity's matrix; unknown is denied. */
export type Route = Addressed & Answering

export const CSV = ['text/csv'] as const
export const PDF = ['application/pdf'] as const
/** What an uploaded paper may be, recognised by its content. */
export const PAPER = [
  ...PDF,
  'image/jpeg',
  'image/png',
  'image/webp',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
] as const

export const caseId = z.object({ id: Id })
export const pack = z.object({ pack: z.string() })
/** What somebody who objected keeps: the number and the key to follow it by, told once. */
export const Objected = named('Objected', z.object({ number: z.string(), key: z.string() }))
