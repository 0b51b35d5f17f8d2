import { embeddedAttribute, type PageData } from "../../kernel/publication/page-data.ts";
import ComputeWorker from "../../kernel/services/compute/compute.worker.ts?worker&inline";
import { catalogueOf, type Supply } from "./supply.ts";

/** A page that is one file: what it runs on stands in it, compressed. No request leaves it, and it opens from a disk. */
export function singleSupply(data: PageData): Supply {
  return {
    program: () => embedded("program").text(),
    draws: () => embedded("draws").text(),
    datasets: catalogueOf(data, async ({ name }) => embedded(`data:${name}`)),
    worker: (name) => new ComputeWorker({ name }),
    database: () => ({ worker: databaseWorker, wasm: handed }),
  };
}

/** The address under which the worker of the database asks for its program. */
const handed = "embedded:database";

/**
 * A page opened from a disk has no origin, and its worker may not fetch what the page has in memory: the bytes go there by a
 * message, and the worker's own request for them is answered with these.
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

async function databaseWorker(name: string): Promise<Worker> {
  const [script, databaseProgram] = await Promise.all([
    embedded("database-worker").text(),
    embedded("database-wasm").arrayBuffer(),
  ]);
  const address = URL.createObjectURL(new Blob([waitForProgram, script], { type: "text/javascript" }));
  const worker = new Worker(address, { name });
  worker.postMessage({ databaseProgram }, [databaseProgram]);
  return worker;
}

/** What stands in the page under a name, uncompressed. */
function embedded(name: string): Response {
  const text = document.querySelector(`script[${embeddedAttribute}="${CSS.escape(name)}"]`)?.textContent;
  if (!text) return new Response(null, { status: 404 });
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")));
}
