import { expect, test } from "vitest";
import { lateResources } from "../../../../lib/load-resources.ts";
import { loadTool, suggestTools } from "../../../../lib/load-tools.ts";
import { resources } from "../../../../lib/resources.ts";
import { tools } from "../../../../lib/tools.ts";

test("every tool is loaded by its name", async () => {
  for (const tool of tools) expect(await loadTool(tool.name), tool.name).toBe(tool);
});

test("what is no tool is not loaded", async () => {
  for (const name of [
    "consumption",
    "consumption.",
    "consumption.account",
    "nothing.accounts",
    "quantity.toString",
    "",
  ])
    expect(await loadTool(name), name).toBeUndefined();
  expect(await suggestTools("consumption.account")).toContain("consumption.accounts");
});

test("every resource is loaded by its kind", async () => {
  expect(lateResources.map(({ kind }) => kind)).toEqual(resources.map(({ kind }) => kind));
  expect(await Promise.all(lateResources.map((late) => late.load()))).toEqual(resources);
});
