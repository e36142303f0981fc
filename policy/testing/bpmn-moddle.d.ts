/** What the tests use of bpmn-moddle, which brings no types. */
declare module 'bpmn-moddle' {
  type Root = { readonly get: (name: string) => unknown }
  type Read = {
    readonly rootElement: Root
    readonly warnings: readonly { readonly message: string }[]
  }
  export class BpmnModdle {
    fromXML(xml: string): Promise<Read>
  }
}
