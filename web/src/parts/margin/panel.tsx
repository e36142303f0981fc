import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { citeIn } from '../../ui/format.ts'
import { useLanguage } from '../../words/say.ts'
import { verdictWithin } from '../finding.ts'
import { ArticleNote } from './article-note.tsx'
import { type Note, useMargin } from './margin.tsx'
import { WhyNote } from './why-note.tsx'
import './margin.css'

/** The side panel: beside the page, never over what one is doing; it prints as it stands. */
export function Panel({ note }: { note: Note }) {
  const { t } = useTranslation()
  const { close } = useMargin()
  const title = useTitle(note)
  const heading = useRef<HTMLHeadingElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heading is read out for each new note.
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
  }, [note])
  return (
    <aside className="panel moves" aria-label={t('margin.title')}>
      <div className="panel-head">
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <Button
          look="bare"
          className="no-print"
          onClick={printPanel}
          hint={t('margin.print')}
          data-hint-down=""
        >
          {t('print')}
        </Button>
        <Button look="bare" className="no-print" onClick={close} aria-label={t('margin.close')}>
          ✕
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section className="panel-body" tabIndex={0} aria-label={title}>
        {note.kind === 'article' ? <ArticleNote {...note} /> : <WhyNote {...note} />}
      </section>
    </aside>
  )
}

function useTitle(note: Note): string {
  const { t } = useTranslation()
  const language = useLanguage()
  if (note.kind === 'article') return citeIn(note.cite, language)
  return t('why.title', { answer: t(`answer.${verdictWithin(note.finding, note.findings)}`) })
}

function printPanel(): void {
  document.body.dataset.print = 'panel'
  window.print()
  delete document.body.dataset.print
}
