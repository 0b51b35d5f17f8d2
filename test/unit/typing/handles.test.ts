import { expect, it } from "vitest";
import { complete } from "../../../app/typing/completion.ts";
import { diagnose } from "../../../app/typing/diagnosis.ts";
import { hover, signature } from "../../../app/typing/hover.ts";
import { writeMessage } from "../../../lib/message/write.ts";
import { atCursor, type TestCell, withCells } from "./notebook.ts";

const typeAt = (cells: readonly TestCell[]) => {
  const { notebook, module, offset } = atCursor(cells);
  return hover(notebook, module, offset)?.signature;
};
const world = "const world = consumption.table({year: 2011});";
const whatIf = "const model = consumption.whatIf(world, [{kind: 'intensity', rows: ['CHN.c17'], factor: 0.5}]);";

it("a handle is known by the type that its domain declares, one that a tool made with its labels", () => {
  expect(typeAt([world, "wor‸ld"])).toBe("const world: TableHandle");
  const coarse = "const coarse = consumption.aggregate(world, {regionGroups: {DEU: 'EUR'}});";
  expect(typeAt([world, coarse, "coa‸rse"])).toBe("const coarse: MadeTableHandle");
  const { notebook, module, offset } = atCursor([world, coarse, "coarse.‸"]);
  const names = complete(notebook, module, offset)!.options.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(["regions", "sectors", "units", "year", "scale"]));
});

it("edits of a what-if give a handle on it, options the result of the tool", () => {
  expect(typeAt([world, whatIf, "mod‸el"])).toBe("const model: WhatIfHandle");
  expect(typeAt([world, whatIf, "const frame = await model.frame([0.5])", "fra‸me"])).toBe("const frame: WhatIfFrame");
  const options = "const both = consumption.whatIf(world, {edits: [{kind: 'demand', factor: 2}]});";
  expect(typeAt([world, options, "const ra‸nk = both.rank"])).toContain("rank: number");
});

it("offers options that only calls on handles take, and the tables of their results", () => {
  const names = (cells: readonly TestCell[]) => {
    const { notebook, module, offset } = atCursor(cells);
    return complete(notebook, module, offset)!.options.map(({ name }) => name);
  };
  expect(names([world, "consumption.multipliers(world, {‸})"])).toEqual(["inverse"]);
  const drawn = "const drawn = await uncertainty.footprint(world, {sources: []});";
  expect(names([world, drawn, "drawn.‸"])).toEqual(expect.arrayContaining(["accounts", "byRegion", "byDraw"]));
  expect(names([world, drawn, "for (const d of drawn.correlations) d.‸"])).toEqual(
    expect.arrayContaining(["region", "other", "correlation"]),
  );
});

it("an edit that is none is underlined in TypeScript", () => {
  const wrong = "consumption.whatIf(world, [{kind: 'intensity', factor: 'half'}])";
  const notebook = withCells([world, { kind: "ts", source: wrong }]);
  const said = [...notebook.modules].flatMap((module) =>
    diagnose(notebook, module).map(({ message }) => writeMessage(message)),
  );
  expect(said.join()).toContain("'string' is not assignable to type 'number'");
});

it("shows the forms of what a namespace has besides its tools", () => {
  const { notebook, module, offset } = atCursor(["consumption.table(‸)"]);
  expect(JSON.stringify(signature(notebook, module, offset))).toContain("TableOptions");
});
