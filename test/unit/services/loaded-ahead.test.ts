import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openNodeServices } from "../../../kernel/headless/node-services.ts";
import { computeApi } from "../../../kernel/services/compute/compute-jobs.ts";
import { loadKernels } from "../../../lib/numeric/load-kernels.ts";

const { datasets } = openNodeServices({
  datasets: join(import.meta.dirname, "../../../datasets"),
  notebook: async () => "",
});

/** A compute worker on this thread, and the datasets that it loaded, in their order. */
function open(broken: ReadonlySet<string> = new Set()) {
  const worker = computeApi(loadKernels({}, { reproducible: true }));
  const loaded: string[] = [];
  const failing = new Set(broken);
  const load = async (name: string) => {
    loaded.push(name);
    if (failing.delete(name)) throw new Error("the network is gone");
    return datasets.takeFile(name);
  };
  const call = async (tool: string, input: unknown) => (await worker.call(1, tool, input, () => {}, load)).result;
  return { worker, loaded, load, call };
}

const table = { $table: { year: 2011, regions: 7, edits: [] } };

describe("What a compute worker loads ahead", () => {
  test("is not loaded again by the job that needs it, packed or not", async () => {
    const { worker, loaded, load, call } = open();
    const names = ["mrio7_flows", "mrio7_final_demand", "mrio7_co2"];
    await worker.prepare({ tools: ["consumption.accounts"], datasets: names }, load);
    expect(loaded).toEqual(names);
    const ahead = await call("consumption.accounts", table);
    expect(loaded.filter((name) => names.includes(name))).toEqual(names);
    expect(ahead).toEqual(await open().call("consumption.accounts", table));
  });

  test("is loaded by the job if it could not be loaded ahead", async () => {
    const { worker, loaded, load, call } = open(new Set(["panorama_announced"]));
    const ahead = worker.prepare({ tools: ["panorama.announced"], datasets: ["panorama_announced"] }, load);
    await expect(ahead).rejects.toThrow("the network is gone");
    await call("panorama.announced", { region: "CHN" });
    expect(loaded).toEqual(["panorama_announced", "panorama_announced"]);
  });
});
