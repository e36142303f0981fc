/** What a scanner says of bytes; `found` names what it recognised. */
export type Scanned = { readonly clean: true } | { readonly clean: false; readonly found: string }

/** Looks for malicious content. Another product than ClamAV is another implementation of this. */
export interface Scanner {
  /** @throws ScannerAway when it cannot say: then nothing has passed. */
  scan(bytes: Uint8Array): Promise<Scanned>
}

/** The scanner does not answer, or not in a way that can be believed. */
export class ScannerAway extends Error {}
