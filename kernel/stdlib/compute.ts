import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import { guardName } from "../compile/index.ts";
import type { Run } from "../runtime/run.ts";
import type { Progress } from "../runtime/state.ts";
import { trustAll } from "../sandbox/trusted-types.ts";

const said = messages("stdlib", {
  outOfMemory: {
    en: "it ran out of memory, or was ended",
    zh: "内存不足，或已被终止",
  },
  takesFunctionFirstThen: {
    en: "`compute` takes a function first, then its inputs.",
    zh: "`compute` 的第一个参数是函数，其后是该函数的输入。",
  },
  takesFunctionWrittenNotebook: {
    en: "`compute` takes a function written in the notebook; a built-in one has no source to send.",
    zh: "`compute` 需要写在笔记本中的函数；内置函数没有可发送的源代码。",
  },
  unsendableResult: {
    en: "The result of `compute` cannot be sent back: return plain data.",
    zh: "`compute` 的结果无法传回：请返回普通数据。",
  },
  workerStopped: {
    en: "The worker stopped: {message}.",
    zh: "计算进程已停止：{message}。",
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

/** Thrown when the worker ended without an answer. */
export class WorkerStopped extends Fault {
  override name = "WorkerStopped";
}

/** Thrown for what cannot travel to a worker. */
export class ComputeInputError extends Fault {
  override name = "ComputeInputError";
}

/**
 * The worker's program. A classic script: module workers fail in an opaque origin. The function arrives as its source, so
 * it sees its inputs and the language, and nothing of the notebook around it.
 */
const program = `
${trustAll}
const ${guardName} = () => {}; // the loops of the source call it; here the whole worker can be ended
onmessage = async ({data: {source, inputs}}) => {
  const progress = (fraction, message) => postMessage({progress: {fraction, ...(message === undefined ? {} : {message})}});
  try {
    const result = await (0, eval)("(" + source + ")")(...inputs, {progress});
    postMessage({result}, buffersOf(result, []));
  } catch (error) {
    const described = error instanceof Error ? {name: error.name, message: error.message} : {name: "Error", message: String(error)};
    postMessage({error: described});
  }
};
const buffersOf = (value, found) => {
  if (ArrayBuffer.isView(value)) { if (!found.includes(value.buffer)) found.push(value.buffer); }
  else if (value instanceof ArrayBuffer) { if (!found.includes(value)) found.push(value); }
  else if (Array.isArray(value) && value.length < 1000) for (const each of value) buffersOf(each, found);
  else if (value && typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype) for (const each of Object.values(value)) buffersOf(each, found);
  return found;
};
`;

const idle: Worker[] = [];
// At least two, so that one that never ends does not hold up all others.
const most = () => Math.max(2, Math.min(4, navigator.hardwareConcurrency - 1));
let running = 0;
const waiting: (() => void)[] = [];

/** `compute` of one run. The worker ends with the run; otherwise it serves the next call. */
export function computeOf(run: Run): Compute {
  return async (fn, ...inputs) => {
    if (typeof fn !== "function") throw new ComputeInputError(said.takesFunctionFirstThen());
    const source = String(fn);
    if (/\[native code\]/.test(source)) {
      throw new ComputeInputError(said.takesFunctionWrittenNotebook());
    }
    await run.race(turn());
    const worker = idle.pop() ?? openWorker();
    try {
      const result = await run.race(ask(worker, source, inputs, run));
      idle.push(worker);
      return result as never;
    } catch (error) {
      // Whatever went wrong, the worker may hold half a computation: another takes its place.
      worker.terminate();
      throw error;
    } finally {
      --running;
      waiting.shift()?.();
    }
  };
}

async function turn(): Promise<void> {
  while (running >= most()) await new Promise<void>((resolve) => waiting.push(resolve));
  ++running;
}

function openWorker(): Worker {
  const address = URL.createObjectURL(new Blob([program], { type: "text/javascript" }));
  const worker = new Worker(address);
  URL.revokeObjectURL(address);
  return worker;
}

type Answer = { progress: Progress } | { result: unknown } | { error: { name: string; message: string } };

function ask(worker: Worker, source: string, inputs: readonly unknown[], run: Run): Promise<unknown> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      if ("progress" in data) run.progress(data.progress);
      else if ("error" in data) reject(Object.assign(new Error(data.error.message), { name: data.error.name }));
      else resolve(data.result);
    };
    worker.onmessageerror = () => reject(new ComputeInputError(said.unsendableResult()));
    worker.onerror = (event) =>
      reject(new WorkerStopped(said.workerStopped({ message: event.message || said.outOfMemory() })));
    try {
      worker.postMessage({ source, inputs });
    } catch (error) {
      reject(new ComputeInputError(said.unsendableInput({ message: (error as Error).message })));
    }
  });
}
