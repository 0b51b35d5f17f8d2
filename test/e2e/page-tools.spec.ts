import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import { expect, test } from "./workbench.ts";

/** The draft's model context, as a browser that has one brings it. */
const polyfill = createRequire(import.meta.url).resolve("@mcp-b/webmcp-polyfill/iife");

interface Tool {
  readonly name: string;
  readonly description?: string;
}

interface Context {
  getTools(): Promise<Tool[]>;
  executeTool(tool: Tool, input: string): Promise<string | null>;
}

const namesIn = (target: Pick<Page, "evaluate">) =>
  target.evaluate(async () => {
    const { modelContext } = document as unknown as { modelContext: Context };
    return (await modelContext.getTools()).map(({ name }) => name).sort();
  });

/** What a tool answers, or the sentence with which it refuses. */
function call(page: Page, name: string, input: object): Promise<unknown> {
  return page.evaluate(
    async ([name, input]) => {
      const { modelContext } = document as unknown as { modelContext: Context };
      const tool = (await modelContext.getTools()).find((each) => each.name === name)!;
      const answer = await modelContext.executeTool(tool, input!).catch((error: Error) => error.message);
      try {
        return JSON.parse(JSON.parse(answer!).content[0].text);
      } catch {
        return answer;
      }
    },
    [name, JSON.stringify(input)] as const,
  );
}

const offered = ["ask", "cell_propose", "cell_value", "cells_list", "proposal_results"];

test("an open notebook offers its cells to the browser's assistant, whose proposal waits for the person", async ({
  workbench,
  page,
}) => {
  await page.addInitScript({ path: polyfill });
  await workbench.openCells("offered", ["const a = 20;", "a + 1"]);
  await workbench.expectWhole();
  await expect.poll(() => namesIn(page)).toEqual(offered);
  await expect(workbench.output(2)).toHaveText("21");
  expect(await call(page, "cells_list", {})).toMatchObject({
    cells: [
      { id: 1, source: "const a = 20;", names: ["a"], status: "fresh" },
      { id: 2, source: "a + 1" },
    ],
  });
  // The preview of a value reaches the page after its output.
  await expect.poll(() => call(page, "cell_value", { name: "a" })).toMatchObject({ name: "a", preview: "20" });
  expect(await call(page, "cell_value", { name: "b" })).toContain("No cell of the notebook has given a value to `b`");
  expect(await call(page, "ask", { question: "How much CO2 did China emit in 2022?" })).toMatchObject({
    kind: "answer",
    values: expect.arrayContaining([expect.objectContaining({ unit: "Mt CO2", primary: true })]),
  });

  // Two proposals wait together, and change nothing until they are taken in.
  expect(await call(page, "cell_propose", { after: 1, source: "const b = a * 2;" })).toEqual({ waits: true, id: 3 });
  expect(await call(page, "cell_propose", { after: 2, source: "a + b" })).toEqual({ waits: true, id: 4 });
  expect(await call(page, "cell_propose", { after: 99, source: "1" })).toContain("There is no cell 99");
  expect(await call(page, "cell_propose", { after: 1, source: 7 })).toContain("cannot take this");
  await expect(workbench.frame.locator(".cell")).toHaveCount(2);
  // They stand in the notebook, run when the person wants it, and the assistant sees what they gave when the person agrees.
  await expect(workbench.frame.locator(".ghost")).toHaveCount(2);
  await page.getByRole("button", { name: "Run on a copy" }).click();
  await expect(workbench.frame.locator(".ghost-results")).toHaveText(["b = 40", "60"]);
  expect(await call(page, "proposal_results", {})).toContain("The person has not allowed");
  await page.getByRole("button", { name: "Allow", exact: true }).click();
  expect(await call(page, "proposal_results", {})).toMatchObject({
    ran: true,
    cells: expect.arrayContaining([
      { cell: 3, status: "ran", shows: ["b = 40"] },
      { cell: 4, status: "ran", shows: ["60"] },
    ]),
  });
  await page.getByRole("button", { name: "Take back" }).click();
  expect(await call(page, "proposal_results", {})).toContain("The person has not allowed");
  await page.getByRole("button", { name: "Compare and choose" }).click();
  await page.getByRole("button", { name: "Use these" }).click();
  await expect(workbench.frame.locator(".cell")).toHaveCount(4);
  await expect(workbench.output(4)).toHaveText("60");

  // A cell's frame has none of the tools, and a closed notebook offers nothing.
  const frame = page.frames().find((each) => each.parentFrame() === page.mainFrame())!;
  expect(await namesIn(frame).catch(() => [])).toEqual([]);
  await page.goto("#/");
  await expect.poll(() => namesIn(page)).toEqual([]);
});

test("the tools speak the page's language", async ({ workbench, page }) => {
  await page.addInitScript({ path: polyfill });
  await workbench.openCells("offered-zh", ["1 + 1"]);
  await expect.poll(() => namesIn(page)).toEqual(offered);
  const titles = () =>
    page.evaluate(async () => {
      const { modelContext } = document as unknown as { modelContext: Context };
      return (await modelContext.getTools()).map(({ description = "" }) => /\p{Script=Han}/u.test(description));
    });
  expect(await titles()).toEqual(offered.map(() => false));
  await page.getByRole("button", { name: "中文", exact: true }).click();
  await expect.poll(titles).toEqual(offered.map(() => true));
  expect(await call(page, "cell_value", { name: "b" })).toContain("没有单元格给出");
});

test("a browser without a model context loads nothing for it", async ({ workbench, page }) => {
  const loaded: string[] = [];
  page.on("request", (request) => loaded.push(request.url()));
  await workbench.openCells("not-offered", ["1 + 1"]);
  await expect(workbench.output(1)).toHaveText("2");
  expect(loaded.filter((url) => /page-tools/.test(url))).toEqual([]);
});
