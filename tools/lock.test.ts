import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { addressesIn, completed, type Lock, missingFrom } from './lock.ts'

const committed = async (): Promise<Lock> =>
  JSON.parse(await readFile(new URL('../package-lock.json', import.meta.url), 'utf8'))

test('the lock holds every package of Linux, macOS and Windows, so that npm ci takes it', async () => {
  expect(missingFrom(await committed())).toEqual([])
})

test('the lock names no registry', async () => {
  expect(addressesIn(await committed())).toEqual([])
})

test('every version of the workspaces is exact', async () => {
  const { packages } = await committed()
  const own = ['', 'policy', 'server', 'web'].map((path) => packages[path])
  const wished = own.flatMap((one) =>
    Object.entries({ ...one?.dependencies, ...one?.optionalDependencies }),
  )
  expect(wished.filter(([, range]) => !/^\d+\.\d+\.\d+/.test(range))).toEqual([])
})

test('a package is found in the nearest folder above, as Node finds it', () => {
  const lock: Lock = {
    packages: {
      '': { dependencies: { a: '1.0.0' } },
      'node_modules/a': { dependencies: { b: '1.0.0', c: '1.0.0' } },
      'node_modules/a/node_modules/b': {},
      'node_modules/c': {},
    },
  }
  expect(missingFrom(lock)).toEqual([])
})

test('a missing platform package is entered with the platform its name says', () => {
  const lock: Lock = {
    packages: {
      'node_modules/x': { optionalDependencies: { '@x/linux-arm64-musl': '2.0.0' } },
    },
  }
  expect(completed(lock).packages['node_modules/@x/linux-arm64-musl']).toEqual({
    version: '2.0.0',
    optional: true,
    os: ['linux'],
    cpu: ['arm64'],
    libc: ['musl'],
  })
})
