import { type Attributes, type Span, type SpanStatus, trace } from '@opentelemetry/api'

export type SpanSeen = { readonly name: string; readonly said: unknown[]; isEnded: boolean }

/** What an operator's SDK would export, kept in memory; a process gets its provider once. */
const seen: SpanSeen[] = []

export function keepSpans(): readonly SpanSeen[] {
  seen.length = 0
  const startSpan = (name: string, options: object = {}): Span => {
    const one: SpanSeen = { name, said: [options], isEnded: false }
    seen.push(one)
    const say = (...said: unknown[]) => {
      one.said.push(said)
      return span
    }
    const span: Span = {
      spanContext: () => ({ traceId: '1'.repeat(32), spanId: '1'.repeat(16), traceFlags: 1 }),
      setAttribute: (key, value) => say(key, value),
      setAttributes: (attributes: Attributes) => say(attributes),
      addEvent: (event, ...more) => say(event, ...more),
      addLink: (link) => say(link),
      addLinks: (links) => say(links),
      setStatus: (status: SpanStatus) => say(status),
      updateName: (other) => say(other),
      isRecording: () => true,
      recordException: (exception) => void say(String(exception)),
      end: () => {
        one.isEnded = true
      },
    }
    return span
  }
  type Work = (span: Span) => unknown
  const startActiveSpan = (name: string, ...rest: unknown[]) =>
    (rest.at(-1) as Work)(startSpan(name))
  trace.setGlobalTracerProvider({
    getTracer: () => ({ startSpan, startActiveSpan: startActiveSpan as never }),
  })
  return seen
}
