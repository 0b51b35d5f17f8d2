import { transfer } from "../boundary/endpoint.ts";
import { guardName } from "../compile/names.ts";
import type { Progress } from "../runtime/state.ts";
import type { FunctionApi } from "./function-api.ts";

// biome-ignore lint/security/noGlobalEval: this worker exists to run the author's functions
const evaluate = globalThis.eval;

/**
 * The worker's side of `compute`. The function is sent as source code, so it can access its inputs and the language, but not
 * the notebook.
 */
export function functionService(): FunctionApi {
  // Loops in the source call the guard; here it does nothing, because the whole worker can be terminated.
  Object.assign(globalThis, { [guardName]: () => {} });
  return {
    async run(source, inputs, progress) {
      const report = (fraction: number | null, message?: string) =>
        progress({ fraction, ...(message === undefined ? {} : { message: String(message) }) } satisfies Progress);
      const result = await evaluate(`(${source})`)(...inputs, { progress: report });
      const buffers = [...buffersOf(result, new Set())];
      return buffers.length > 0 ? transfer(result, buffers) : result;
    },
  };
}

/** Longer lists are not searched for buffers. */
const LONGEST = 1000;

/** The buffers of a result, which are transferred. */
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
