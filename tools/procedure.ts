import { readFile, writeFile } from 'node:fs/promises'
import { procedureDiagram } from '../policy/src/procedure/fold.ts'

/** Draws docs/procedure.md from the closed table; with --check, fails when it is out of date. */
const path = new URL('../docs/procedure.md', import.meta.url)
const text = `# The stages of a case

Drawn from the closed table of acts (\`policy/src/procedure\`); a pack's route chooses among these acts and cannot add one. Acts that change no stage (assign, judge) are not drawn. While any objection is open the case stays objected.

\`\`\`mermaid
${procedureDiagram()}
\`\`\`
`
if (process.argv.includes('--check')) {
  const committed = await readFile(path, 'utf8').catch(() => '')
  if (committed !== text) {
    console.error('docs/procedure.md is out of date: run `node tools/procedure.ts` and commit it.')
    process.exit(1)
  }
} else {
  await writeFile(path, text)
}
