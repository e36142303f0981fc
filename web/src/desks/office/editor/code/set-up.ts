import {
  autocompletion,
  type CompletionContext,
  type CompletionResult,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { yaml } from '@codemirror/lang-yaml'
import { bracketMatching, indentOnInput, indentUnit } from '@codemirror/language'
import { linter, lintKeymap } from '@codemirror/lint'
import { search, searchKeymap } from '@codemirror/search'
import { EditorState, type Extension } from '@codemirror/state'
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  hoverTooltip,
  keymap,
  lineNumbers,
} from '@codemirror/view'
import { type Offers, offersAt, type Writing } from '../text/complete.ts'
import { type Found, foundAt } from '../text/look-up.ts'
import { formulaMarks } from './formula-marks.ts'
import { theme } from './theme.ts'

/** What the editor asks the page; read anew at each use, so that the view is made once. */
export type Around = {
  readonly writing: () => Omit<Writing, 'text' | 'offset'>
  readonly changed: (text: string) => void
  readonly moved: (line: number, text: string, column: number) => void
  /** What a hover shows of a thing found. */
  readonly shown: (found: Found) => readonly { readonly text: string; readonly quiet: boolean }[]
  readonly label: string
  /** CodeMirror's own words in the reader's language. */
  readonly phrases: Readonly<Record<string, string>>
}

/** Everything a text is edited with. */
export function setUp(around: Around): Extension {
  return [
    lineNumbers(),
    highlightActiveLineGutter(),
    highlightActiveLine(),
    history(),
    drawSelection(),
    indentOnInput(),
    indentUnit.of('  '),
    bracketMatching(),
    closeBrackets(),
    EditorState.tabSize.of(2),
    yaml(),
    formulaMarks,
    search({ top: true }),
    EditorState.phrases.of({ ...around.phrases }),
    linter(null),
    autocompletion({ override: [(context) => completed(context, around)], icons: false }),
    hoverTooltip((view, position) => hovered(view, position, around), { hoverTime: 250 }),
    // Edits are kept as one types: the browser's own saving would only save the page.
    keymap.of([{ key: 'Mod-s', preventDefault: true, run: () => true }]),
    keymap.of([
      ...closeBracketsKeymap,
      ...defaultKeymap,
      ...searchKeymap,
      ...historyKeymap,
      ...completionKeymap,
      ...lintKeymap,
    ]),
    EditorView.contentAttributes.of({
      'aria-label': around.label,
      spellcheck: 'false',
      tabindex: '0',
    }),
    EditorView.updateListener.of(({ docChanged, selectionSet, state, focusChanged }) => {
      if (docChanged) around.changed(state.doc.toString())
      if (!docChanged && !selectionSet && !focusChanged) return
      const { head } = state.selection.main
      const line = state.doc.lineAt(head)
      around.moved(line.number, line.text, head - line.from)
    }),
    theme,
  ]
}

/** Asked for by key, or as soon as something to be completed was begun. */
function completed(context: CompletionContext, around: Around): CompletionResult | null {
  const text = context.state.doc.toString()
  const offers = offersAt({ ...around.writing(), text, offset: context.pos })
  if (!offers || offers.offers.length === 0) return null
  const begun = context.pos > offers.from
  if (!(begun || context.explicit)) return null
  return { from: offers.from, options: optionsOf(offers) }
}

/** Found by the Chinese title as well as by the key: the detail says the other one. */
function optionsOf({ offers }: Offers): CompletionResult['options'] {
  return offers.map(({ label, apply, detail, kind }, at) => ({
    label,
    apply,
    detail,
    type: kind,
    boost: -Math.min(at, 98),
  }))
}

function hovered(view: EditorView, position: number, around: Around) {
  const line = view.state.doc.lineAt(position)
  const found = foundAt(around.writing().outline, line.text, position - line.from)
  if (!found) return null
  return {
    pos: line.from + found.from,
    end: line.from + found.to,
    above: true,
    create: () => ({ dom: cardOf(around.shown(found)) }),
  }
}

function cardOf(lines: ReturnType<Around['shown']>): HTMLElement {
  const card = document.createElement('div')
  card.className = 'cm-known'
  for (const [at, { text, quiet }] of lines.entries()) {
    const line = document.createElement(at === 0 ? 'b' : 'p')
    line.textContent = text
    if (quiet) line.className = 'quiet'
    card.append(line)
  }
  return card
}
