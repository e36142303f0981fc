import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { listDemoPeopleOptions } from '../../api/generated/@tanstack/react-query.gen.ts'
import type { DemoPerson } from '../../api/generated/types.gen.ts'
import { deskOf, usePerson, useSigning, useZone } from '../../api/session.ts'
import { Await } from '../../parts/await.tsx'
import { Block, Page } from '../../parts/page.tsx'
import { RefusalNote } from '../../parts/refusal.tsx'
import { Button } from '../../ui/button.tsx'
import { useSay } from '../../words/say.ts'
import './public.css'
import { type Given, SignInForm } from '../../parts/sign-in/sign-in-form.tsx'
import { useNeedsCode } from '../../parts/sign-in/use-needs-code.ts'
import { ProviderButton } from './provider-button.tsx'

/** Everybody in the demo has the same password; it is printed on the page on purpose. */
const DEMO_PASSWORD = 'banfa-demo'

export function SignInPage() {
  const { t } = useTranslation('public')
  const person = usePerson()
  const demo = useZone().data?.demo ?? false
  const entering = useEntering()
  const needsCode = useNeedsCode(entering.error)
  return (
    <Page title={t('sign.title')} about={<p>{t('sign.about')}</p>}>
      {person && (
        <Block>
          <p>{t('sign.now', { name: person.name })}</p>
        </Block>
      )}
      {demo && (
        <DemoPeople onEnter={(login) => entering.mutate({ login, password: DEMO_PASSWORD })} />
      )}
      <Block heading={t('sign.form')}>
        <SignInForm
          onSignIn={(given) => entering.mutate(given)}
          onPasskey={() => entering.mutate('passkey')}
          busy={entering.isPending}
          needsCode={needsCode}
        />
        <ProviderButton />
        {entering.isError && <RefusalNote error={entering.error} />}
      </Block>
    </Page>
  )
}

/** Signs in and goes where one came from, else to one's own desk. */
function useEntering() {
  const signing = useSigning()
  const go = useNavigate()
  const router = useRouter()
  const { back } = useSearch({ from: '/sign-in' })
  return useMutation({
    mutationFn: (given: Given | 'passkey') =>
      given === 'passkey' ? signing.signInByPasskey() : signing.signIn(given),
    onSuccess: ({ person }) => {
      if (back?.startsWith('/')) return router.navigate({ href: back })
      return go({ to: person ? deskOf(person) : '/' })
    },
  })
}

function DemoPeople({ onEnter }: { onEnter: (login: string) => void }) {
  const { t } = useTranslation('public')
  const query = useQuery(listDemoPeopleOptions())
  return (
    <>
      <Block heading={t('sign.applicants')}>
        <p className="quiet small">{t('sign.demo.about')}</p>
        <Await query={query} lines={10}>
          {(people) => (
            <People people={people.filter((one) => one.desk === 'applicant')} onEnter={onEnter} />
          )}
        </Await>
      </Block>
      <Block heading={t('sign.officers')}>
        <Await query={query} lines={10}>
          {(people) => (
            <People people={people.filter((one) => one.desk === 'office')} onEnter={onEnter} />
          )}
        </Await>
      </Block>
    </>
  )
}

type PeopleProps = { people: readonly DemoPerson[]; onEnter: (login: string) => void }

function People({ people, onEnter }: PeopleProps) {
  const { t } = useTranslation('public')
  const say = useSay()
  return (
    <ul className="people">
      {people.map((person) => (
        <li key={person.login} className="person">
          <span>
            <b>{person.name}</b> <span className="small">{say(person.role)}</span>
            <span className="person-of">{say(person.organisation)}</span>
          </span>
          <span className="person-can">{say(person.can)}</span>
          <Button
            onClick={() => onEnter(person.login)}
            aria-label={t('sign.enter.as', { name: person.name })}
          >
            {t('sign.enter')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
