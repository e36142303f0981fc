import { hash, verify } from '@node-rs/argon2'

// OWASP's minimum for argon2id: 19 MiB, 2 passes, 1 lane; about 15 ms.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** The argon2id hash of a password in the PHC string form, salt included. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), COST)
}

/**
 * Whether the password is the one hashed. Without a hash (nobody has that login) it does the same
 * work against one of nobody's, so that the time taken tells nothing.
 */
export async function isPassword(hashed: string | null, password: string): Promise<boolean> {
  const isRight = await verify(hashed ?? (await nobodysHash), password.normalize('NFKC'))
  return isRight && hashed !== null
}

const nobodysHash = hashPassword('a password of nobody')
