import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  asTyped,
  isMeasured,
  isNotApplying,
  type Misfit,
  NOT_APPLYING,
  readTyped,
} from './answer.ts'
import type { FieldProps } from './fact-input.tsx'

/** A number with its unit, a day or a line of text; what cannot be read is said and not sent. */
export function TypedInput({ id, fact, given, onGive, describedBy }: FieldProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(asTyped(given))
  const [misfit, setMisfit] = useState<Misfit | null>(null)
  useTakenBack(given, typed, setTyped)

  const type = (text: string) => {
    setTyped(text)
    const read = readTyped(fact, text)
    if ('given' in read) onGive(read.given)
    else onGive(null)
    if ('given' in read) setMisfit(null)
  }
  const leave = () => {
    const read = readTyped(fact, typed)
    if ('misfit' in read) setMisfit(read.misfit)
    else setTyped(asTyped(read.given))
  }
  const described = [describedBy, misfit ? `${id}-misfit` : null].filter(Boolean).join(' ')
  return (
    <>
      <span className="typed">
        <input
          id={id}
          className={`typed-field ${isMeasured(fact) ? 'typed-number num' : ''}`}
          type={fact.type === 'day' ? 'date' : 'text'}
          inputMode={isMeasured(fact) ? 'decimal' : undefined}
          autoComplete="off"
          value={typed}
          onChange={(event) => type(event.target.value)}
          onBlur={leave}
          aria-invalid={misfit !== null}
          {...(described ? { 'aria-describedby': described } : {})}
        />
        {fact.unit && <span className="typed-unit">{fact.unit}</span>}
        {fact.type === 'day' && (
          <NotApplying
            given={given}
            onGive={(next) => {
              setTyped('')
              setMisfit(null)
              onGive(next)
            }}
          />
        )}
      </span>
      {misfit && (
        <p className="ask-misfit" id={`${id}-misfit`}>
          {t(misfit)}
        </p>
      )}
    </>
  )
}

/** A day on which nothing happened cannot be left open for ever: it does not apply. */
function NotApplying({ given, onGive }: Pick<FieldProps, 'given' | 'onGive'>) {
  const { t } = useTranslation()
  return (
    <label className="option">
      <input
        type="checkbox"
        checked={isNotApplying(given)}
        onChange={(event) => onGive(event.target.checked ? NOT_APPLYING : null)}
      />
      <span>{t('input.not-applying')}</span>
    </label>
  )
}

/** When the answer changes from outside (another page saved, the form was cleared), the field follows. */
function useTakenBack(given: FieldProps['given'], typed: string, set: (text: string) => void) {
  const outside = asTyped(given)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is being typed must not be overwritten by itself.
  useEffect(() => {
    if (outside !== '' && typed.replaceAll(/[,\s]/g, '') !== outside.replaceAll(',', ''))
      set(outside)
  }, [outside])
}
