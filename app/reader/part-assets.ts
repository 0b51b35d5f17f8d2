import type { PageData } from "../../kernel/integrity/page-data.ts";
import { eachLater } from "../../kernel/services/later-program.ts";
import { AwaitedWorker } from "../../kernel/workers/awaited-worker.ts";
import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import { type Assets, catalogueOf } from "./assets.ts";

const texts = messages("reader", {
  noLibrary: {
    en: "This page does not hold the program of its calculations: build it again.",
    zh: "本页不含其计算程序：请重新生成。",
  },
});

/**
 * Loads an asset of a page by name: `program`, `worker` (the library for a worker), the name of a later program, `data:NAME`,
 * `bytes:FILE`, `database-worker`, `database-wasm`.
 */
export type Parts = (name: string) => Promise<Response>;

/** The assets of a page that cannot fetch, because its origin is opaque. The library is unpacked when a worker first needs it. */
export function partAssets(data: PageData, part: Parts): Assets {
  let library: Promise<string> | undefined;
  const address = () => {
    library ??= libraryAddress(part).catch((error) => {
      library = undefined;
      throw error;
    });
    return library;
  };
  return {
    program: async () => (await part("program")).text(),
    later: eachLater((program) => async () => (await part(program)).text()),
    datasets: catalogueOf(data, ({ name }) => part(`data:${name}`)),
    file: part,
    worker: (name) => new AwaitedWorker(address().then((address) => new Worker(address, { name }))),
    database: () => ({ worker: (name) => databaseWorker(part, name), wasm: databaseAddress }),
  };
}

/** Unpacks an asset, which is compressed by gzip and encoded in base64. */
export function unpacked(text: string | null | undefined): Response {
  if (!text) return new Response(null, { status: 404 });
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")));
}

/** The address of the library's program, which all workers of the page share. */
async function libraryAddress(part: Parts): Promise<string> {
  const response = await part("worker");
  if (!response.ok) throw new Fault(texts.noLibrary());
  return URL.createObjectURL(new Blob([await response.arrayBuffer()], { type: "text/javascript" }));
}

/** The address by which the database's worker requests its program. */
const databaseAddress = "embedded:database";

/**
 * The worker of a page with an opaque origin cannot fetch what the page has in memory: the bytes are sent by a message, and the
 * worker's request for them is answered with these.
 */
const waitForProgram = `{
  const real = fetch;
  const bytes = new Promise((resolve) => {
    addEventListener("message", function take(event) {
      if (!event.data?.databaseProgram) return;
      event.stopImmediatePropagation();
      removeEventListener("message", take);
      resolve(event.data.databaseProgram);
    });
  });
  self.fetch = async (address, ...rest) =>
    (address.url ?? String(address)) === ${JSON.stringify(databaseAddress)}
      ? new Response(await bytes, {headers: {"Content-Type": "application/wasm"}})
      : real(address, ...rest);
}
`;

async function databaseWorker(part: Parts, name: string): Promise<Worker> {
  const [script, databaseProgram] = await Promise.all([
    part("database-worker").then((response) => response.text()),
    part("database-wasm").then((response) => response.arrayBuffer()),
  ]);
  const address = URL.createObjectURL(new Blob([waitForProgram, script], { type: "text/javascript" }));
  const worker = new Worker(address, { name });
  worker.postMessage({ databaseProgram }, [databaseProgram]);
  return worker;
}
