import { type Act, isAct, type Service } from '@banfa/policy/run'
import { type Entry, refusal, type Words } from '../kernel/index.ts'
import { type CaseState, outOfTurn } from './case.ts'
import { STAGE_WORDS } from './stage-words.ts'
import { titleOf } from './standing.ts'

/** Where a case stands; without entries for those who may not read its record. */
export type Stood = {
  readonly state: CaseState
  readonly service: Service
  readonly entries?: readonly Entry[]
}

/**
 * Refuses `case.already` for an act done before and `case.stage-conflict` for one out of turn, and
 * says who did what: of two officers at once the second learns who was first.
 */
export function refuseUnlessNext(stood: Stood, act: Act): void {
  const why = outOfTurn(stood.state, act)
  if (why === 'already') refuseAgain(stood, act)
  if (why !== null) refuseOutOfTurn(stood, titleOf(stood.service, act))
}

/** `case.stage-conflict`: what cannot be done now, where the case stands and what brought it there. */
export function refuseOutOfTurn({ state, service, entries }: Stood, act: Words): never {
  const last = entries?.findLast((entry) => isAct(entry.act))
  return refusal('case.stage-conflict', {
    act,
    stage: STAGE_WORDS[state.stage],
    last: last ? lastOf(last, service) : { zh: '', en: '' },
  })
}

function refuseAgain({ state, service, entries }: Stood, act: Act): never {
  const done = entries?.findLast((entry) => entry.act === act)
  return refusal('case.already', {
    act: titleOf(service, act),
    by: done ? doerOf(done) : { zh: '他人', en: 'somebody else' },
    on: state.done[act] ?? '',
    stage: STAGE_WORDS[state.stage],
  })
}

function lastOf(entry: Entry, service: Service): Words {
  const by = doerOf(entry)
  const title = titleOf(service, entry.act as Act)
  return {
    zh: `（${by.zh}已于 ${entry.on} 办理“${title.zh}”）`,
    en: ` (${by.en}: "${title.en}" on ${entry.on})`,
  }
}

/** Who objects is named nowhere but in the objection itself (ADR 0035). */
function doerOf({ act, actor, as }: Entry): Words {
  if (act === 'object') return { zh: '公众', en: 'the public' }
  const { name } = actor
  const away = as?.inPlaceOf?.name
  return away ? { zh: `${name}（代行${away}）`, en: `${name} for ${away}` } : { zh: name, en: name }
}
