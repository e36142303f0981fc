import type { ReadTx } from '../kernel/index.ts'
import { findCertificate } from './certificate-store.ts'
import type { Verification } from './letter.ts'

/**
 * What a number answers to anyone: valid, revoked (with day and article) or unknown. Brackets and
 * spaces may be typed as a keyboard has them: `离孵[2025]001号` asks for `离孵〔2025〕001号`.
 */
export async function verifyCertificate(tx: ReadTx, number: string): Promise<Verification> {
  const asked = asPrinted(number)
  return (await findCertificate(tx, asked)) ?? { answer: 'unknown', number: asked }
}

function asPrinted(number: string): string {
  return number
    .slice(0, 80)
    .replaceAll(/\s+/gu, '')
    .replaceAll(/[[(（【［]/gu, '〔')
    .replaceAll(/[\])）】］]/gu, '〕')
}
