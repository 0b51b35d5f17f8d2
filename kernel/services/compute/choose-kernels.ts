import { Fault } from "../../../lib/message/fault.ts";
import { messages } from "../../../lib/message/message.ts";
import type { Kernels } from "../../../lib/numeric/kernels.ts";
import { type KernelBuilds, loadKernels } from "../../../lib/numeric/load-kernels.ts";
import type { ThreadTeam } from "../../../lib/numeric/thread-team.ts";
import { kernelBuilds } from "./kernel-builds.ts";

const texts = messages("compute", {
  threadTimeout: {
    en: "Threads did not start in time.",
    zh: "线程未能及时启动。",
  },
  threadFailed: {
    en: "A thread of the numeric kernels did not start.",
    zh: "数值内核的一个线程未能启动。",
  },
});

/** The maximum number of threads per job, including the worker itself. */
const MAX_THREADS = 4;
/** How long further threads may take to start before the job continues without them. */
const START_MS = 3000;

/**
 * The fastest kernels for this browser. Threads are used only if the page is cross-origin isolated; a worker named
 * "reproducible" uses the strict builds, whose results are bit-identical everywhere.
 */
export function chooseKernels(): Promise<Kernels> {
  const builds: KernelBuilds = {};
  for (const [name, text] of Object.entries(kernelBuilds)) {
    builds[name as keyof KernelBuilds] = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  }
  const threads = Math.min(MAX_THREADS, navigator.hardwareConcurrency ?? 1);
  const canShare = self.crossOriginIsolated && typeof SharedArrayBuffer === "function" && threads > 1;
  return loadKernels(builds, {
    reproducible: self.name === "reproducible",
    ...(canShare ? { team: (module: WebAssembly.Module) => startTeam(module, threads - 1) } : {}),
  });
}

async function startTeam(module: WebAssembly.Module, size: number): Promise<ThreadTeam> {
  const members = Array.from(
    { length: size },
    () => new Worker(new URL("./thread.worker.ts", import.meta.url), { type: "module" }),
  );
  try {
    await Promise.race([
      Promise.all(members.map((member) => ready(member, module))),
      new Promise((_, reject) => setTimeout(() => reject(new Fault(texts.threadTimeout())), START_MS)),
    ]);
  } catch (error) {
    for (const member of members) member.terminate();
    throw error;
  }
  return { size, post: (member, order) => members[member]?.postMessage(order) };
}

function ready(member: Worker, module: WebAssembly.Module): Promise<void> {
  return new Promise((resolve, reject) => {
    member.onmessage = () => resolve();
    member.onerror = () => reject(new Fault(texts.threadFailed()));
    member.postMessage(module);
  });
}
