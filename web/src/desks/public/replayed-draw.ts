import type { DrawnLot } from '../../api/generated/types.gen.ts'

/** The draw as this browser found it: each step of it, and whether it is the one published. */
export type Replayed = {
  readonly candidatesHash: string
  readonly seed: string
  readonly tickets: readonly { readonly code: string; readonly ticket: string }[]
  readonly drawn: readonly string[]
  readonly isSame: boolean
}

/**
 * Draws again from the frozen list and the published chance. SHA-256 of the candidates in the order
 * of their codes, of that with day and chance, and of that with each code; the smallest are drawn,
 * one of an employer. Objects are written with sorted names (RFC 8785).
 */
export async function replay(lot: DrawnLot): Promise<Replayed> {
  const candidates = [...lot.candidates].sort((a, b) => (a.code < b.code ? -1 : 1))
  const listed = candidates.map(({ code, group }) => ({ code, group }))
  const candidatesHash = await sha256(JSON.stringify(listed))
  const seed = await sha256(JSON.stringify({ candidatesHash, on: lot.on, random: lot.random }))
  const tickets = await Promise.all(
    listed.map(async (one) => ({ ...one, ticket: await sha256(`${seed} ${one.code}`) })),
  )
  tickets.sort((a, b) => (a.ticket < b.ticket ? -1 : 1))
  const first = tickets.filter((one, at) => tickets.findIndex((o) => o.group === one.group) === at)
  const drawn = first.slice(0, lot.wanted).map(({ code }) => code)
  const isSame =
    candidatesHash === lot.candidatesHash &&
    seed === lot.seed &&
    JSON.stringify(drawn) === JSON.stringify(lot.drawn)
  return { candidatesHash, seed, tickets, drawn, isSame }
}

async function sha256(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
