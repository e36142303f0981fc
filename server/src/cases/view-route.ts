import type { Act } from '@banfa/policy/run'
import type { Words } from '../kernel/index.ts'
import { waitsForAct } from './deadlines.ts'
import type { OpenCase } from './open-case.ts'
import { doerOf } from './standing.ts'
import type { StepView } from './views.ts'

/** The steps of the route in order; side steps (correction, objection, refusal) only once they happened. */
export function viewRoute(open: Pick<OpenCase, 'program' | 'service' | 'state'>): StepView[] {
  return open.service.route
    .filter(({ act }) => !ASIDE.includes(act) || open.state.done[act])
    .map(({ act, title, by, cite }) => ({
      act,
      title,
      by: officeWords(open, by),
      cite,
      done: open.state.done[act] !== undefined,
      on: open.state.done[act] ?? null,
    }))
}

/** Whom the case waits for; null when it is over. */
export function waitsForWords(open: OpenCase): Words | null {
  const act = waitsForAct(open.state, open.service)
  return act === null ? null : officeWords(open, doerOf(open.service, act).by)
}

/** A step of a text by name and office; `isOnRoute` is false where its route does not have it. */
export function stepOf(text: Pick<OpenCase, 'program' | 'service'>, act: Act) {
  const { title, by } = doerOf(text.service, act)
  const isOnRoute = act === 'file' || by !== 'applicant'
  return { act, title, by: officeWords(text, by), isOnRoute }
}

const ASIDE: readonly string[] = [
  'return',
  'object',
  'answer-objection',
  'refuse',
  'revoke',
  'reappraise',
  'restore',
]

function officeWords(open: Pick<OpenCase, 'program'>, by: string): Words {
  if (by === 'applicant') return { zh: '申报单位', en: 'The applicant' }
  if (by === 'public') return { zh: '公众', en: 'The public' }
  return open.program.offices[by]?.title ?? { zh: by, en: by }
}
