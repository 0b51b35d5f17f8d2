import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import { callback } from "../boundary/endpoint.ts";
import type { Run } from "../runtime/run.ts";
import type { WorkerLike } from "../workers/running-worker.ts";
import { WorkerPool } from "../workers/worker-pool.ts";
import { functionAnswers, functionProgress } from "./function-answers.ts";
import type { FunctionApi } from "./function-api.ts";

const said = messages("stdlib", {
  notFunction: {
    en: "`compute` takes a function first, then its inputs.",
    zh: "`compute` 的第一个参数是函数，其后是该函数的输入。",
  },
  notOfNotebook: {
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

/** What a function in a worker gets after its inputs. */
export interface ComputeContext {
  /** Tells how far it is: a fraction from 0 to 1 and what it is doing. */
  progress(fraction: number | null, message?: string): void;
}

/** Runs a function of the author in a worker of the frame, and gives its result. */
export type Compute = <Inputs extends unknown[], Result>(
  fn: (...inputs: [...Inputs, ComputeContext]) => Result | Promise<Result>,
  ...inputs: Inputs
) => Promise<Awaited<Result>>;

/** Thrown for what cannot travel to a worker. */
export class ComputeInputError extends Fault {
  override name = "ComputeInputError";
}

/** Workers that run functions of the author, for all notebooks of a frame. */
export type FunctionPool = WorkerPool<FunctionApi>;

/** @param open starts a worker of functions */
export function functionPool(open: () => WorkerLike): FunctionPool {
  // At least two, so that one that never ends does not hold up all others.
  const size = Math.max(2, Math.min(4, navigator.hardwareConcurrency - 1));
  return new WorkerPool<FunctionApi>(open, { size, answers: functionAnswers, endsAfterFailure: true });
}

/** `compute` of one run. The worker ends with the run; otherwise it serves the next call. */
export function computeOf(run: Run, pool: FunctionPool): Compute {
  return async (fn, ...inputs) => {
    if (typeof fn !== "function") throw new ComputeInputError(said.notFunction());
    const source = String(fn);
    if (/\[native code\]/.test(source)) {
      throw new ComputeInputError(said.notOfNotebook());
    }
    const progress = callback((given: unknown) => run.progress(functionProgress.parse(given)));
    const result = pool.run((api) => api.run(source, inputs, progress), { signal: endOf(run) });
    try {
      return (await run.race(result)) as never;
    } catch (error) {
      throw travelError(error) ?? error;
    }
  };
}

/** Fires when the run is ended. What a run that is only superseded has begun may go on. */
function endOf(run: Run): AbortSignal {
  const end = new AbortController();
  run.race(new Promise<never>(() => {})).catch(() => end.abort());
  return end.signal;
}

/** What comlink says of a result that cannot be copied. */
const UNSENDABLE = /^Unserializable return value$/;

/** What is to be said where inputs or result cannot be copied to another realm. */
function travelError(error: unknown): ComputeInputError | undefined {
  // Only what is thrown on this side is the platform's own.
  if (error instanceof DOMException && error.name === "DataCloneError")
    return new ComputeInputError(said.unsendableInput({ message: error.message }));
  if (error instanceof Error && UNSENDABLE.test(error.message)) return new ComputeInputError(said.unsendableResult());
  return undefined;
}
