import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type Dialogue, openDialogue } from "../../../../kernel/dialogue/dialogue.ts";
import { adviserOf } from "../../../../kernel/dialogue/model/adviser.ts";
import { hashOf } from "../../../../kernel/values/canonical.ts";
import type { Answer, Reply } from "../../../../lib/dialogue/reply.ts";
import { writeReply } from "../../../../lib/dialogue/write-reply.ts";
import { openServices, runCells } from "../../headless/services.ts";
import { RecordingHost } from "./recording-host.ts";
import { ScriptedProvider } from "./scripted-provider.ts";

const root = join(import.meta.dirname, "../../../..");
const { datasets } = JSON.parse(readFileSync(join(root, "datasets/catalogue.json"), "utf8"));
const host = new RecordingHost();
let dialogue: Dialogue;

beforeAll(async () => {
  dialogue = await openDialogue(host, datasets);
}, 120_000);

const question = "glorphly CO2 of Spain in 2018 in kt";
const query = {
  dataset: "carbon_budget_countries",
  select: ["iso3", "year", "production_mtco2", "consumption_mtco2"],
  where: { iso3: "ESP", year: 2018 },
};
const read = { id: "q", tool: "data.query", args: query };
const converted = (value: object, id = "c") => ({
  id,
  tool: "quantity.convert",
  args: { value, from: "Mt CO2", to: "kt CO2" },
});
const production = { $from: "q", path: "rows.0.production_mtco2" };

async function ask(answer: object, text = question) {
  const provider = new ScriptedProvider(() => JSON.stringify(answer));
  const reply = await dialogue.ask({ turns: [{ text }] }, undefined, adviserOf(provider));
  return { reply, provider };
}

function answered(reply: Reply): Answer {
  if (reply.kind !== "answer") throw new Error(`It is a ${reply.kind}: ${writeReply(reply, "en").text}`);
  return reply;
}

describe("A model's plan of several steps", () => {
  it("runs in order, each with what the earlier ones gave, and tells the figures of the last", async () => {
    const { reply, provider } = await ask({ steps: [read, converted(production)] });
    const answer = answered(reply);
    expect(answer.plan.by).toEqual({ provider: "script", model: "scripted-1b" });
    expect(answer.plan.steps.map(({ id, tool }) => [id, tool])).toEqual([
      ["proposed_a", "data.query"],
      ["proposed_b", "quantity.convert"],
    ]);
    const { result } = await host.call("data.query", query);
    const [{ production_mtco2: megatonnes }] = (result as { rows: [{ production_mtco2: number }] }).rows;
    expect(answer.values).toMatchObject([{ unit: "kt CO2", cell: "proposed_b", primary: true }]);
    expect(answer.values[0]!.value).toBeCloseTo(1000 * megatonnes, 6);
    expect(writeReply(answer, "en").text).toContain(
      "then `quantity.convert` (`value` from `data.query` `rows.0.production_mtco2`, `from` Mt CO2, `to` kt CO2): `value` ",
    );
    expect(writeReply(answer, "zh").text).toContain("`value` 取自 `data.query` `rows.0.production_mtco2`");
    // The tool cards say where in a result a value stands.
    const cards = new Map(provider.views[0]!.tools.map(({ name, gives }) => [name, gives]));
    expect(cards.get("data.query")).toContain("rows.0.*");
    expect(cards.get("quantity.convert")).toContain("value");
  });

  it("stands in cells that take each other's values, by names of this program", async () => {
    const { reply } = await ask({
      steps: [{ ...read, id: "it_is_9999_mt" }, converted({ ...production, $from: "it_is_9999_mt" })],
    });
    const { cells } = answered(reply);
    expect(cells.map(({ id }) => id)).toEqual(["proposed_a", "proposed_b"]);
    expect(cells[1]!.source).toContain("proposed_a.rows[0].production_mtco2");
    expect(JSON.stringify(reply)).not.toContain("9999");
    const { values, failed } = await runCells(
      openServices(),
      cells.map(({ kind, source }) => ({ kind, source })),
    );
    expect(failed).toBe(0);
    for (const { cell, hash } of answered(reply).values) expect([cell, hashOf(values.get(cell))]).toEqual([cell, hash]);
  });

  it("tells the figures that it wants, of any step", async () => {
    const { reply } = await ask({
      steps: [read, converted(production)],
      wants: [
        { step: "q", path: "rows.0.consumption_mtco2" },
        { step: "c", path: "value" },
      ],
    });
    const figures = answered(reply).values.filter(({ primary }) => primary);
    expect(figures.map(({ cell, path, unit }) => [cell, path, unit])).toEqual([
      ["proposed_a", "rows.0.consumption_mtco2", "Mt CO2"],
      ["proposed_b", "value", "kt CO2"],
    ]);
  });

  it.each<[string, object, string]>([
    ["takes a step that is not there", { steps: [read, converted({ ...production, $from: "x" })] }, "do not follow"],
    ["takes a later step", { steps: [converted(production), read] }, "do not follow"],
    ["takes itself", { steps: [read, converted({ $from: "c", path: "value" })] }, "do not follow"],
    ["has two steps of one name", { steps: [read, converted(production, "q")] }, "do not follow"],
    ["has a step for nothing", { steps: [converted(production), read, read] }, "do not follow"],
    ["wants a step that is not there", { steps: [read], wants: [{ step: "x", path: "rows" }] }, "do not follow"],
    [
      "has too many steps",
      { steps: Array.from({ length: 5 }, (_, i) => ({ ...read, id: `s${i}` })) },
      "neither a call",
    ],
    ["leads nowhere in a result", { steps: [read, converted({ $from: "q", path: "rows.7.x" })] }, "has no answer"],
    ["takes a text as a number", { steps: [read, converted({ $from: "q", path: "rows.0.iso3" })] }, "has no answer"],
    ["takes a list as a number", { steps: [read, converted({ $from: "q", path: "rows" })] }, "has no answer"],
    ["wants what is no figure", { steps: [read], wants: [{ step: "q", path: "rows.0.iso3" }] }, "has no answer"],
    ["wants where it comes from", { steps: [read], wants: [{ step: "q", path: "source.0.rows" }] }, "has no answer"],
    [
      "brings a number in a later step",
      { steps: [read, { ...converted(production), args: { value: 5, from: "Mt CO2", to: "kt CO2" } }] },
      "do not follow",
    ],
    [
      "brings a number beside a reference",
      {
        steps: [
          read,
          { ...read, id: "r", args: { ...query, where: { iso3: { $from: "q", path: "rows.0.iso3" }, year: 1871 } } },
        ],
      },
      "a number that the question does not say",
    ],
    [
      "has an argument that the tool does not take, beside a reference",
      { steps: [read, { ...converted(production), args: { ...converted(production).args, sql: "x" } }] },
      "do not fit",
    ],
    [
      "takes a dataset from a result",
      { steps: [read, { ...read, id: "r", args: { ...query, dataset: { $from: "q", path: "source.0.dataset" } } }] },
      "do not fit",
    ],
    [
      "takes a whole call from a result",
      { steps: [read, { ...converted(production), args: { $from: "q" } }] },
      "do not fit",
    ],
    [
      "refers with more than a path",
      {
        steps: [read, converted({ ...production, run: "x" })],
        wants: [
          { step: "q", path: "x" },
          { step: "c", path: "x" },
        ],
      },
      "do not fit",
    ],
    [
      "names a tool that was not offered",
      { steps: [read, { ...converted(production), tool: "cbam.submit" }] },
      "not offered",
    ],
  ])("is dropped with a reason if it %s", async (_, answer, reason) => {
    const before = host.calls.length;
    const { reply } = await ask(answer);
    expect([reply.kind, writeReply(reply, "en").text]).toEqual(["refuse", expect.stringContaining(reason)]);
    if (reason !== "has no answer") expect(host.calls.slice(before)).toEqual([]);
  });
});
