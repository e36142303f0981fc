import { type Diagnostic, setDiagnostics } from '@codemirror/lint'
import { EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { useEffect, useRef } from 'react'
import { useLanguage } from '../../../../words/say.ts'
import type { Complaint } from '../checked.ts'
import { type Around, setUp } from './set-up.ts'

/** A line to go to; `turn` tells two askings for the same one apart. */
export type Goal = { readonly file: string; readonly line: number; readonly turn: number }

type Props = Around & {
  readonly file: string
  readonly text: string
  /** Goes up when the text was changed by anything but this view. */
  readonly revision: number
  readonly complaints: readonly Complaint[]
  readonly goal: Goal | null
}

type Kept = { readonly view: EditorView; readonly states: Map<string, EditorState>; file: string }

/**
 * One file in CodeMirror. It lives in a shadow root, where its styles are constructable sheets: the
 * policy of the pages forbids style elements.
 */
export function CodeView(props: Props) {
  const host = useRef<HTMLDivElement>(null)
  const kept = useRef<Kept | null>(null)
  const latest = useRef(props)
  latest.current = props
  const { file, revision, complaints, goal } = props
  const language = useLanguage()

  useEffect(() => {
    if (!host.current) return
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' })
    const view = new EditorView({ root, parent: root })
    kept.current = { view, states: new Map(), file: '' }
    return () => {
      view.destroy()
      kept.current = null
    }
  }, [])

  useEffect(() => {
    // While somebody types, the page's text may lag behind the view's: the view is right.
    if (kept.current && revision >= 0) show(kept.current, file, latest)
  }, [file, revision])

  useEffect(() => {
    const view = kept.current?.view
    if (!view) return
    const own = complaints.filter((one) => one.file === file)
    const found = own.map((one) => diagnosticOf(view, one, language))
    view.dispatch(setDiagnostics(view.state, found))
  }, [complaints, file, language])

  useEffect(() => {
    const view = kept.current?.view
    if (!view || goal?.file !== file) return
    const line = view.state.doc.line(Math.min(Math.max(goal.line, 1), view.state.doc.lines))
    const begins = line.from + (line.text.length - line.text.trimStart().length)
    view.dispatch({
      selection: { anchor: begins },
      effects: EditorView.scrollIntoView(begins, { y: 'center' }),
    })
    view.focus()
  }, [goal, file])

  return <div ref={host} className="pack-code" />
}

type Latest = { readonly current: Props }

/** Shows a file with its own history; a text changed from outside replaces what is there. */
function show(kept: Kept, file: string, latest: Latest): void {
  const { view, states } = kept
  const { text } = latest.current
  if (kept.file !== file) {
    if (kept.file) states.set(kept.file, view.state)
    kept.file = file
    view.setState(states.get(file) ?? fresh(text, latest))
  }
  const there = view.state.doc.toString()
  if (there !== text) view.dispatch({ changes: { from: 0, to: there.length, insert: text } })
}

function fresh(doc: string, latest: Latest): EditorState {
  const around: Around = {
    writing: () => latest.current.writing(),
    changed: (text) => latest.current.changed(text),
    moved: (line, text, column) => latest.current.moved(line, text, column),
    shown: (found) => latest.current.shown(found),
    label: latest.current.file,
    phrases: latest.current.phrases,
  }
  return EditorState.create({ doc, extensions: setUp(around) })
}

/** Places count from 1; the mark ends with the word or, in a formula, with the line. */
function diagnosticOf(view: EditorView, one: Complaint, language: 'zh' | 'en'): Diagnostic {
  const { doc } = view.state
  const line = doc.line(Math.min(Math.max(one.line, 1), doc.lines))
  const from = Math.min(line.from + one.column - 1, line.to)
  const word = /^[^\s,}\]]+/.exec(line.text.slice(from - line.from))?.[0].length ?? 0
  const said = [one.cite, one.says[language], one.suggestion?.[language]].filter(Boolean).join(' ')
  return { from, to: Math.max(from, from + word), severity: one.level, message: said }
}
