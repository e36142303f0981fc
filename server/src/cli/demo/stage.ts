import type { Program } from '@banfa/policy/run'
import type { CallId, CaseId, NoticeId } from '../../cases/index.ts'
import { actorOfPerson } from '../../identity/index.ts'
import {
  type Actor,
  day,
  type Kernel,
  refusal,
  type SettableClock,
  type WriteTx,
} from '../../kernel/index.ts'
import type { DemoData } from './demo-data.ts'
import type { Cast } from './seed-people.ts'

/** Where the stories are played: a kernel whose day the seed sets, and what has come about so far. */
export type Stage = {
  readonly kernel: Kernel
  readonly clock: SettableClock
  readonly data: DemoData
  readonly cast: Cast
  readonly program: Program
  readonly paper: (title: string, holder: string) => Uint8Array
  readonly calls: Map<string, CallId>
  readonly cases: Map<string, CaseId>
  readonly notices: Map<string, NoticeId>
}

/** Lets a person of the cast act on a day, through the same use case as the page. */
export async function acting<Answer>(
  stage: Stage,
  who: { readonly login: string; readonly on: string },
  work: (tx: WriteTx) => Promise<Answer>,
): Promise<Answer> {
  stage.clock.setToday(day(who.on))
  return stage.kernel.writing(await actorNamed(stage, who.login), work)
}

async function actorNamed(stage: Stage, login: string): Promise<Actor> {
  const person = wanted(stage.cast.people.get(login), login)
  const actor = await stage.kernel.reading({ kind: 'system', job: 'seed' }, (tx) =>
    actorOfPerson(tx, person),
  )
  return wanted(actor, login)
}

/** A thing that the data files name; a fault of the files when it is not there. */
export function wanted<T>(found: T | null | undefined, what: string): T {
  return found ?? refusal('cli.demo-data', { what })
}
