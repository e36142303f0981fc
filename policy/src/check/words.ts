/** Words without their place in the text: what goes into a program. */
export function plain({ zh, en }: { readonly zh: string; readonly en: string }) {
  return { zh, en }
}
