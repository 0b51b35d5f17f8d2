import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { compileCell } from "../../kernel/compile/index.ts";
import { parseNotebook } from "../../kernel/document/index.ts";
import { openNodeServices } from "../../kernel/headless/node-services.ts";
import { runNotebook } from "../../kernel/headless/run-notebook.ts";
import { bound } from "../../kernel/notebook/cell-names.ts";
import { differencesOf, valuesCell } from "./values-cell.ts";
import { expect, fileOf, test, type Workbench } from "./workbench.ts";

const root = join(import.meta.dirname, "../..");

// The translations of lessons compute the same.
const notebooks = readdirSync(join(root, "notebooks"))
  .filter((file) => file.endsWith(".html") && !file.endsWith("-zh.html"))
  .map((file) => file.replace(/\.html$/, ""));

/** The notebook with a cell more, which writes what all its names stand for. */
function withValues(text: string): string {
  const { cells } = parseNotebook(text);
  const names = cells.flatMap((cell) => compileCell(cell, { builtins: bound }).outputs);
  const cell = `<script id="9999" type="module">\n${valuesCell([...new Set(names)])}\n</script>\n</notebook>`;
  return text.replace("</notebook>", () => cell);
}

async function inNode(text: string): Promise<unknown> {
  const services = openNodeServices({
    datasets: join(root, "datasets"),
    notebook: async (name) => readFileSync(join(dirname(fileOf(name)), `${name}.html`), "utf8"),
  });
  try {
    const { cells } = await runNotebook(text, { services, patience: 60_000 });
    const html = cells.at(-1)!.html;
    const place = document.createElement("div");
    place.innerHTML = html;
    return JSON.parse(place.querySelector("pre")?.textContent ?? "null");
  } finally {
    await services.close();
  }
}

/** What the page has come to when nothing changes any more. */
async function inPage(workbench: Workbench, name: string): Promise<unknown> {
  await workbench.open(name);
  const cells = workbench.frame.locator(".cell");
  await expect(workbench.frame.locator('.cell[data-status="fresh"]')).toHaveCount(await cells.count(), {
    timeout: 120_000,
  });
  const values = workbench.frame.locator("pre.all-values");
  let last = "";
  await expect
    .poll(
      async () => {
        const text = (await values.textContent()) ?? "";
        const still = text !== "" && text === last;
        last = text;
        return still;
      },
      { intervals: [1500], timeout: 120_000 },
    )
    .toBe(true);
  return JSON.parse(last);
}

test("every notebook comes to the same values in the page and in Node", async ({ workbench }) => {
  test.setTimeout(900_000);
  for (const name of notebooks) {
    const text = withValues(readFileSync(fileOf(name), "utf8"));
    writeFileSync(fileOf(`same-${name}`), text);
    const page = await inPage(workbench, `same-${name}`);
    expect(Object.keys(page as object).length, name).toBeGreaterThan(0);
    expect.soft(differencesOf(page, await inNode(text)), name).toEqual([]);
  }
});
