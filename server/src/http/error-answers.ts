import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { Refusal } from '../kernel/index.ts'
import { catalogue } from './catalogue.ts'
import { outageOf } from './operation/outage.ts'
import { answerFault, answerMisfit, answerRefusal, type Refused } from './refusal-answer.ts'

/** Every refusal, misfit and fault of the product leaves through here, in one shape. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler(sendError)
}

export function sendError(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  const { status, body } = answerTo(error, request.id)
  if (status >= 500) request.log.error(error)
  return reply.status(status).type('application/json').send(JSON.stringify(body))
}

function answerTo(error: FastifyError, trace: string): Refused {
  if (error instanceof Refusal) return answerRefusal(error, catalogue)
  if (hasZodFastifySchemaValidationErrors(error)) {
    return answerMisfit(
      error.validationContext ?? 'body',
      error.validation.map((issue) => ({
        path: issue.instancePath.split('/').filter(Boolean),
        message: issue.message ?? 'misfit',
      })),
    )
  }
  const outage = outageOf(error)
  if (outage) return answerRefusal(new Refusal(outage, {}, {}), catalogue)
  const status = error.statusCode ?? 500
  if (status >= 400 && status < 500)
    return { ...answerMisfit('body', [{ path: [], message: error.message }]), status }
  return answerFault(trace)
}
