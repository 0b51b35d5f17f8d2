import type { PageData } from "../../kernel/integrity/page-data.ts";
import { eachLater } from "../../kernel/services/later-program.ts";
import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import { type Assets, catalogueOf } from "./assets.ts";

const texts = messages("reader", {
  unreadableProgram: {
    en: "The program of this page ({address}) could not be read.",
    zh: "无法读取本页的程序（{address}）。",
  },
});

/** The assets of a page of a site, which are files next to it. */
export function siteAssets(data: PageData): Assets {
  const url = (address: string) => new URL(address, document.baseURI);
  const read = async (address: string) => {
    const response = await fetch(url(address)).catch(() => null);
    if (!response?.ok) throw new Fault(texts.unreadableProgram({ address }));
    return response.text();
  };
  return {
    program: () => read(data.program),
    scripts: data.scripts.map((address) => url(address).href),
    later: eachLater((program) => () => read(data.later[program])),
    datasets: catalogueOf(data, ({ name }) => fetch(url(data.files[name] ?? "")).catch(() => null)),
    file: (key) => fetch(url(data.files[key] ?? "")).catch(() => null),
    worker: (name) =>
      new Worker(new URL("../../kernel/services/compute/compute.worker.ts", import.meta.url), { type: "module", name }),
    database: () => ({ worker: url(data.database!.worker), wasm: url(data.database!.wasm) }),
  };
}
