import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { openCall } from '../../../api/generated/sdk.gen.ts'
import type { MeasureSummary } from '../../../api/generated/types.gen.ts'
import { useProgram } from '../../../api/measure.ts'
import { useToday } from '../../../api/session.ts'
import { ArticleMark } from '../../../parts/margin/article-mark.tsx'
import { Block } from '../../../parts/page.tsx'
import { RefusalNote } from '../../../parts/refusal.tsx'
import { useSay } from '../../../words/say.ts'
import './call.css'
import { SealButton } from '../acts/seal-button.tsx'
import { CallLimits, type GivenLimits } from './call-limits.tsx'
import { Field, PairOfTitles } from './fields.tsx'
import { type OpenLimit, openLimits } from './open-limits.ts'

type Given = {
  readonly zh: string
  readonly en: string
  readonly opensOn: string
  readonly closesOn: string
  readonly services: readonly string[]
  readonly limits: GivenLimits
}

type Props = { readonly measure: MeasureSummary }
type TurnProps = Props & {
  readonly measures: readonly MeasureSummary[]
  readonly onTurn: (pack: string) => void
}

/** Opening a call: which services of the measure, from when to when, under which limits of its own. */
export function NewCall({ measure, measures, onTurn }: TurnProps) {
  const { t } = useTranslation('office')
  const call = useNewCall(measure)
  const { given, give, open, opening } = call
  return (
    <Block heading={t('calls.new')} cites={measure.services.slice(0, 1).map(({ cite }) => cite)}>
      <form
        className="act-form-in"
        onSubmit={(event) => {
          event.preventDefault()
          opening.mutate()
        }}
      >
        <MeasureChoice measure={measure} measures={measures} onTurn={onTurn} />
        <Services
          measure={measure}
          chosen={given.services}
          onChoose={(services) => give({ services })}
        />
        <PairOfTitles given={given} onChange={give} />
        <div className="field-pair">
          <Field
            label={t('calls.opens')}
            type="date"
            value={given.opensOn}
            onChange={(opensOn) => give({ opensOn })}
          />
          <Field
            label={t('calls.closes')}
            type="date"
            value={given.closesOn}
            onChange={(closesOn) => give({ closesOn })}
          />
        </div>
        <CallLimits open={open} given={given.limits} onGive={(limits) => give({ limits })} />
        {opening.isError && <RefusalNote error={opening.error} />}
        {opening.isSuccess && <p role="status">{t('calls.done')}</p>}
        <p className="acts-row">
          <SealButton
            act={t('calls.do')}
            disabled={given.services.length === 0 || opening.isPending}
          />
        </p>
      </form>
    </Block>
  )
}

function MeasureChoice({ measure, measures, onTurn }: TurnProps) {
  const { t } = useTranslation('office')
  const say = useSay()
  return (
    <p className="ask">
      <label className="ask-title" htmlFor="call-measure">
        {t('calls.measure')}
      </label>
      <select
        id="call-measure"
        className="field"
        value={measure.pack}
        onChange={(event) => onTurn(event.target.value)}
      >
        {measures.map((one) => (
          <option key={one.pack} value={one.pack}>
            {say(one.title)} {one.version}
          </option>
        ))}
      </select>
    </p>
  )
}

function useNewCall(measure: MeasureSummary) {
  const today = useToday()
  const queries = useQueryClient()
  const program = useProgram(measure.pack, measure.version)
  const all = measure.services.map(({ name }) => name)
  const nothing = { zh: '', en: '', opensOn: today, closesOn: '', services: all, limits: {} }
  const [given, setGiven] = useState<Given>(nothing)
  const open = openLimits(given.services.flatMap((name) => program?.services[name] ?? []))
  const { zh, en, opensOn, closesOn, services } = given
  const opening = useMutation({
    mutationFn: () => {
      const limits = limitsToSend(open, given.limits)
      const { pack } = measure
      const body = { pack, services: [...services], title: { zh, en }, opensOn, closesOn, limits }
      return openCall({ body, throwOnError: true })
    },
    onSuccess: () => {
      setGiven(nothing)
      return queries.invalidateQueries()
    },
  })
  const give = (part: Partial<Given>) => setGiven((now) => ({ ...now, ...part }))
  return { given, give, open, opening }
}

/** Only what was typed, and only for services still chosen. */
function limitsToSend(open: readonly OpenLimit[], given: GivenLimits) {
  const set = open.flatMap(({ act }) => {
    const { length = '', because = '' } = given[act] ?? {}
    return length === '' ? [] : [[act, { length: Number(length), because }] as const]
  })
  return Object.fromEntries(set)
}

type ServicesProps = Props & {
  readonly chosen: readonly string[]
  readonly onChoose: (services: readonly string[]) => void
}

function Services({ measure, chosen, onChoose }: ServicesProps) {
  const { t } = useTranslation('office')
  const say = useSay()
  const turn = (name: string) =>
    onChoose(
      measure.services
        .map((one) => one.name)
        .filter((one) => chosen.includes(one) !== (one === name)),
    )
  return (
    <fieldset className="ask">
      <legend className="ask-title">{t('calls.services')}</legend>
      {measure.services.map(({ name, title, cite }) => (
        <span key={name} className="limit-line">
          <label className="option">
            <input type="checkbox" checked={chosen.includes(name)} onChange={() => turn(name)} />
            <span>{say(title)}</span>
          </label>
          <ArticleMark cite={cite} />
        </span>
      ))}
      {chosen.length === 0 && <p className="ask-misfit">{t('calls.services.none')}</p>}
    </fieldset>
  )
}
