import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";

const texts = messages("services", {
  callCancelled: {
    en: "The call was cancelled.",
    zh: "调用已取消。",
  },
});

/** The rejection of a cancelled call. */
export function abortError(): Fault {
  return new Fault(texts.callCancelled(), { name: "AbortError" });
}

/** The value of a promise, or `AbortError` as soon as the signal fires; work that cannot be stopped continues unobserved. */
export function untilAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  if (signal.aborted) return Promise.reject(abortError());
  return new Promise((resolve, reject) => {
    const cancel = () => reject(abortError());
    signal.addEventListener("abort", cancel, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", cancel));
  });
}
