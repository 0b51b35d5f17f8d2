import type { PageData } from "../../kernel/publication/page-data.ts";
import { catalogueOf, type Supply } from "./supply.ts";

/** A page of a site: what it runs on lies beside it. */
export function siteSupply(data: PageData): Supply {
  const beside = (address: string) => new URL(address, document.baseURI);
  const read = async (address: string) => {
    const response = await fetch(beside(address)).catch(() => null);
    if (!response?.ok) throw new Error(`The program of this page (${address}) could not be read.`);
    return response.text();
  };
  return {
    program: () => read(data.program),
    draws: () => read(data.draws),
    datasets: catalogueOf(data, ({ name }) => fetch(beside(data.files[name] ?? "")).catch(() => null)),
    worker: (name) =>
      new Worker(new URL("../../kernel/services/compute/compute.worker.ts", import.meta.url), { type: "module", name }),
    database: () => ({ worker: beside(data.database!.worker), wasm: beside(data.database!.wasm) }),
  };
}
