import { describe, expect, it } from "vitest";
import { cellNames } from "../../../kernel/cell/names.ts";
import { openServices, runCells } from "../headless/services.ts";
import { openProgram } from "../typing/notebook.ts";

const services = openServices();

describe("The table of names that cells find", () => {
  const names = cellNames.map(({ name }) => name);

  it("has each name once", () => {
    expect(new Set(names).size).toBe(names.length);
  });

  it("is what a run is given: no name of it is undefined", async () => {
    const { values } = await runCells(services, [`const found = {${names.map((name) => `${name}: typeof ${name}`)}}`]);
    const missing = Object.entries(values.get("found") as Record<string, string>).filter(
      ([, is]) => is === "undefined",
    );
    expect(missing.map(([name]) => name).filter((name) => !name.startsWith("request"))).toEqual([]);
  });

  it("is what the language service declares, but for what the browser has itself", () => {
    const { library } = openProgram();
    const own = new Set(["Math", "Date", "setTimeout", "setInterval", "queueMicrotask"]);
    expect(names.filter((name) => !library.has(name) && !own.has(name) && !name.startsWith("request"))).toEqual([]);
  });
});
