import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import {
  viewOwnSignInOptions,
  viewOwnSignInQueryKey,
} from '../../../api/generated/@tanstack/react-query.gen.ts'
import type { OwnSignIn } from '../../../api/generated/types.gen.ts'
import { usePerson } from '../../../api/session.ts'
import { Await } from '../../../parts/await.tsx'
import '../../../parts/form/form.css'
import { Block, Page } from '../../../parts/page.tsx'
import { GeneratorBlock } from './generator-block.tsx'
import { NotificationsBlock } from './notifications-block.tsx'
import { PasskeysBlock } from './passkeys-block.tsx'
import { PasswordBlock } from './password-block.tsx'
import { SessionsBlock } from './sessions-block.tsx'

/** One's own ways of signing in, and one's sessions. */
export function MePage() {
  const { t } = useTranslation('people')
  const { t: common } = useTranslation()
  const person = usePerson()
  return (
    <Page title={t('me.title')} about={<p>{t('me.about')}</p>}>
      {person ? (
        <Mine />
      ) : (
        <Block>
          <Link to="/sign-in" search={{ back: '/me' }} className="btn btn-main">
            {common('sign.in')}
          </Link>
        </Block>
      )}
    </Page>
  )
}

export type MineProps = { readonly mine: OwnSignIn; readonly onChange: (mine: OwnSignIn) => void }

function Mine() {
  const queries = useQueryClient()
  const query = useQuery(viewOwnSignInOptions())
  const onChange = (mine: OwnSignIn) => queries.setQueryData(viewOwnSignInQueryKey(), mine)
  return (
    <Await query={query}>
      {(mine) => (
        <>
          <PasswordBlock {...{ mine, onChange }} />
          <GeneratorBlock {...{ mine, onChange }} />
          <PasskeysBlock {...{ mine, onChange }} />
          <NotificationsBlock />
          <SessionsBlock {...{ mine, onChange }} />
        </>
      )}
    </Await>
  )
}
