import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { compileCell } from "../../kernel/compile/index.ts";
import { parseNotebook } from "../../kernel/document/index.ts";
import { openNodeServices } from "../../kernel/headless/node-services.ts";
import { runNotebook } from "../../kernel/headless/run-notebook.ts";
import { bound } from "../../kernel/notebook/cell-names.ts";
import { differencesOf, valuesCell } from "./values-cell.ts";
import { violations } from "./violations.ts";
import { expect, fileOf, test, type Workbench } from "./workbench.ts";

const root = join(import.meta.dirname, "../..");

const notebooks = readdirSync(join(root, "notebooks"))
  .filter((file) => file.endsWith(".html"))
  .map((file) => file.replace(/\.html$/, ""));

// A busy machine may take a minute for what else takes seconds.
test.setTimeout(240_000);

// Nothing is caught half way between two colours.
test.use({ contextOptions: { reducedMotion: "reduce" } });

/** Opens a notebook and holds the page that it becomes against what is asked of every notebook. */
async function expectSound(workbench: Workbench, name: string): Promise<void> {
  await workbench.openWhole(name);
  const { frame, page } = workbench;
  await expect(frame.locator("html")).toHaveClass(/still/);
  await expect(frame.locator(".error")).toHaveCount(0);
  const unnamed = frame.locator(".output > svg:not([aria-label]), .output figure > svg:not([aria-label])");
  await expect(unnamed).toHaveCount(0);
  await expect(frame.getByRole("contentinfo")).toBeVisible();
  expect(await violations(page)).toEqual([]);
}

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
async function inPage({ frame }: Workbench): Promise<unknown> {
  const values = frame.locator("pre.all-values");
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

// The translations of lessons compute the same: they are looked at, and not run by Node again.
for (const name of notebooks.filter((name) => name.endsWith("-zh"))) {
  test(`the notebook ${name} runs to its end without an error, with named figures, sources and nothing in anyone's way`, async ({
    workbench,
  }) => {
    await expectSound(workbench, name);
  });
}

for (const name of notebooks.filter((name) => !name.endsWith("-zh"))) {
  test(`the notebook ${name} runs to its end without an error, with named figures, sources and nothing in anyone's way, and comes to the same values in the page and in Node`, async ({
    workbench,
  }) => {
    const text = withValues(readFileSync(fileOf(name), "utf8"));
    const copy = `same-${name}`;
    writeFileSync(fileOf(copy), text);
    try {
      await expectSound(workbench, copy);
      const page = await inPage(workbench);
      expect(Object.keys(page as object).length).toBeGreaterThan(0);
      expect(differencesOf(page, await inNode(text))).toEqual([]);
    } finally {
      rmSync(fileOf(copy)); // Other tests count the lessons of the folder.
    }
  });
}
