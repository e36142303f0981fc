import type { Words } from './words.ts'

/** What fills the holes of a sentence; `Words` are filled in by the language of the sentence. */
export type RefusalParams = Readonly<Record<string, string | number | readonly string[] | Words>>

/**
 * An expected no: coded, for the person who must act. The sentence is in the room's catalogue; the
 * HTTP status derives from the code's ending in the http room. Everything else that is thrown is a
 * fault and is not caught.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: string
  readonly params: RefusalParams
  /** The article, `第7条(四)`, where one says no. */
  readonly cite: string | null
  /** Names of the input fields that are wrong; empty when the no is not about a field. */
  readonly fields: readonly string[]
  /** What is wrong with each place of a text that was handed in; empty otherwise. */
  readonly told: readonly Told[]
  /** A next step that only this case knows; otherwise the catalogue's. */
  readonly next: Words | null

  constructor(code: string, params: RefusalParams, about: RefusalAbout) {
    super(`${code} ${JSON.stringify(params)}`)
    this.code = code
    this.params = params
    this.cite = about.cite ?? null
    this.fields = typeof about.field === 'string' ? [about.field] : (about.field ?? [])
    this.told = about.told ?? []
    this.next = about.next ?? null
  }
}

/** A place of a text, `conditions/size.yaml:12 第7条(二)`, and what is wrong there. */
export type Told = { readonly field: string; readonly says: Words }

export type RefusalAbout = {
  readonly told?: readonly Told[]
  readonly cite?: string | null
  readonly field?: string | readonly string[]
  readonly next?: Words
}

/** Throws a Refusal. The code is `room.what-is-wrong`; its last word decides the HTTP status. */
export function refusal(code: string, params: RefusalParams = {}, about: RefusalAbout = {}): never {
  throw new Refusal(code, params, about)
}

/** What happened, why (the rule), and what to do now; `{name}` stands for a parameter. */
export type RefusalSentences = { readonly what: Words; readonly why: Words; readonly next: Words }

/** A room's refusals by code. */
export type RefusalCatalogue = Readonly<Record<string, RefusalSentences>>

export type ExplainedRefusal = RefusalSentences & {
  readonly code: string
  readonly cite: string | null
  readonly fields: readonly string[]
}

/** The sentences of a refusal with its parameters filled in; a code no catalogue knows is a fault. */
export function explainRefusal(refused: Refusal, catalogue: RefusalCatalogue): ExplainedRefusal {
  const sentences = catalogue[refused.code]
  if (!sentences) throw new Error(`no sentence for refusal ${refused.code}`)
  return {
    code: refused.code,
    cite: refused.cite,
    fields: refused.fields,
    what: fillWords(sentences.what, refused.params),
    why: fillWords(sentences.why, refused.params),
    next: refused.next ?? fillWords(sentences.next, refused.params),
  }
}

function fillWords(words: Words, params: RefusalParams): Words {
  return { zh: fill(words, params, 'zh'), en: fill(words, params, 'en') }
}

const BETWEEN = { zh: '、', en: ', ' }

function fill(words: Words, params: RefusalParams, language: 'zh' | 'en'): string {
  return words[language].replaceAll(/\{([a-zA-Z]+)\}/g, (hole, name: string) => {
    const value = params[name]
    if (value === undefined) return hole
    if (typeof value !== 'object') return String(value)
    return 'zh' in value ? value[language] : value.join(BETWEEN[language])
  })
}
