import { z } from 'zod'
import { Id, named } from './terms.ts'

/** One address of the product. `right` is a row of identity's matrix; unknown is denied. */
export type Route = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly url: string
  readonly right: string
  readonly says: string
  readonly params?: z.ZodType
  readonly query?: z.ZodType
  readonly body?: z.ZodType
  readonly answer: z.ZodType | 'file'
  readonly upload?: true
  /** Anybody writes by it without an account: counted by the hour and the address. */
  readonly strangers?: 'writes' | 'uploads'
  /** It shows personal data, in a page or after an act: whoever reads is written into the log of readings. */
  readonly personal?: true
}

export const caseId = z.object({ id: Id })
export const pack = z.object({ pack: z.string() })
/** What somebody who objected keeps: the number and the key to follow it by, told once. */
export const Objected = named('Objected', z.object({ id: Id, number: z.string(), key: z.string() }))
