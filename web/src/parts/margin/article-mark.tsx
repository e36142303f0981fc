import { useTranslation } from 'react-i18next'
import { useProgram } from '../../api/measure.ts'
import { citeIn } from '../../ui/format.ts'
import { useLanguage, useSay } from '../../words/say.ts'
import { articleAt } from '../program/article.ts'
import { type Ground, useGround, useMargin } from './margin.tsx'
import './margin.css'

type Props = {
  readonly cite: string
  readonly ground?: Ground | null
  /** A few quiet lines of the gist under the mark, where the rail has room. */
  readonly gist?: boolean
}

/** The article something rests on: quiet until looked at, one key or tap from its text. */
export function ArticleMark({ cite, ground, gist = false }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const inherited = useGround()
  const { note, open } = useMargin()
  const source = ground ?? inherited
  const printed = citeIn(cite, language)
  if (!source) return <span className="mark song">{printed}</span>
  const shown = note?.kind === 'article' && note.cite === cite && note.ground.pack === source.pack
  return (
    <>
      <button
        type="button"
        className="mark mark-open song"
        aria-pressed={shown}
        title={t('margin.open', { cite: printed })}
        onClick={() => open({ kind: 'article', ground: source, cite })}
      >
        {printed}
      </button>
      {gist && <GistLines ground={source} cite={cite} />}
    </>
  )
}

function GistLines({ ground, cite }: { ground: Ground; cite: string }) {
  const say = useSay()
  const program = useProgram(ground.pack, ground.version)
  const article = program ? articleAt(program, cite) : undefined
  return article ? <p className="mark-gist song">{say(article.gist)}</p> : null
}
