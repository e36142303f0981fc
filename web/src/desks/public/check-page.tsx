import type { Program } from '@banfa/policy/run'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { measureQuery, programOf } from '../../api/measure.ts'
import { useToday } from '../../api/session.ts'
import { Await } from '../../parts/await.tsx'
import { Grounds } from '../../parts/margin/margin.tsx'
import { Block, Page } from '../../parts/page.tsx'
import { dayInText } from '../../ui/format.ts'
import { useLanguage, useSay } from '../../words/say.ts'
import { Checking } from './check/checking.tsx'
import { useModule } from './check/use-module.ts'

const here = getRouteApi('/measures/$pack/check/$service')

/** "Do I qualify? 我符合吗": the rules run in the browser, and only what is still needed is asked. */
export function CheckPage() {
  const { t } = useTranslation('public')
  const { pack, service } = here.useParams()
  const query = useQuery(measureQuery(pack))
  const program = query.data ? programOf(query.data) : null
  if (program?.services[service]) return <Loaded program={program} service={service} />
  return (
    <Page title={t('measure.check')} trail={[[t('measures.title'), '/measures']]}>
      <Block>
        <Await query={query}>{() => <p>{t('check.no-module')}</p>}</Await>
      </Block>
    </Page>
  )
}

function Loaded({ program, service }: { program: Program; service: string }) {
  const { t } = useTranslation('public')
  const say = useSay()
  const language = useLanguage()
  const today = useToday()
  const module = useModule({ pack: program.pack, version: program.version, service })
  const named = program.services[service]
  return (
    <Grounds pack={program.pack} version={program.version}>
      <Page
        title={t('check.title', { service: say(named?.title) })}
        cites={named ? [named.cite] : []}
        trail={[[say(program.title), `/measures/${program.pack}`]]}
        about={
          <p>
            {t('check.about')} {today && t('check.day', { day: dayInText(today, language) })}
          </p>
        }
      >
        <Await query={module} lines={8}>
          {(rules) =>
            today && <Checking program={program} service={service} rules={rules} on={today} />
          }
        </Await>
      </Page>
    </Grounds>
  )
}
