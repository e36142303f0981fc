import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { AdoptedVersion, DraftArticle } from '../../../api/generated/types.gen.ts'
import { Block } from '../../../parts/page.tsx'
import { citeIn } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../words/say.ts'

type Difference = AdoptedVersion['differences'][number]

/** The text adopted beside the draft: only articles that differ are laid open. */
export function Adopted({ adopted }: { adopted: AdoptedVersion }) {
  const { t } = useTranslation('drafts')
  const say = useSay()
  const { pack, version, title, differences } = adopted
  const differing = differences.filter(({ change }) => change !== 'same')
  return (
    <Block heading={t('adopted.title')}>
      <p>
        {t('adopted.about')}{' '}
        <Link to="/measures/$pack" params={{ pack }}>
          {say(title)} {version}
        </Link>
      </p>
      <p className="small quiet">
        {differing.length === 0
          ? t('adopted.none')
          : t('adopted.counts', {
              changed: differing.length,
              same: differences.length - differing.length,
            })}
      </p>
      {differing.map((one) => (
        <Differing key={one.article} difference={one} />
      ))}
    </Block>
  )
}

function Differing({ difference }: { difference: Difference }) {
  const { t } = useTranslation('drafts')
  const language = useLanguage()
  const { article, change, before, after } = difference
  return (
    <section className="draft-change" aria-label={citeIn(article, language)}>
      <p>
        <b className="song">{citeIn(article, language)}</b>{' '}
        <span className="tag small">{t(`change.${change}`)}</span>
      </p>
      <div className="draft-sides">
        {before && <Side label={t('change.before')} says={before} />}
        {after && <Side label={t('change.after')} says={after} />}
      </div>
    </section>
  )
}

function Side({ label, says }: { label: string; says: DraftArticle }) {
  const say = useSay()
  return (
    <div>
      <p className="small quiet">{label}</p>
      <p className="song">{says.text ?? say(says.gist)}</p>
    </div>
  )
}
