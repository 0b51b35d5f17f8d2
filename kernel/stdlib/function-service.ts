import { transfer } from "../boundary/endpoint.ts";
import { guardName } from "../compile/names.ts";
import type { Progress } from "../runtime/state.ts";
import type { FunctionApi } from "./function-api.ts";

// biome-ignore lint/security/noGlobalEval: running what the author wrote, in a worker of its own, is what it is there for
const evaluate = globalThis.eval;

/**
 * The worker's side of `compute`. The function arrives as its source, so it sees its inputs and the language, and nothing of the
 * notebook around it.
 */
export function functionService(): FunctionApi {
  // The loops of the source call it; here the whole worker can be ended.
  Object.assign(globalThis, { [guardName]: () => {} });
  return {
    async run(source, inputs, progress) {
      const tell = (fraction: number | null, message?: string) =>
        progress({ fraction, ...(message === undefined ? {} : { message: String(message) }) } satisfies Progress);
      const result = await evaluate(`(${source})`)(...inputs, { progress: tell });
      const buffers = [...buffersOf(result, new Set())];
      return buffers.length > 0 ? transfer(result, buffers) : result;
    },
  };
}

/** A longer list is not searched. */
const LONGEST = 1000;

/** The memory behind a result, which is handed over. */
function buffersOf(value: unknown, found: Set<ArrayBuffer>): Set<ArrayBuffer> {
  if (ArrayBuffer.isView(value)) add(value.buffer, found);
  else if (value instanceof ArrayBuffer) found.add(value);
  else if (Array.isArray(value) && value.length < LONGEST) for (const each of value) buffersOf(each, found);
  else if (value && typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype)
    for (const each of Object.values(value)) buffersOf(each, found);
  return found;
}

function add(buffer: ArrayBufferLike, found: Set<ArrayBuffer>): void {
  if (buffer instanceof ArrayBuffer) found.add(buffer);
}
