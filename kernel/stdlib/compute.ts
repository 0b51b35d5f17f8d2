import * as z from "zod/mini";
import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import { callback } from "../boundary/endpoint.ts";
import { type Answers, trusted } from "../boundary/rule.ts";
import type { Run } from "../runtime/run.ts";
import type { WorkerLike } from "../workers/running-worker.ts";
import { WorkerPool } from "../workers/worker-pool.ts";
import type { FunctionApi } from "./function-api.ts";

const texts = messages("stdlib", {
  notFunction: {
    en: "`compute` takes a function first, then its inputs.",
    zh: "`compute` 的第一个参数是函数，其后是该函数的输入。",
  },
  nativeFunction: {
    en: "`compute` takes a function written in the notebook; a built-in one has no source to send.",
    zh: "`compute` 需要写在笔记本中的函数；内置函数没有可发送的源代码。",
  },
  unsendableResult: {
    en: "The result of `compute` cannot be sent back: return plain data.",
    zh: "`compute` 的结果无法传回：请返回普通数据。",
  },
  unsendableInput: {
    en: "An input of `compute` cannot be sent to a worker ({message}). Send plain data.",
    zh: "`compute` 的一项输入无法发送给计算进程（{message}）。请发送普通数据。",
  },
});

/** The last argument of a function in a worker. */
export interface ComputeContext {
  /** Reports progress: a fraction from 0 to 1, and the current step. */
  progress(fraction: number | null, message?: string): void;
}

/** Runs a function of the author in a worker of the frame, and returns its result. */
export type Compute = <Inputs extends unknown[], Result>(
  fn: (...inputs: [...Inputs, ComputeContext]) => Result | Promise<Result>,
  ...inputs: Inputs
) => Promise<Awaited<Result>>;

/** Thrown for values that cannot be sent to or from a worker. */
export class ComputeInputError extends Fault {
  override name = "ComputeInputError";
}

/** Workers that run functions of the author, for all notebooks of a frame. */
export type FunctionPool = WorkerPool<FunctionApi>;

/** The result of a function is the author's own data; structured cloning makes it safe. */
const functionAnswers: Answers<FunctionApi> = { run: trusted };

/** Validates the progress reported by a function. */
const functionProgress = z.object({ fraction: z.nullable(z.number()), message: z.optional(z.string()) });

/** @param open starts a worker that runs functions */
export function functionPool(open: () => WorkerLike): FunctionPool {
  // At least two, so that a function that never ends does not block all others.
  const size = Math.max(2, Math.min(4, navigator.hardwareConcurrency - 1));
  return new WorkerPool<FunctionApi>(open, { size, answers: functionAnswers, endsAfterFailure: true });
}

/** `compute` of one run. The worker is terminated when the run is ended; otherwise it is reused. */
export function computeOf(run: Run, pool: FunctionPool): Compute {
  return async (fn, ...inputs) => {
    if (typeof fn !== "function") throw new ComputeInputError(texts.notFunction());
    const source = String(fn);
    if (/\[native code\]/.test(source)) {
      throw new ComputeInputError(texts.nativeFunction());
    }
    const progress = callback((given: unknown) => run.progress(functionProgress.parse(given)));
    const result = pool.run((api) => api.run(source, inputs, progress), { signal: endSignal(run) });
    try {
      return (await run.race(result)) as never;
    } catch (error) {
      throw cloneError(error) ?? error;
    }
  };
}

/** A signal that fires when the run is ended. */
function endSignal(run: Run): AbortSignal {
  const end = new AbortController();
  run.race(new Promise<never>(() => {})).catch(() => end.abort());
  return end.signal;
}

/** Comlink's message for a result that cannot be cloned. */
const UNSENDABLE = /^Unserializable return value$/;

/** The error to report if inputs or result cannot be cloned. */
function cloneError(error: unknown): ComputeInputError | undefined {
  // A DOMException is thrown only on this side, by the platform itself.
  if (error instanceof DOMException && error.name === "DataCloneError")
    return new ComputeInputError(texts.unsendableInput({ message: error.message }));
  if (error instanceof Error && UNSENDABLE.test(error.message)) return new ComputeInputError(texts.unsendableResult());
  return undefined;
}
