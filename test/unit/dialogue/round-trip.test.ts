import { describe, expect, test } from "vitest";
import { compileCells } from "../../../kernel/dialogue/compile-cells.ts";
import { runPlan } from "../../../kernel/dialogue/run-plan.ts";
import { hashOf } from "../../../kernel/values/canonical.ts";
import type { Assumption, Step } from "../../../lib/dialogue/plan.ts";
import { ResourceHandle } from "../../../lib/tool/resource-handle.ts";
import { openServices, runCells } from "../headless/services.ts";
import { host } from "./shipped-host.ts";

const services = openServices();

const text = (en: string) => ({ en, zh: en });
const assumed: Assumption[] = [
  { slot: "year", value: 2022, label: text("2022"), because: text("the newest year of all sources"), rivals: [] },
];
const steps: Step[] = [
  { id: "national", tool: "indicators.national", args: { region: ["CHN", "DEU"], year: 2022 } },
  {
    id: "grams",
    tool: "quantity.convert",
    args: {
      value: { $from: "national", path: "rows.0.value" },
      from: { $from: "national", path: "rows.0.unit" },
      to: "kt CO2",
    },
  },
  { id: "world", tool: "consumption.table", args: { year: 2011 } },
  { id: "accounts", tool: "consumption.accounts", args: { $from: "world" } },
  { id: "extracted", tool: "consumption.responsibility", args: { table: { $from: "world" } } },
];

describe("A plan and its cells", () => {
  test("give the same results, by their hashes", async () => {
    const plan = { steps: steps, assumed };
    const ran = await runPlan(plan, host);
    const cells = compileCells(plan);
    const { values, failed } = await runCells(
      services,
      cells.map(({ kind, source }) => ({ kind, source })),
    );
    expect(failed).toBe(0);
    for (const [id, { hash }] of ran) expect([id, hashOf(values.get(id))]).toEqual([id, hash]);
    expect(ran.size).toBe(5);
  });

  test("keep handles as handles, and say what results depend on", async () => {
    const ran = await runPlan({ steps: steps.slice(2, 4) }, host);
    expect(ran.get("world")!.result).toBeInstanceOf(ResourceHandle);
    expect(ran.get("world")!.sources).toEqual([]);
    expect(ran.get("accounts")!.sources.map(({ dataset }) => dataset)).toContain("mrio_flows");
  });
});

describe("A plan that cannot run", () => {
  test("says which reference leads nowhere, and what there is", async () => {
    const wrong = (path: string): Step[] => [
      steps[0]!,
      { id: "bad", tool: "quantity.convert", args: { value: { $from: "national", path }, from: "t", to: "kg" } },
    ];
    await expect(runPlan({ steps: wrong("rows.0.amount") }, host)).rejects.toThrow(
      /^`rows\.0\.amount` leads nowhere in the result of step `national`: there is no `amount`, only `[^`]+`/,
    );
    await expect(runPlan({ steps: wrong("rows.0.value.digits") }, host)).rejects.toThrow(
      "there is nothing within which `digits`",
    );
    await expect(runPlan({ steps: [steps[3]!] }, host)).rejects.toThrow(
      "Step `accounts` takes `world`, which is no earlier step",
    );
  });

  test("rejects with the tool's own sentence, and with the reason of the signal", async () => {
    const nowhere: Step = { id: "nowhere", tool: "indicators.national", args: { region: "CHN", year: "soon" } };
    await expect(runPlan({ steps: [nowhere] }, host)).rejects.toThrow("indicators.national: year");
    const reason = new Error("The reader has stopped it.");
    await expect(runPlan({ steps }, host, AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});
