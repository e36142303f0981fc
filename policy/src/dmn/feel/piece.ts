/** How tightly a FEEL text binds; what binds more loosely is bracketed inside what binds tighter. */
export const LEVEL = { atom: 0, product: 1, sum: 2, compare: 3, and: 4, or: 5, open: 6 } as const

/** A FEEL text; `sure` when it can never be null. */
export type Piece = {
  readonly text: string
  readonly level: number
  readonly sure: boolean
  /** It can be “does not apply”. */
  readonly na?: boolean
}

/** FEEL has no word for what does not apply; it is this text in place of a number, a day, a flag. */
export const NOT_APPLYING = '"不适用"'

export function atom(text: string, sure = false): Piece {
  return { text, level: LEVEL.atom, sure }
}

/** A text in whose place its guard against null already stands. */
export function open(text: string): Piece {
  return { text, level: LEVEL.open, sure: false }
}

/** The text as it stands under an operator of that level. */
export function under(level: number, piece: Piece): string {
  return piece.level < level ? piece.text : `(${piece.text})`
}

/** Both sides of an operator; equal levels are bracketed, so that nothing rests on reading order. */
export function joined(level: number, sign: string, pieces: readonly Piece[]): Piece {
  const [only] = pieces
  if (only && pieces.length === 1) return only
  const text = pieces.map((one) => under(level, one)).join(` ${sign} `)
  return { text, level, sure: pieces.every(({ sure }) => sure) && level !== LEVEL.product }
}

export function called(name: string, parts: readonly Piece[]): Piece {
  return atom(`${name}(${parts.map(({ text }) => text).join(', ')})`)
}

/** `if … then … else …`, of which no branch is taken while the question is null. */
export function chosen(when: Piece, gives: Piece, otherwise: Piece): Piece {
  if (when.text === 'true') return gives
  const chain = open(`if ${when.text} then ${under(LEVEL.open, gives)} else ${tail(otherwise)}`)
  return when.sure ? chain : open(`if ${isNull(when).text} then null else ${chain.text}`)
}

/** `else if` needs no bracket. */
function tail(piece: Piece): string {
  return piece.text.startsWith('if ') && piece.level === LEVEL.open
    ? piece.text
    : under(LEVEL.open, piece)
}

export function isNull(piece: Piece): Piece {
  return { text: `${under(LEVEL.compare, piece)} = null`, level: LEVEL.compare, sure: true }
}

/** The text, or null while one of the pieces it works with is. */
export function whenKnown(pieces: readonly Piece[], then: Piece): Piece {
  const doubtful = pieces.filter(({ sure }) => !sure).map(isNull)
  if (doubtful.length === 0) return then
  return open(`if ${joined(LEVEL.or, 'or', unique(doubtful)).text} then null else ${tail(then)}`)
}

/** The text, or what stands for it where one of the pieces does not apply. */
export function whenApplying(pieces: readonly Piece[], otherwise: string, then: Piece): Piece {
  const doubtful = pieces.filter(({ na }) => na).map(isNotApplying)
  if (doubtful.length === 0) return then
  const holds = joined(LEVEL.or, 'or', unique(doubtful)).text
  return { ...open(`if ${holds} then ${otherwise} else ${tail(then)}`), sure: then.sure }
}

export function isNotApplying(piece: Piece): Piece {
  const text = `${under(LEVEL.compare, piece)} = ${NOT_APPLYING}`
  return { text, level: LEVEL.compare, sure: true }
}

function unique(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.filter(({ text }, at) => pieces.findIndex((one) => one.text === text) === at)
}

export function quoted(text: string): Piece {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
  return atom(`"${escaped}"`, true)
}
