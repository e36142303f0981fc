import { plain } from '../check/words.ts'
import type { Citation } from '../program/citation.ts'
import type { ActionItem, Source, Target, TransitionalRule } from '../program/declarations.ts'
import type { Delegation, Duty, Interpretation, Sanction } from '../program/program.ts'
import type { PackText } from '../syntax/pack-shapes.ts'
import { ratio } from '../values/rational.ts'
import { measured } from '../values/unit.ts'
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
    ...(duty.change && { change: changeOf(duty.change) }),
    carriedOut: duty['carried-out'],
  }))
}

type ChangeText = NonNullable<NonNullable<PackText['duties']>[number]['change']>

function changeOf({ kinds, verified, filed }: ChangeText): NonNullable<Duty['change']> {
  const named = kinds.map(({ name, title }) => ({ name, title: plain(title) }))
  return { kinds: named, verified, filed }
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
    ...(sanction.repays && { repays: true as const }),
    ...(sanction.answer && { answer: limitOf(sanction.answer) }),
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

export function sourceOf(pack: PackText): Source | null {
  const { source } = pack
  if (!source) return null
  return {
    title: plain(source.title),
    number: source.number ?? null,
    readOn: source['read-on'] ?? null,
    trust: source.trust,
    confirmedBy: source['confirmed-by'] ?? null,
    note: plain(source.note),
  }
}

export function transitionalOf(pack: PackText): readonly TransitionalRule[] {
  return (pack.transitional ?? []).map(({ name, title, cite, upon, governs, until }) => ({
    name,
    title: plain(title),
    cite: cite as Citation,
    upon,
    governs,
    until,
  }))
}

export function targetsOf(pack: PackText): readonly Target[] {
  return (pack.targets ?? []).map((target) => {
    const read = measured(target['at-least'])
    return {
      name: target.name,
      title: plain(target.title),
      cite: target.cite as Citation,
      year: target.year,
      is: target.is,
      atLeast: read?.amount ?? ratio(0n, 1n),
      unit: read?.unit?.name ?? '',
    }
  })
}

export function actionsOf(pack: PackText): readonly ActionItem[] {
  return (pack.actions ?? []).map(({ name, title, cite, offices }) => ({
    name,
    title: plain(title),
    cite: cite as Citation,
    offices,
  }))
}
