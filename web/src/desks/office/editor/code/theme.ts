import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

/** Paper and ink as on every page; both themes follow from the same variables. */
const look = EditorView.theme({
  '&': { height: '100%', color: 'var(--ink)', background: 'var(--sheet)', fontSize: '13px' },
  // The frame around it shows the focus: here the gutter would cover it.
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono), var(--sans)', lineHeight: '1.65' },
  '.cm-content': { padding: '8px 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 12px 0 8px' },
  '.cm-cursor': { borderLeft: '2px solid var(--ink)' },
  '.cm-gutters': { background: 'var(--sheet)', color: 'var(--ink-3)', border: '0' },
  '.cm-lineNumbers .cm-gutterElement': { padding: '0 8px 0 12px', minWidth: '32px' },
  '.cm-activeLine': { background: 'color-mix(in srgb, var(--sunken) 60%, transparent)' },
  '.cm-activeLineGutter': { background: 'var(--sunken)', color: 'var(--ink)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground':
    { background: 'color-mix(in srgb, var(--link) 22%, transparent)' },
  '.cm-tooltip': {
    maxWidth: '440px',
    color: 'var(--ink)',
    background: 'var(--sheet)',
    border: '1px solid var(--line-strong)',
    borderRadius: 'var(--radius)',
    boxShadow: 'var(--shadow)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'inherit', maxHeight: '260px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    display: 'flex',
    gap: '12px',
    justifyContent: 'space-between',
    padding: '2px 8px',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    background: 'var(--link)',
    color: 'var(--paper)',
  },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '600' },
  '.cm-completionDetail': {
    maxWidth: '240px',
    margin: '0',
    overflow: 'hidden',
    fontStyle: 'normal',
    fontFamily: 'var(--sans)',
    color: 'var(--ink-3)',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  'li[aria-selected] .cm-completionDetail': { color: 'inherit' },
  '.cm-panels': { color: 'var(--ink)', background: 'var(--sunken)', fontFamily: 'var(--sans)' },
  '.cm-panels-top': { borderBottom: '1px solid var(--line-strong)' },
  '.cm-panel.cm-search': { padding: '6px 10px', fontSize: '13px' },
  '.cm-panel.cm-search label': { fontSize: '13px' },
  '.cm-textfield': {
    color: 'var(--ink)',
    background: 'var(--sheet)',
    border: '1px solid var(--line-strong)',
    fontSize: '13px',
  },
  '.cm-button': {
    color: 'var(--ink)',
    background: 'var(--sheet)',
    backgroundImage: 'none',
    border: '1px solid var(--line-strong)',
  },
  '.cm-panel.cm-search [name=close]': { color: 'var(--ink-2)', fontSize: '18px' },
  '.cm-searchMatch': { background: 'var(--unknown-soft)' },
  '.cm-searchMatch-selected': { outline: '1px solid var(--unknown)' },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    borderBottom: '2px solid var(--not-met)',
    background: 'var(--not-met-soft)',
  },
  '.cm-lintRange-warning': { backgroundImage: 'none', borderBottom: '2px dotted var(--unknown)' },
  '.cm-diagnostic': { padding: '6px 10px', border: '0', fontFamily: 'var(--sans)' },
  '.cm-known': { padding: '8px 12px', fontFamily: 'var(--sans)', lineHeight: '1.6' },
  '.cm-known b': { display: 'block', fontFamily: 'var(--song)' },
  '.cm-known p': { margin: '2px 0 0', whiteSpace: 'pre-line' },
  '.cm-known .quiet': { color: 'var(--ink-2)' },
  '.cm-f-number': { color: 'var(--person)' },
  '.cm-f-word': { fontWeight: '600' },
  '.cm-f-function': { color: 'var(--link)' },
  '.cm-f-name': { color: 'var(--met)' },
})

const colours = HighlightStyle.define([
  { tag: [tags.definition(tags.propertyName), tags.propertyName], color: 'var(--link)' },
  { tag: tags.comment, color: 'var(--ink-3)' },
  { tag: [tags.string, tags.attributeValue], color: 'var(--unknown)' },
  {
    tag: [tags.separator, tags.punctuation, tags.squareBracket, tags.brace],
    color: 'var(--ink-3)',
  },
])

export const theme = [look, syntaxHighlighting(colours)]
