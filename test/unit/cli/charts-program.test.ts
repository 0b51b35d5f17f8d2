import { join } from "node:path";
import { expect, test } from "vitest";
import { buildChartsProgram } from "../../../cli/serve/frame-program.ts";
import { openServices, runCells } from "../headless/services.ts";

const services = openServices();

// Plot looks for a window when it is loaded. A build whose programs were not cached drew its figures half a pixel elsewhere.
test("Figures are the same whether or not the program of the charts has been built before", {
  timeout: 60_000,
}, async () => {
  const program = await buildChartsProgram(join(import.meta.dirname, "../../.."));
  expect(program).toContain("@observablehq/plot");
  const { cells } = await runCells(services, ["Plot.dot([[1, 2]]).plot()"]);
  expect(cells[0]!.html).toContain('transform="translate(0.5,0.5)"');
});
