import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sha256 } from '../kernel/index.ts'
import { openStorage } from './storage.ts'

const bytes = Buffer.from('内容')
const hash = sha256(bytes)
let directory = ''

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'banfa-storage-'))
})
afterEach(() => rm(directory, { recursive: true }))

const shelf = () => readdir(join(directory, hash.slice(0, 2)))

describe('stored content', () => {
  test('lies under its hash, once, and nothing half written is left', async () => {
    const storage = await openStorage(directory)
    const hashes = await Promise.all([storage.put(bytes), storage.put(bytes), storage.put(bytes)])
    expect(hashes).toEqual([hash, hash, hash])
    expect(await shelf()).toEqual([hash])
    expect(await readdir(join(directory, 'incoming'))).toEqual([])
    expect(await storage.get(hash)).toEqual(bytes)
  })

  test('that was changed on the disk is not given out, and heals when it is stored again', async () => {
    const storage = await openStorage(directory)
    await storage.put(bytes)
    await writeFile(join(directory, hash.slice(0, 2), hash), '改过的内容')
    expect(await storage.get(hash)).toBeNull()
    await storage.put(bytes)
    expect(await storage.get(hash)).toEqual(bytes)
  })

  test('is found by a hash and by nothing else', async () => {
    const storage = await openStorage(directory)
    expect(await storage.get('0'.repeat(64))).toBeNull()
    for (const name of ['../../etc/passwd', '', `${hash}/..`]) {
      await expect(storage.get(name)).rejects.toThrow('sha-256')
    }
  })

  test('is gone when the disk refuses, and the caller is told', async () => {
    const storage = await openStorage(directory)
    await rm(join(directory, 'incoming'), { recursive: true })
    await expect(storage.put(bytes)).rejects.toThrow('ENOENT')
    expect(await storage.get(hash)).toBeNull()
  })
})
