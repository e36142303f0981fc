import QRCode from 'qrcode'
import { theDesk } from './desk.ts'

/** Where anybody can ask about a number. */
export function addressOf(verifyAt: string, number: string): string {
  return `${verifyAt}${encodeURIComponent(number)}`
}

/** The QR of a certificate's verification address, as SVG without a margin. */
export async function verificationCode(number: string): Promise<string> {
  const address = addressOf(theDesk().config.verifyAt, number)
  return QRCode.toString(address, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' })
}
