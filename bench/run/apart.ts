import { fork } from 'node:child_process'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

// Parts of a bench that need a memory or a processor of their own run in a child process: one question, one answer.

interface Answer {
  answer?: unknown
  error?: string
}

/**
 * Runs `file` in a process of its own with `input` and waits for what its `answerParent` gives back.
 * @throws Error with the child's message when it failed or ended without an answer
 */
export async function runApart<T>(file: URL, input: unknown): Promise<T> {
  const path = fileURLToPath(file)
  const child = fork(path, {
    // The bench itself was started like Jawort, and so are its parts.
    execArgv: profiled(process.execArgv, basename(path, '.ts')),
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const answer = await new Promise<Answer>((resolve) => {
    child.once('message', (message) => resolve(message as Answer))
    child.once('error', (error) => resolve({ error: error.message }))
    child.once('exit', (code, signal) => resolve({ error: `ended with ${signal ?? code} and no answer` }))
    child.send({ input })
  })
  if (child.connected) child.disconnect()
  await ended
  if (answer.error !== undefined) throw new Error(`${basename(path)}: ${answer.error}`)
  return answer.answer as T
}

/** In the child: answers the one question it was started for, then ends. */
export function answerParent<I, O>(work: (input: I) => Promise<O>): void {
  // Whoever asked hangs up once it has the answer, or is gone and needs none.
  process.once('disconnect', () => process.exit(0))
  process.once('message', async (message) => {
    let answer: Answer
    try {
      answer = { answer: await work((message as { input: I }).input) }
    } catch (error) {
      answer = { error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
    }
    process.send?.(answer)
  })
}

/** CPU profiles of each part go to a folder of its own. */
function profiled(execArgv: readonly string[], part: string): string[] {
  return execArgv.map((argument) => {
    const [name, folder] = argument.split('=')
    return name === '--cpu-prof-dir' && folder ? `${name}=${join(dirname(folder), part)}` : argument
  })
}
