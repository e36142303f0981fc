import { evaluate, explain } from '../../policy/src/run.ts'
import { compiledPack } from './program.ts'
import { timed } from './timing.ts'

/** One eligibility check with its whole explanation, in process, over the pack's worked examples. */
export async function benchChecks(times: number) {
  const { program, examples } = await compiledPack()
  const services = [...new Set(examples.map((example) => example.service))]
  const figures = services.map(async (service) => {
    const questions = examples.filter((example) => example.service === service)
    let next = 0
    const check = () => {
      const question = questions[next % questions.length]
      next += 1
      if (question) explain(program, evaluate(program, question), 'zh')
    }
    return [service, await timed(times, check)] as const
  })
  return Object.fromEntries(await Promise.all(figures))
}
