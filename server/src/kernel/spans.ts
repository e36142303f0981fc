import { SpanStatusCode, trace } from '@opentelemetry/api'
import { Refusal } from './refusals.ts'

const tracer = trace.getTracer('banfa')

/**
 * Does a piece of work in a span of OpenTelemetry. Without an SDK loaded by the operator
 * (`node --import`) the interface does nothing, so traces are off by default. A span says what was
 * done and what kind of problem there was, never whom it was about: messages of errors have names,
 * numbers and answers in them.
 * @param name a route of the contract or `job …`
 */
export function inSpan<Answer>(name: string, work: () => Promise<Answer>): Promise<Answer> {
  return tracer.startActiveSpan(name, async (span) => {
    try {
      return await work()
    } catch (error) {
      if (error instanceof Refusal) span.setAttribute('banfa.refusal', error.code)
      else {
        span.setAttribute('error.type', error instanceof Error ? error.name : typeof error)
        span.setStatus({ code: SpanStatusCode.ERROR })
      }
      throw error
    } finally {
      span.end()
    }
  })
}
