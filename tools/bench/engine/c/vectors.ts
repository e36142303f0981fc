import { spawnSync } from 'node:child_process'
import { mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { answersFor, runner } from '../../../../policy/src/bulk.ts'
import { machineFor } from '../../../../policy/src/columns/machine.ts'
import { lower } from '../../../../policy/src/one-case.ts'
import type { Program } from '../../../../policy/src/run.ts'
import { ASKED, enterprises } from '../w1/data.ts'
import { BLOCK, emitC, type Source } from './emit.ts'

const FLAGS = ['-O3', '-march=native', '-fno-math-errno', '-fno-trapping-math', '-w']

/** Our columns beside vectorised C of the same plan, one core, same rows, by turns: milliseconds. */
export type Vectors = {
  readonly c: number
  readonly columns: number
  readonly share: number
  readonly differ: string
}

/** Null where there is no gcc. */
export function besideC(program: Program, rows: number, rounds: number): Vectors | null {
  if (spawnSync('gcc', ['--version']).status !== 0) return null
  const columns = enterprises(program, { rows, seed: 11 })
  const plan = lower(program)
  const answers = answersFor(plan, { rows, keep: 'services' })
  const run = runner(plan, { columns, answers, asked: { on: ASKED } })
  run(0, rows)
  const machine = machineFor(plan, columns, { on: ASKED })
  const folder = mkdtempSync(join(tmpdir(), 'banfa-c-'))
  try {
    const source = emitC(plan, columns, machine.parameters)
    const tests = machine.tests.map(
      (test, at) => `static const int T${at}[] = {${[...test].join(', ')}};`,
    )
    const ask = built(folder, { source, tests, rows })
    const taken = Array.from({ length: rounds }, () => {
      const began = performance.now()
      run(0, rows)
      return { columns: performance.now() - began, c: ask() }
    })
    const median = (of: 'c' | 'columns') =>
      taken.map((one) => one[of]).toSorted((a, b) => a - b)[rounds >> 1] ?? Number.NaN
    const [c, own] = [median('c'), median('columns')]
    const theirs = new Int32Array(new Uint8Array(readFileSync(join(folder, 'words'))).buffer)
    const others = theirs.filter((word, row) => word !== answers.words[0]?.[row]).length
    return { c, columns: own, share: c / own, differ: `${others} of ${rows} rows` }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

type Building = {
  readonly source: Source
  readonly tests: readonly string[]
  readonly rows: number
}

/** Compiles it and lays the columns out; what comes back runs it a few times and takes the median. */
function built(folder: string, { source, tests, rows }: Building): () => number {
  const { parts, size, input } = source.places
  const file = join(folder, 'columns')
  const open = openSync(file, 'w')
  for (const { at, of } of parts) {
    writeSync(open, new Uint8Array(of.buffer, of.byteOffset, of.byteLength), 0, of.byteLength, at)
  }
  const main = join(folder, 'main.c')
  const words = join(folder, 'words')
  writeFileSync(main, [HEAD, ...tests, source.text, tail(size, input, rows)].join('\n'))
  const made = spawnSync('gcc', [...FLAGS, '-o', join(folder, 'main'), main, '-lm'])
  if (made.status !== 0) throw new Error(String(made.stderr))
  return () => Number(spawnSync(join(folder, 'main'), [file, words]).stdout)
}

const HEAD = `#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
static inline double order(double difference, double a, double b, double c, double d) {
  const double p = a * d, q = c * b;
  return (p - q) + (__builtin_fma(a, d, -p) - __builtin_fma(c, b, -q));
}`

const tail = (size: number, input: number, rows: number) => `
static int later(const void *a, const void *b) { return *(double *)a < *(double *)b ? -1 : 1; }
int main(int count, char **names) {
  char *base = aligned_alloc(64, ${Math.ceil(size / 64) * 64}L);
  FILE *from = fopen(names[1], "rb");
  if (!from || fread(base, 1, ${input}L, from) == 0) return 1;
  double taken[7];
  for (int round = -2; round < 7; round++) {
    struct timespec start, end;
    clock_gettime(CLOCK_MONOTONIC, &start);
    for (int at = 0; at < ${rows}; at += ${BLOCK}) block(base, at, at + ${BLOCK} < ${rows} ? at + ${BLOCK} : ${rows});
    clock_gettime(CLOCK_MONOTONIC, &end);
    if (round >= 0) taken[round] = (end.tv_sec - start.tv_sec) * 1e3 + (end.tv_nsec - start.tv_nsec) / 1e6;
  }
  qsort(taken, 7, sizeof(double), later);
  printf("%f", taken[3]);
  FILE *to = fopen(names[2], "wb");
  fwrite(base + ${input}L, 4, ${rows}, to);
  return 0;
}`
