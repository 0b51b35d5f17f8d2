import * as d3 from "d3";
import { expect, test } from "vitest";
import { buildDrawProgram } from "../../../cli/serve/frame-program.ts";
import * as elements from "../../../kernel/montecarlo/d3-elements.ts";

const root = new URL("../../..", import.meta.url).pathname;

test("what of d3 makes elements is listed by the names that it has in d3, and the program of draws goes without its code", async () => {
  for (const name of Object.keys(elements)) expect(Object.keys(d3)).toContain(name);
  for (const name of ["axisLeft", "brush", "drag", "select", "transition"]) expect(elements).toHaveProperty(name);
  // Where d3 keeps the transitions of an element.
  expect(await buildDrawProgram(root)).not.toContain("__transition");
}, 60_000);
