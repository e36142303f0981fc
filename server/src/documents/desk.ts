export type DocumentsConfig = {
  /** Where content lies, by hash; outside the web root. Made when it is not there. */
  readonly directory: string
  /** What a certificate's QR points at, before the number: `https://…/verify/`. */
  readonly verifyAt: string
  /** Demo documents carry a discreet 演示 mark. */
  readonly demo: boolean
}

/** Opens the product's one document store; the rooms above call it by their transaction. */
export async function openDocuments(config: DocumentsConfig): Promise<{ close(): Promise<void> }> {
  throw new Error(`not built yet: ${config.directory}`)
}
