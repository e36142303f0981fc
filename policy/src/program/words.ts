/** A text in the language of the document and its complete English counterpart. */
export type Words = { readonly zh: string; readonly en: string }

export type Language = 'zh' | 'en'
