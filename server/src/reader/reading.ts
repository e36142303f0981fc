/**
 * Where something stands: the line of a text, Markdown or HTML file, the paragraph of a docx
 * counted from 1; the page where the document shows its pages.
 */
export type Place = { readonly line: number; readonly page: number | null }

export type Format = 'text' | 'markdown' | 'html' | 'docx'

export type Heading = {
  readonly kind: 'heading'
  readonly level: number
  readonly text: string
  readonly place: Place
}

export type Paragraph = { readonly kind: 'paragraph'; readonly text: string; readonly place: Place }

export type Row = { readonly cells: readonly string[]; readonly place: Place }

/** A table with its first row as header. */
export type Table = {
  readonly kind: 'table'
  readonly header: Row
  readonly rows: readonly Row[]
  readonly place: Place
}

/** A paragraph as the file has it, before cleaning: blank lines before it, spaces at its start. */
export type Loose = Paragraph & { readonly gap: number; readonly indent: number }

export type Block = Heading | Loose | Table

export type Dirt =
  | 'bookmark'
  | 'page-number'
  | 'running-head'
  | 'repeated-header'
  | 'comment'
  | 'script'
  | 'metadata'
  | 'image'

/** Something that stands in the file and not in the reading, and why. */
export type Removed = { readonly text: string; readonly why: Dirt; readonly place: Place }

/** Two pieces read as one sentence, because a line or page broke it. */
export type Joined = { readonly place: Place; readonly with: Place }

export type DoubtCode =
  | 'no-title'
  | 'no-issuer'
  | 'number-missing'
  | 'number-again'
  | 'number-style'
  | 'numbered-by-the-program'
  | 'row-length'
  | 'merged-cells'

/** What the reader could not be sure of, for a person to look at. */
export type Doubt = { readonly code: DoubtCode; readonly place: Place; readonly about: string }

export type SectionKind =
  | 'part'
  | 'chapter'
  | 'subchapter'
  | 'article'
  | 'heading'
  | 'item'
  | 'box'
  | 'annex'

/**
 * A numbered piece of the document. `label` is its number as printed, `address` its way from the
 * top with half-width brackets (`第7条(四)`, `三、(四)1.`), `title` its heading if it has one.
 */
export type Section = {
  readonly kind: SectionKind
  readonly label: string
  readonly number: number | null
  readonly address: string
  readonly title: string | null
  readonly content: readonly Content[]
  readonly place: Place
}

export type Content = Paragraph | Table | Section

export type Reading = {
  readonly file: string
  /** Of the file's bytes. */
  readonly sha256: string
  readonly format: Format
  readonly encoding: string
  readonly title: string | null
  /** The notice that the document came with, 关于印发…的通知. */
  readonly notice: string | null
  /** 征求意见稿 and the like, as printed; null where the document says nothing of the kind. */
  readonly draft: string | null
  readonly issuer: string | null
  /** The day under the issuer's name, as printed. */
  readonly issued: string | null
  readonly content: readonly Content[]
  readonly removed: readonly Removed[]
  readonly joined: readonly Joined[]
  readonly doubts: readonly Doubt[]
}

/** What a file is made of, before it is cleaned and put in order. */
export type Pieces = {
  readonly blocks: readonly Block[]
  readonly removed: readonly Removed[]
  readonly doubts: readonly Doubt[]
}
