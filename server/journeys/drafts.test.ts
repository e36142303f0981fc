import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  choose,
  type Draft,
  type Flight,
  isSendable,
  isUnsent,
  landed,
  learned,
  takeOff,
  type,
} from '../../web/src/desks/applicant/form/draft.ts'
import { withKept } from '../../web/src/desks/applicant/form/kept-drafts.ts'
import { changesSince, type DraftContent, mergeDraft } from '../src/cases/merge-draft.ts'
import type { Instant, Json } from '../src/kernel/index.ts'

const FIELDS = ['area', 'staff', 'talents'] as const
const at = '2026-03-02T03:00:00Z' as Instant

/** What somebody does: type, send over a line that may lose either way, look, reload, choose. */
type Step =
  | { do: 'type'; page: number; field: string }
  | { do: 'send'; page: number; line: 'good' | 'lost-going' | 'lost-coming' }
  | { do: 'look'; page: number }
  | { do: 'reload'; page: number }
  | { do: 'choose'; page: number; field: string; keep: 'mine' | 'theirs' }

const page = fc.nat(2)
const field = fc.constantFrom(...FIELDS)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('type' as const), page, field }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('send' as const),
      page,
      line: fc.constantFrom('good' as const, 'lost-going' as const, 'lost-coming' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('look' as const, 'reload' as const), page }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('choose' as const),
      page,
      field,
      keep: fc.constantFrom('mine' as const, 'theirs' as const),
    }),
  },
)

/** A server of one draft, made of the product's own merge, and the pages that write in it. */
class World {
  content: DraftContent = { values: {}, marks: {}, revision: 0 }
  pages: Draft[] = [0, 1, 2].map(() => this.fresh())
  private readonly taken = new Map<string, readonly string[]>()
  private named = 0
  /** Every value each field has ever had on the server. */
  readonly arrived = new Set<string>()
  /** Values written over others that the writer had not seen. Must stay empty. */
  readonly lost: string[] = []

  fresh(): Draft {
    const saved = Object.fromEntries(
      FIELDS.map((name) => [name, this.content.values[name] ?? null]),
    )
    return { typed: saved, saved, revision: this.content.revision, flight: null, conflicts: {} }
  }

  name = () => `${++this.named}`

  receive(save: Flight) {
    const before = this.taken.get(save.save)
    const values = save.fields as Record<string, Json>
    const mark = { by: 'somebody', at, save: save.save }
    const merged = before
      ? { ...this.content, rejected: before }
      : mergeDraft(this.content, { values, seen: save.revision, mark })
    this.taken.set(save.save, merged.rejected)
    const overwritten = Object.keys(values).filter(
      (name) => merged.marks[name] !== this.content.marks[name],
    )
    const old = overwritten.map((name) => [name, this.content.values[name] ?? null] as const)
    this.content = merged
    for (const [name, value] of Object.entries(merged.values)) this.arrived.add(`${name} ${value}`)
    const { revision, rejected } = merged
    const changes = changesSince(merged, {
      seen: save.revision,
      save: save.save,
      besides: rejected,
    })
    return { answer: { revision, rejected, changes }, old }
  }

  send(index: number, line: 'good' | 'lost-going' | 'lost-coming') {
    const before = this.pages[index] as Draft
    if (!isSendable(before)) return
    const flying = takeOff(before, this.name())
    this.pages[index] = flying
    if (line === 'lost-going') return
    const { answer, old } = this.receive(flying.flight as Flight)
    // What is written over must be what this page had before it.
    for (const [name, value] of old) {
      const known = JSON.stringify(flying.saved[name] ?? null)
      if (known !== JSON.stringify(value)) this.lost.push(`${name}: ${JSON.stringify(value)}`)
    }
    if (line === 'good') this.pages[index] = landed(flying, answer)
  }

  look(index: number) {
    const draft = this.pages[index] as Draft
    if (draft.flight) return
    const changes = changesSince(this.content, { seen: draft.revision, save: null })
    this.pages[index] = learned(draft, { revision: this.content.revision, changes })
  }

  reload(index: number) {
    this.pages[index] = withKept(this.fresh(), this.pages[index] as Draft)
  }

  /** The line is good again, everybody sends, looks and chooses until nothing is left. */
  settle() {
    for (let round = 0; round < 20; round += 1) {
      this.pages.forEach((_, index) => {
        while (isSendable(this.pages[index] as Draft)) this.send(index, 'good')
        this.look(index)
        for (const name of Object.keys((this.pages[index] as Draft).conflicts)) {
          this.pages[index] = choose(this.pages[index] as Draft, name, 'theirs')
        }
      })
    }
  }
}

function walk(world: World, one: Step, value: number): void {
  const draft = world.pages[one.page] as Draft
  if (one.do === 'type') world.pages[one.page] = type(draft, one.field, value)
  else if (one.do === 'send') world.send(one.page, one.line)
  else if (one.do === 'look') world.look(one.page)
  else if (one.do === 'reload') world.reload(one.page)
  else if (one.do === 'choose') world.pages[one.page] = choose(draft, one.field, one.keep)
}

test('no page ever writes over what it has not seen, whatever is lost on the way', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), (steps) => {
      const world = new World()
      steps.forEach((one, index) => {
        walk(world, one, index)
      })
      expect(world.lost).toEqual([])
    }),
    { numRuns: 5_000 },
  )
})

/** What is on its page no more must have arrived, and been changed by somebody who had seen it. */
function dropArrived(world: World, mine: Map<string, number>): void {
  for (const [key, value] of mine) {
    const [who, name] = key.split(' ') as [string, string]
    if ((world.pages[Number(who)] as Draft).typed[name] === value) continue
    mine.delete(key)
    expect(world.arrived).toContain(`${name} ${value}`)
  }
}

test('what is typed is on the page, or saved, or put to a choice: it never disappears by itself', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), (steps) => {
      const world = new World()
      const mine = new Map<string, number>()
      steps.forEach((one, index) => {
        if (one.do === 'type') mine.set(`${one.page} ${one.field}`, index)
        if (one.do === 'choose') mine.delete(`${one.page} ${one.field}`)
        walk(world, one, index)
        dropArrived(world, mine)
      })
    }),
    { numRuns: 3_000 },
  )
})

test('once the line is good and everybody has chosen, all pages and the server agree', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 30 }), (steps) => {
      const world = new World()
      steps.forEach((one, index) => {
        walk(world, one, index)
      })
      world.settle()
      const now = world.fresh()
      for (const draft of world.pages) {
        expect(isUnsent(draft)).toBe(false)
        expect(draft.typed).toEqual(now.typed)
      }
    }),
    { numRuns: 2_000 },
  )
})
