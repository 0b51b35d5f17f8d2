import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sayFact } from "../../../app/language/fact.ts";
import { speech } from "../../../app/language/speech.ts";
import { type TrailCell, trailOf } from "../../../kernel/provenance/trail.ts";
import { queryStep, toolStep, writeInput } from "../../../kernel/services/record.ts";
import { resultProvenance } from "../../../kernel/services/result-provenance.ts";
import { datasetsOf, plainStep, type Step, type ToolStep, toolsOf } from "../../../kernel/services/step.ts";
import { messages } from "../../../lib/message/message.ts";
import type { Selection } from "../../../lib/tool/selection.ts";
import { findTool } from "../../../lib/tools.ts";
import { speakChinese } from "../app/sentences/chinese-of.ts";

const texts = messages("test", { zero: { en: "Zero in {names}.", zh: "{names} 为零。" } });

function cell(id: number, inputs: string, outputs: string): TrailCell {
  const words = (text: string) => text.split(" ").filter(Boolean);
  return { id, place: id, source: `cell ${id}`, inputs: words(inputs), outputs: words(outputs), steps: [] };
}

describe("the trail of a cell", () => {
  it("is the cell and all that it reads, the nearest first, each once", () => {
    const cells = [cell(1, "", "a"), cell(2, "a", "b"), cell(3, "a b", "c"), cell(4, "", "d"), cell(5, "c a", "")];
    const parts = trailOf(cells, 5).map(({ id, distance }) => [id, distance]);
    expect(parts).toEqual([
      [5, 0],
      [1, 1],
      [3, 1],
      [2, 2],
    ]);
  });

  it("ends where a circle closes, and is empty for a cell that is not there", () => {
    const circle = [cell(1, "b", "a"), cell(2, "a", "b")];
    expect(trailOf(circle, 1).map(({ id }) => id)).toEqual([1, 2]);
    expect(trailOf(circle, 7)).toEqual([]);
  });

  it("holds every cell that can be reached and no other, in any notebook", () => {
    const notebooks = fc.array(fc.array(fc.nat(11), { maxLength: 3 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(notebooks, fc.nat(11), (reads, at) => {
        const cells = reads.map((read, id) => cell(id, read.map((other) => `v${other}`).join(" "), `v${id}`));
        const reached = new Set<number>();
        const visit = (id: number) => {
          if (id >= cells.length || reached.has(id)) return;
          reached.add(id);
          reads[id]!.forEach(visit);
        };
        visit(at);
        const trail = trailOf(cells, at);
        expect(new Set(trail.map(({ id }) => id))).toEqual(reached);
        expect(trail.length).toBe(reached.size);
      }),
    );
  });
});

/** The step of a call of a tool, with what the library says that its result says. */
function step(tool: string, input: unknown, result: unknown, read: readonly Selection[] = []): Step {
  return toolStep(tool, input, resultProvenance(findTool(tool)!, input, result), read);
}

describe("the steps of a run", () => {
  it("name the datasets of a query and none of its other words", () => {
    const sql = "select region, sum(co2_kt) from mrio_co2 -- regions\n group by region";
    const step = queryStep(sql, [], 41, (name) => ["mrio_co2", "regions"].includes(name));
    expect(datasetsOf([step])).toEqual(["mrio_co2"]);
    expect(step).toMatchObject({ rows: 41 });
  });

  it("keep the values of a query unless they are long", () => {
    const step = (...values: unknown[]) => queryStep("select 1", values, 1, () => false);
    expect(step(2011, "O'B", [1, 2])).toMatchObject({ values: ["2011", "'O''B'", "[1, 2]"] });
    expect(step(new Float64Array(9000))).toMatchObject({ values: null });
    expect(step("x".repeat(1500), "y".repeat(1500))).toMatchObject({ values: null });
  });

  it("name which row of an inventory met which factor, each pair once, the first few and how many there are", () => {
    const line = { activity: "Coal", factor: 1, factorUnit: "kg/TJ", source: "V2", table: "1.4", page: null };
    const lines = Array.from({ length: 9 }, (_, i) => i + 1).flatMap((row) =>
      ["CO2", "CH4"].flatMap((gas) => [2020, 2021].map((year) => ({ ...line, row, gas, year }))),
    );
    const { factors } = step("inventory.compile", { file: "plants.csv" }, { lines }) as ToolStep;
    expect(factors).toMatchObject({ file: "plants.csv", uses: 18, rows: 9, factors: 2 });
    expect(factors!.first).toHaveLength(6);
    expect(factors!.first[1]).toEqual({
      row: 1,
      activity: "Coal",
      gas: "CH4",
      factor: 1,
      unit: "kg/TJ",
      source: "V2",
      table: "1.4",
      page: "",
    });
    const ncv = { value: 26.7, unit: "TJ/kt", source: "V2", table: "1.2", page: null };
    const mass = { lines: [{ ...line, row: 1, gas: "CO2", ncv }] };
    const weighed = step("inventory.compile", {}, mass) as ToolStep;
    expect(weighed.factors!.first.map(({ gas, factor, table }) => [gas, factor, table])).toEqual([
      ["CO2", 1, "1.4"],
      ["NCV", 26.7, "1.2"],
    ]);
    expect(step("inventory.totals", {}, { lines: [] })).not.toHaveProperty("factors");
  });

  it("name the datasets of the tables that a tool took, of made tables those of what they are made of", () => {
    const world = { year: 2007, edits: [] };
    const made = {
      year: 2007,
      edits: [],
      made: { tool: "consumption.aggregate", tables: { table: world }, options: {} },
    };
    const names = ["mrio_regions", "mrio_sectors", "mrio_flows_2007", "mrio_final_demand_2007", "mrio_co2"];
    expect(datasetsOf([step("consumption.accounts", { $table: world }, {})])).toEqual(names);
    expect(datasetsOf([step("consumption.balance", { before: { $table: made } }, {})])).toEqual(names);
    const imported = { source: "My table", year: 2019, edits: [] };
    expect(datasetsOf([step("consumption.accounts", { $table: imported }, {})])).toContain("my_table_2019_flows");
  });

  it("carry what a result says of how it was reached", () => {
    const told = step(
      "consumption.accounts",
      {},
      { method: "GMRES", residual: 1e-12, x: [1, 2], notes: ["One.", "Two."] },
      [{ dataset: "factors_energy", where: "", rows: 714, of: 714 }],
    );
    expect(datasetsOf([told])).toEqual(["factors_energy"]);
    expect(plainStep(told)).toMatchObject({ facts: { method: "GMRES", residual: "1e-12", notes: "One. Two." } });
    expect(toolsOf([told, told])).toEqual(["consumption.accounts"]);
  });

  it("carry what a result says as messages, which the page writes in its language and a program gets in English", () => {
    const result = { method: "LU", notes: [texts.zero({ names: ["A.mill", "B.farm"] }), "As published."] };
    const told = step("consumption.accounts", {}, result) as ToolStep;
    expect(told.facts.notes).toEqual(result.notes);
    expect(plainStep(told)).toMatchObject({ facts: { method: "LU", notes: "Zero in A.mill, B.farm. As published." } });
    speakChinese();
    expect(sayFact("notes", told.facts.notes!)).toBe("A.mill、B.farm 为零。As published.");
    speech.speak("en");
    expect(sayFact("notes", told.facts.notes!)).toBe("Zero in A.mill, B.farm. As published.");
  });

  it("name the equations, the factors with their place, and the metrics that stand in a result", () => {
    const lines = [
      { activity: "Natural Gas", gas: "CO2", factor: 56100, factorUnit: "kg CO2/TJ NCV", source: "V2 Table 1.4" },
    ];
    expect(step("inventory.compile", {}, { lines, totals: { metric: "AR5.GWP100" } })).toMatchObject({
      facts: {
        factors: "Natural Gas, CO2: 56100 kg CO2/TJ NCV [V2 Table 1.4]",
        metric: "AR5.GWP100",
      },
    });
    const steps = [{ symbol: "E", equation: "V3 Eq 2.1", title: "CO2 of cement", value: 1 }];
    expect(step("inventory.cement", {}, { emissions: [], steps })).toMatchObject({
      facts: { equations: "V3 Eq 2.1 (CO2 of cement)" },
    });
  });

  it("say nothing that a tool does not declare, whatever its fields are called", () => {
    const steps = [{ equation: "V3 Eq 2.1", title: "CO2 of cement" }];
    const lines = [{ row: 1, factor: 2, source: "V2" }];
    const { facts, factors } = step("natural.wetland", {}, { method: "LU", steps, lines }) as ToolStep;
    expect([facts, factors]).toEqual([{}, undefined]);
  });

  it("write any input in few words", () => {
    fc.assert(
      fc.property(fc.anything(), (input) => {
        expect(writeInput(input).length).toBeLessThanOrEqual(401);
      }),
    );
    expect(writeInput({ Z: new Float64Array(99), years: [1, 2, 3] })).toBe('{"Z":"99 numbers","years":[1,2,3]}');
  });
});
