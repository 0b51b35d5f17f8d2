import type { PageData } from "../../kernel/integrity/page-data.ts";
import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import { catalogueOf, type Supply } from "./supply.ts";

const said = messages("reader", {
  unreadableProgram: {
    en: "The program of this page ({address}) could not be read.",
    zh: "无法读取本页的程序（{address}）。",
  },
});

/** A page of a site: what it runs on lies beside it. */
export function siteSupply(data: PageData): Supply {
  const beside = (address: string) => new URL(address, document.baseURI);
  const read = async (address: string) => {
    const response = await fetch(beside(address)).catch(() => null);
    if (!response?.ok) throw new Fault(said.unreadableProgram({ address }));
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
