import { useMutation } from '@tanstack/react-query'
import { Link, useRouter } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { refusedBy } from '../../api/refusal.ts'
import { usePerson, useSession, useSigning } from '../../api/session.ts'
import { useSessionEnding } from '../../api/session-clock.ts'
import { Button } from '../../ui/button.tsx'
import { RefusalNote } from '../refusal.tsx'
import { type Given, SignInForm } from '../sign-in/sign-in-form.tsx'
import { useNeedsCode } from '../sign-in/use-needs-code.ts'
import './session-guard.css'

const WARN_BEFORE = 5 * 60

/** Five minutes before a session ends it says so; when it has ended, one signs in over the page. */
export function SessionGuard() {
  const ending = useSessionEnding()
  const person = usePerson()
  const session = useSession()
  const isDue = ending !== null && !ending.isOver && ending.seconds <= 0
  const ask = session.refetch
  useEffect(() => {
    if (isDue) void ask()
  }, [isDue, ask])
  if (session.data?.needsTwoSteps && !ending?.isOver) return <TwoStepsNeeded />
  if (!ending || !person) return null
  if (ending.isOver) return <SignInOver name={person.name} />
  if (ending.seconds > WARN_BEFORE) return null
  return (
    <Warning
      minutes={Math.max(1, Math.ceil(ending.seconds / 60))}
      isLast={ending.isLast}
      onExtend={() => void ask()}
    />
  )
}

/** An administrator who came in by a password alone holds no post yet. */
function TwoStepsNeeded() {
  const { t } = useTranslation()
  return (
    <div className="session-warning no-print" role="status">
      <span>{t('two-steps.needed')}</span>
      <Link to="/me" className="btn btn-plain">
        {t('two-steps.set-up')}
      </Link>
    </div>
  )
}

type WarningProps = { minutes: number; isLast: boolean; onExtend: () => void }

function Warning({ minutes, isLast, onExtend }: WarningProps) {
  const { t } = useTranslation()
  return (
    <div className="session-warning no-print" role="status">
      <span>{t(isLast ? 'ending.late' : 'ending.warn', { minutes })}</span>
      {!isLast && <Button onClick={onExtend}>{t('ending.extend')}</Button>}
    </div>
  )
}

/** A dialog over the page, which stays as it is underneath. */
function SignInOver({ name }: { name: string }) {
  const { t } = useTranslation()
  const signing = useSigning()
  const person = usePerson()
  const router = useRouter()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  const entering = useMutation({
    mutationFn: (given: Given | 'passkey') =>
      given === 'passkey' ? signing.signInByPasskey() : signing.signIn(given),
    onSuccess: (now) => {
      if (now.person?.id !== person?.id) void router.navigate({ to: '/' })
    },
  })
  const needsCode = useNeedsCode(entering.error)
  const leave = () => void signing.leave().then(() => router.navigate({ to: '/' }))
  return (
    <dialog
      ref={dialog}
      className="session-over"
      aria-labelledby="session-over"
      onCancel={(event) => event.preventDefault()}
    >
      <h2 id="session-over">{t('ending.over')}</h2>
      <p>{t('ending.over.about', { name })}</p>
      <SignInForm
        onSignIn={(given) => entering.mutate(given)}
        onPasskey={() => entering.mutate('passkey')}
        busy={entering.isPending}
        needsCode={needsCode}
      />
      {entering.isError && refusedBy(entering.error).code !== 'identity.code-needed' && (
        <RefusalNote error={entering.error} />
      )}
      <p>
        <Button look="bare" onClick={leave}>
          {t('ending.leave')}
        </Button>
      </p>
    </dialog>
  )
}
