#!/usr/bin/env node
// Node runs the TypeScript sources as they are from 22.18 on. An older Node hands over to the one
// that npm installed beside the product, so that a fresh machine needs nothing else.
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'

const [major, minor] = process.versions.node.split('.').map(Number)

if (major > 22 || (major === 22 && minor >= 18)) {
  await import('../src/main.ts')
} else {
  handOver(pinnedNode())
}

function pinnedNode() {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  try {
    const file = process.platform === 'win32' ? 'node.exe' : 'node'
    return createRequire(import.meta.url).resolve(`${name}/bin/${file}`)
  } catch {
    console.error(
      `Banfa needs Node 22.18 or newer (this is ${process.versions.node}): run \`npm install\` here, or install Node 24.`,
    )
    process.exit(1)
  }
}

function handOver(node) {
  const child = spawn(node, process.argv.slice(1), { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
}
