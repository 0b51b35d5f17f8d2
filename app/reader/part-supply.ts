import type { PageData } from "../../kernel/integrity/page-data.ts";
import ComputeWorker from "../../kernel/services/compute/compute.worker.ts?worker&inline";
import { catalogueOf, type Supply } from "./supply.ts";

/** Gives a part of what a page runs on, by name: `program`, `draws`, `data:NAME`, `database-worker`, `database-wasm`. */
export type Parts = (name: string) => Promise<Response>;

/** A page that may fetch nothing by itself: its origin is opaque. Its workers are made of what is in its program. */
export function partSupply(data: PageData, part: Parts): Supply {
  return {
    program: async () => (await part("program")).text(),
    draws: async () => (await part("draws")).text(),
    datasets: catalogueOf(data, ({ name }) => part(`data:${name}`)),
    worker: (name) => new ComputeWorker({ name }),
    database: () => ({ worker: (name) => databaseWorker(part, name), wasm: handed }),
  };
}

/** A part as it is packed: compressed by gzip, in base64. */
export function unpacked(text: string | null | undefined): Response {
  if (!text) return new Response(null, { status: 404 });
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")));
}

/** The address under which the worker of the database asks for its program. */
const handed = "embedded:database";

/**
 * The worker of a page without an origin may not fetch what the page has in memory: the bytes go there by a message, and the
 * worker's own request for them is answered with these.
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
    (address.url ?? String(address)) === ${JSON.stringify(handed)}
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
