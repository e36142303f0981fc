import { randomBytes } from 'node:crypto'
import { millisecondsNow } from './clock.ts'
import { refusal } from './refusals.ts'

/** An identifier is a UUIDv7 (RFC 9562) whose brand says of what. */
export type Id<Of extends string> = string & { readonly is: Of }

export type ZoneId = Id<'ZoneId'>
export type PersonId = Id<'PersonId'>
export type PartyId = Id<'PartyId'>
export type OfficeId = Id<'OfficeId'>
export type PostId = Id<'PostId'>

/** The only zone of a product that serves one city; configuration may name another. */
export const DEFAULT_ZONE = '01900000-0000-7000-8000-000000000001' as ZoneId

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/**
 * A new UUIDv7: 48 bits of milliseconds, then 74 random bits (RFC 9562 §5.7), so that keys grow
 * with time and indexes stay dense.
 */
export function newId<Name extends Id<string>>(): Name {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(millisecondsNow(), 0, 6)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  const parts = [[0, 8], [8, 12], [12, 16], [16, 20], [20]].map(([from, to]) => hex.slice(from, to))
  return parts.join('-') as Name
}

/** The identifier a text spells; refuses `kernel.malformed-id` so that no query ever sees another. */
export function parseId<Name extends Id<string>>(text: string): Name {
  if (!UUID.test(text)) refusal('kernel.malformed-id', { text: text.slice(0, 40) })
  return text as Name
}
