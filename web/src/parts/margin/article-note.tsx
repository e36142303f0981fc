import type { Program } from '@banfa/policy/run'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { measureQuery, programOf } from '../../api/measure.ts'
import { articleOf, citeIn } from '../../ui/format.ts'
import { useLanguage, useSay } from '../../words/say.ts'
import { Colon, Listed } from '../points.tsx'
import { articleAt } from '../program/article.ts'
import { askName, asksUnder, conditionsUnder, readingsOf, titleOf } from '../program/reading.ts'
import { useOfficeTitle } from '../program/words.ts'
import { RefusalNote } from '../refusal.tsx'
import type { Ground } from './margin.tsx'
import { RuleOf } from './rule.tsx'

type Props = { readonly ground: Ground; readonly cite: string }

/** The gist of an article, the text where it is installed, the rules that carry it out, the readings. */
export function ArticleNote({ ground, cite }: Props) {
  const { t } = useTranslation()
  const query = useQuery(measureQuery(ground.pack, ground.version))
  if (query.isPending) return <p className="quiet">{t('margin.loading')}</p>
  if (query.isError) return <RefusalNote error={query.error} />
  const program = programOf(query.data)
  const official = query.data.texts.find((text) => text.article === articleOf(cite))?.text ?? null
  return <Article program={program} cite={cite} official={official} ground={ground} />
}

type Shown = { program: Program; cite: string; official: string | null; ground: Ground }

function Article({ program, cite, official, ground }: Shown) {
  const { t } = useTranslation()
  const say = useSay()
  const language = useLanguage()
  const article = articleAt(program, cite)
  if (!article) return <p>{t('margin.unknown', { cite: citeIn(cite, language) })}</p>
  return (
    <>
      <p className="small quiet">
        {say(program.title)} · {say(article.chapter)} · {t(`mark.${article.mark}`)}
      </p>
      <h3>{t('margin.gist')}</h3>
      <p className="panel-text">{say(article.gist)}</p>
      <p className="small quiet">{say(article.reason)}</p>
      <h3>{t('margin.official')}</h3>
      {official ? (
        <p className="panel-text panel-official" lang="zh-CN">
          {official}
        </p>
      ) : (
        <p className="small quiet">{t('margin.no-official')}</p>
      )}
      <Rules program={program} cite={cite} />
      <Readings program={program} cite={cite} />
      <p className="small no-print">
        <a href={`/measures/${ground.pack}#${articleOf(cite)}`}>{t('margin.whole')}</a>
      </p>
    </>
  )
}

type Carried = { program: Program; cite: string }

function Rules({ program, cite }: Carried) {
  const { t } = useTranslation()
  const say = useSay()
  const conditions = conditionsUnder(program, cite)
  if (conditions.length === 0) return null
  const inputs = asksUnder(program, cite).map(askName)
  return (
    <>
      <h3>{t('margin.rule')}</h3>
      <ul className="panel-list">
        {conditions.map((condition) => (
          <li key={condition.name}>
            {say(condition.title)}
            <RuleOf program={program} condition={condition} />
          </li>
        ))}
      </ul>
      {inputs.length > 0 && <h3>{t('margin.inputs')}</h3>}
      <p className="small">
        <Listed of={inputs.map((name) => say(titleOf(program, name)) || name)} />
      </p>
    </>
  )
}

/** Where the text reads two ways: the question, the reading taken, and who answers for it. */
export function Readings({ program, cite }: { program: Program; cite: string }) {
  const { t } = useTranslation()
  const say = useSay()
  const officeTitle = useOfficeTitle(program)
  const readings = readingsOf(program, cite)
  if (readings.length === 0) return null
  return (
    <>
      <h3>{t('margin.readings')}</h3>
      <ul className="panel-list">
        {readings.map((reading) => (
          <li key={reading.name}>
            <p className="quiet">{say(reading.question)}</p>
            <p>{say(reading.taken)}</p>
            <p className="small quiet">
              {say(reading.because)} {t('margin.reading.owner')}
              <Colon />
              {officeTitle(reading.owner)}
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}
