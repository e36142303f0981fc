/**
 * The address of a provision inside its own measure: `第7条(四)`, `第14条(二)`.
 * Half-width brackets, arabic article numbers, as GLOSSARY.md prints them.
 */
export type Citation = string & { readonly is: 'Citation' }
