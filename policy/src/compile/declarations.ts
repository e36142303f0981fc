import { plain } from '../check/words.ts'
import type { Citation } from '../program/citation.ts'
import type { Delegation, Duty, Interpretation, Sanction } from '../program/program.ts'
import type { PackText } from '../syntax/pack-shapes.ts'
import { limitOf } from './compile-service.ts'

export function delegationsOf(pack: PackText): readonly Delegation[] {
  return (pack.delegations ?? []).map(({ name, from, to, may, title, cite }) => ({
    name,
    from,
    to,
    may,
    title: plain(title),
    cite: cite as Citation,
  }))
}

export function dutiesOf(pack: PackText): readonly Duty[] {
  return (pack.duties ?? []).map((duty) => ({
    name: duty.name,
    of: duty.of,
    title: plain(duty.title),
    cite: duty.cite as Citation,
    clock: duty.clock
      ? { ...limitOf(duty.clock), before: duty.clock.before, event: plain(duty.clock.event) }
      : null,
    carriedOut: duty['carried-out'],
  }))
}

export function sanctionsOf(pack: PackText): readonly Sanction[] {
  return (pack.sanctions ?? []).map((sanction) => ({
    name: sanction.name,
    title: plain(sanction.title),
    cite: sanction.cite as Citation,
    upon: plain(sanction.upon),
    revokes: sanction.revokes,
    bar: sanction.bar
      ? { length: limitOf(sanction.bar), from: sanction.bar.from, services: sanction.bar.services }
      : null,
    carriedOut: sanction['carried-out'] ?? true,
  }))
}

export function interpretationsOf(pack: PackText): readonly Interpretation[] {
  return (pack.interpretations ?? []).map((reading) => ({
    name: reading.name,
    cite: reading.cite as Citation,
    question: plain(reading.question),
    taken: plain(reading.taken),
    because: plain(reading.because),
    owner: reading.owner,
    touches: reading.touches,
  }))
}
