import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { useDocuments } from '../../../testing/case-office.ts'
import {
  type Books,
  enterInBooks,
  inForceToday,
  openBooks,
  type Seen,
  seenInBooks,
} from '../../../testing/interleavings/books.ts'
import {
  A_WHILE,
  type Command,
  interleaving,
  type Slot,
  saidBy,
} from '../../../testing/interleavings/commands.ts'
import {
  beginAnew,
  enterInOffice,
  openOfficeForMany,
  seenInOffice,
} from '../../../testing/interleavings/in-office.ts'
import { verifyBoard } from '../index.ts'

// 10,000 sequences in all. Most run on the decision core alone: the fold, the seam, the evaluator,
// the clock and the route that the use cases call, with the books of the rulebook kept by hand. The
// others run through the use cases on the database too, where every answer must be the core's, byte
// for byte: what the many show of the core, these show of the product.
const ON_THE_CORE = 9_900
const ON_THE_DATABASE = 100

useDocuments()

const SLOTS = [0, 1] as const
type Watched = { readonly seen: Seen; readonly first: string; readonly began: number } | null

const counted = { filings: 0, underLater: 0, corrections: 0, enactedSince: 0 }

/** What governs a first filing today, by the words of the rules and not by the product's reading. */
function lawful(books: Books, pinned: string): string {
  const now = inForceToday(books)
  if (!now) return pinned
  const { rule, hasService } = saidBy(now)
  const takesIn = rule === 'takes-in' || (rule === 'takes-in-a-while' && books.today <= A_WHILE)
  return takesIn && hasService ? now.version : pinned
}

/** One case through one command: only an act on it changes what it answers, and never its version. */
function watched(books: Books, command: Command, of: { slot: Slot; was: Watched }): Watched {
  const { slot, was } = of
  const seen = seenInBooks(books, slot)
  const held = books.held[slot]
  if (!seen || !held) return null
  const began = held.entries[0]?.seq ?? 0
  if (was?.began !== began) return filedFirst(books, { seen, began, pinned: held.pinned.version })
  const isOwn = 'slot' in command && command.slot === slot
  if (!isOwn) expect(seen).toEqual(was.seen)
  if (command.do === 'enact' && seen.isOpen) counted.enactedSince++
  expect(seen.answers.version).toBe(was.first)
  if (seen.filings > was.seen.filings) counted.corrections++
  else expect(seen.answers.verdict).toBe(was.seen.answers.verdict)
  return { ...was, seen }
}

function filedFirst(
  books: Books,
  { seen, began, pinned }: { seen: Seen; began: number; pinned: string },
): Watched {
  const { version } = seen.answers
  expect(version).toBe(lawful(books, pinned))
  counted.filings++
  if (version !== pinned) counted.underLater++
  return { seen, first: version, began }
}

test(`no open case is altered by a version: ${ON_THE_CORE} sequences on the core`, {
  timeout: 120_000,
}, () => {
  fc.assert(
    fc.property(interleaving, (commands) => {
      const books = openBooks('a-measure')
      let cases: readonly Watched[] = [null, null]
      for (const command of commands) {
        enterInBooks(books, command)
        cases = SLOTS.map((slot) => watched(books, command, { slot, was: cases[slot] ?? null }))
      }
    }),
    { numRuns: ON_THE_CORE },
  )
})

test(`nor on the database, which answers the same: ${ON_THE_DATABASE} sequences`, {
  timeout: 240_000,
}, async () => {
  const office = await openOfficeForMany()
  let run = 0
  await fc.assert(
    fc.asyncProperty(interleaving, async (commands) => {
      run += 1
      const books = openBooks(`measure-${run}`)
      await beginAnew(office, books)
      let cases: readonly Watched[] = [null, null]
      for (const command of commands) {
        await enterInOffice(office, command, books)
        enterInBooks(books, command)
        cases = SLOTS.map((slot) => watched(books, command, { slot, was: cases[slot] ?? null }))
        for (const slot of SLOTS) {
          expect(await seenInOffice(office, slot)).toEqual(seenInBooks(books, slot))
        }
      }
    }),
    { numRuns: ON_THE_DATABASE },
  )
  expect(await office.at.zone.asSystem((tx) => verifyBoard(tx))).toMatchObject({ intact: true })
})

// The property would be empty if nothing were filed, corrected or overtaken by a version.
afterAll(() => {
  expect(counted.filings).toBeGreaterThan(3_000)
  expect(counted.underLater).toBeGreaterThan(1_000)
  expect(counted.corrections).toBeGreaterThan(1_000)
  expect(counted.enactedSince).toBeGreaterThan(1_000)
})
