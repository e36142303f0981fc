/**
 * The statements of an SQL file, one text each, without their semicolons: strings, quoted names,
 * dollar quotes and comments are stepped over. What consists of comments only is left out.
 */
export function splitStatements(file: string): string[] {
  const statements: string[] = []
  let start = 0
  let at = 0
  while (at < file.length) {
    const token = tokenAt(file, at)
    if (token === ';') {
      statements.push(file.slice(start, at))
      start = at + 1
    }
    at += token.length
  }
  statements.push(file.slice(start))
  return statements.map((one) => one.trim()).filter(saysSomething)
}

/** Anything inside which a semicolon does not end a statement, else one character. */
const TOKENS = [
  /--[^\n]*/y,
  /\/\*[\s\S]*?\*\//y,
  /'(?:[^']|'')*'/y,
  /"(?:[^"]|"")*"/y,
  /\$([A-Za-z_]*)\$[\s\S]*?\$\1\$/y,
]

function tokenAt(file: string, at: number): string {
  for (const token of TOKENS) {
    token.lastIndex = at
    const found = token.exec(file)
    if (found) return found[0]
  }
  return file.charAt(at)
}

function saysSomething(statement: string): boolean {
  return statement.replaceAll(/--[^\n]*|\/\*[\s\S]*?\*\//g, '').trim() !== ''
}
