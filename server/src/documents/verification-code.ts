import QRCode from 'qrcode'

/** Where anybody can ask about a number. */
export function addressOf(verifyAt: string, number: string): string {
  return `${verifyAt}${encodeURIComponent(number)}`
}

/** A QR as SVG without a margin; low correction keeps its modules coarse in the space it has. */
export function codeOf(text: string): Promise<string> {
  return QRCode.toString(text, { type: 'svg', margin: 0, errorCorrectionLevel: 'L' })
}
