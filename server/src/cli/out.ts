/** Whether a command answers people or programs; `--json` prints one JSON value and nothing else. */
export type Out = { readonly json: boolean }

/** Prints the answer: `json` as it is for programs, else the lines for people. */
export function print(
  out: Out,
  answer: { readonly json: unknown; readonly lines: readonly string[] },
): void {
  console.log(out.json ? JSON.stringify(answer.json, null, 2) : answer.lines.join('\n'))
}

/** Says what went wrong on standard error (or as JSON on standard output) and sets the exit code. */
export function fail(
  out: Out,
  answer: { readonly json: unknown; readonly lines: readonly string[] },
): void {
  if (out.json) console.log(JSON.stringify(answer.json, null, 2))
  else console.error(answer.lines.join('\n'))
  process.exitCode = 1
}
