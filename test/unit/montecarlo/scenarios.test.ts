import { expect, test } from "vitest";
import { NotebookDocument } from "../../../app/live/notebook-document.ts";
import { ScenarioController } from "../../../app/session/scenario-controller.ts";
import type { InputValues } from "../../../kernel/document/index.ts";
import { compareScenarios } from "../../../kernel/montecarlo/comparison.ts";
import { readScenarios, type Scenario, writeScenarios } from "../../../kernel/montecarlo/scenario.ts";
import { SampledNotebook } from "./notebook.ts";

const cells = [
  "const coal = view(1000);",
  'const ef = sample("ef", normal({mean: 2, sd: 0.2}));',
  "const fuel = coal * 2;",
  "const emissions = fuel * ef;",
];

const scenario = (name: string, inputs: Scenario["inputs"], samples: Scenario["samples"] = {}): Scenario => ({
  name,
  inputs,
  samples,
});

test("scenarios are evaluated with common random numbers, so that what they share cancels in the difference", async () => {
  const { sampling } = await SampledNotebook.settled(cells);
  const { rows } = await compareScenarios(
    (each) => sampling.open(4, { scenario: each }),
    [
      scenario("now", { coal: 1000 }),
      scenario("less", { coal: 900 }),
      scenario("better known", { coal: 1000 }, { ef: 2 }),
    ],
  );
  const [now, less, known] = rows[0]!.numbers;
  expect([now!.value, less!.value, known!.value]).toEqual([4000, 3600, 4000]);
  expect(now!.hi - now!.lo).toBeCloseTo(2 * 1.96 * 400, -2);
  // 200 fewer units of fuel at ef ± 0.39: not the ± 1,100 that independent draws would give.
  expect(less!.difference!.value).toBe(-400);
  expect(less!.difference!.lo).toBeCloseTo(-478, -1);
  expect(less!.difference!.hi).toBeCloseTo(-322, -1);
  expect([known!.lo, known!.hi]).toEqual([4000, 4000]);
});

test("without a sample the differences are exact", async () => {
  const { sampling } = await SampledNotebook.settled(["const coal = view(1000);", "const fuel = coal * 2;"]);
  const { rows, draws } = await compareScenarios(
    (each) => sampling.open(2, { scenario: each }),
    [scenario("now", { coal: 1000 }), scenario("less", { coal: 900 })],
  );
  expect(rows[0]!.numbers[1]!.difference).toEqual({ value: -200, lo: -200, hi: -200 });
  expect(draws).toBe(2);
});

test("a scenario may say what a plain cell says", async () => {
  const { sampling } = await SampledNotebook.settled(["const coal = 1000;", "const fuel = coal * 2;"]);
  const uncertaintyRun = await sampling.open(2, { scenario: scenario("less", { coal: 1 }) });
  expect([...uncertaintyRun.opening.central]).toEqual([2]);
});

test("scenarios are kept in the document without loss, and what cannot be read does not take the page down", () => {
  const kept = [scenario("less coal", { coal: 900, fuels: ["coal", "gas"] }, { ef: 2 }), scenario("as is", {})];
  expect(readScenarios(writeScenarios(kept)!)).toEqual(kept);
  expect(writeScenarios([])).toBeNull();
  expect(readScenarios("[{")).toBeNull();
  expect(readScenarios('[{"name": "a", "inputs": 3, "samples": {"x": null, "y": 2}}, 4]')).toEqual([
    scenario("a", {}, { y: 2 }),
  ]);
});

const text = `<!doctype html>
<notebook>
  <title>a</title>
  <script id="1" type="module">
    const coal = view(Inputs.range([0, 2000]));
  </script>
</notebook>
`;

function openScenarios(coal = 1000) {
  const document = new NotebookDocument(text);
  const inputs = [{ name: "coal", cell: 1, value: coal }];
  const frame = {
    situation: async () => ({ inputs, samples: [], cells: [] }),
    compare: async (_: number, scenarios: Scenario[]) => ({ rows: [], draws: scenarios.length, seed: 1, scenarios }),
    stopComparing() {},
  };
  const set: InputValues[] = [];
  return {
    document,
    frame,
    set,
    scenarios: new ScenarioController(
      document,
      () => frame,
      () => {},
      (values) => set.push(values),
    ),
  };
}

test("keeping, renaming, setting and deleting are one step each, which undo takes back", async () => {
  const { document, scenarios } = openScenarios();
  await scenarios.keep("Scenario");
  await scenarios.keep("Scenario");
  scenarios.rename("Scenario 2", "less “coal” & <more>");
  scenarios.setSample("Scenario", "ef", 3);
  const names = () => scenarios.all.map(({ name }) => name);
  expect(new NotebookDocument(document.text).text).toBe(document.text);
  expect(names()).toEqual(["Scenario", "less “coal” & <more>"]);
  expect(scenarios.all[0]).toEqual(scenario("Scenario", { coal: 1000 }, { ef: 3 }));
  document.undo();
  expect(scenarios.all[0]!.samples).toEqual({});
  document.undo();
  expect(names()).toEqual(["Scenario", "Scenario 2"]);
  scenarios.remove("Scenario");
  expect(names()).toEqual(["Scenario 2"]);
  document.undo();
  document.undo();
  document.undo();
  expect(document.text).toBe(text);
});

test("applying a scenario sets the inputs of the cells, which is no edit of the document", async () => {
  const { document, scenarios, set } = openScenarios(700);
  await scenarios.keep("Scenario");
  const { text } = document;
  await scenarios.apply("Scenario");
  expect(set).toEqual([{ 1: { coal: 700 } }]);
  expect(document.text).toBe(text);
});
