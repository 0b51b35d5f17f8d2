import type { PageData } from "../../kernel/integrity/page-data.ts";
import ComputeWorker from "../../kernel/services/compute/compute.worker.ts?worker&inline";
import { eachLater } from "../../kernel/services/later-program.ts";
import { type Assets, catalogueOf } from "./assets.ts";

/** Loads an asset of a page by name: `program`, the name of a later program, `data:NAME`, `bytes:FILE`, `database-worker`, `database-wasm`. */
export type Parts = (name: string) => Promise<Response>;

/** The assets of a page that cannot fetch, because its origin is opaque. Its workers are in its program. */
export function partAssets(data: PageData, part: Parts): Assets {
  return {
    program: async () => (await part("program")).text(),
    later: eachLater((program) => async () => (await part(program)).text()),
    datasets: catalogueOf(data, ({ name }) => part(`data:${name}`)),
    file: part,
    worker: (name) => new ComputeWorker({ name }),
    database: () => ({ worker: (name) => databaseWorker(part, name), wasm: databaseAddress }),
  };
}

/** Unpacks an asset, which is compressed by gzip and encoded in base64. */
export function unpacked(text: string | null | undefined): Response {
  if (!text) return new Response(null, { status: 404 });
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")));
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
