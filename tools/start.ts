import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildWeb } from './build-web.ts'
import { root } from './run.ts'

/** `npm start`: the demo, with pages as current as the sources. */
if (!(await buildWeb())) process.exit(1)
const given = process.argv.slice(2)
const words = given.length > 0 ? given : ['demo']
const product = spawn(process.execPath, [join(root, 'server/bin/banfa.mjs'), ...words], {
  stdio: 'inherit',
})

// Ctrl-C reaches the product by itself; it stops in its own order and we leave after it.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => product.kill('SIGTERM'))
product.on('exit', (code) => process.exit(code ?? 1))
