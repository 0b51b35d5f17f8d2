import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { strToU8, zipSync } from "fflate";
import { dropFile, dropFileInCell, dropFileOnNotebook } from "./dropped-file.ts";
import { violations } from "./violations.ts";
import { expect, test, type Workbench } from "./workbench.ts";

const folder = mkdtempSync(join(tmpdir(), "yuheng-data-"));

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** A text in GB18030, which no encoder of the platform writes. */
function gb18030(text: string): Uint8Array {
  const bytesOf = new Map<string, number[]>();
  const decoder = new TextDecoder("gb18030");
  for (let lead = 0xb0; lead < 0xf8; ++lead) {
    for (let trail = 0xa1; trail < 0xff; ++trail) {
      bytesOf.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  }
  return Uint8Array.from([...text].flatMap((sign) => bytesOf.get(sign) ?? [sign.charCodeAt(0)]));
}

/** A workbook with a sheet for each name. */
function workbook(sheets: Readonly<Record<string, readonly (readonly (string | number)[])[]>>): Uint8Array {
  const namespace = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const relations = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
  const kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const names = Object.keys(sheets);
  const parts: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    "_rels/.rels": `<Relationships ${relations}><Relationship Id="rId1" Type="${kinds}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook ${namespace} xmlns:r="${kinds}"><sheets>${names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships ${relations}>${names.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${kinds}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join("")}</Relationships>`,
  };
  for (const [i, name] of names.entries()) {
    const rows = sheets[name]!.map((row, y) => {
      const cells = row.map((value, x) => {
        const place = `${String.fromCharCode(65 + x)}${y + 1}`;
        return typeof value === "number"
          ? `<c r="${place}"><v>${value}</v></c>`
          : `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`;
      });
      return `<row r="${y + 1}">${cells.join("")}</row>`;
    });
    parts[`xl/worksheets/sheet${i + 1}.xml`] =
      `<worksheet ${namespace}><sheetData>${rows.join("")}</sheetData></worksheet>`;
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
}

/** The folder of the notebooks, where added files are put. */
const beside = (name = "") => join(process.env.YUHENG_NOTEBOOKS!, name);

async function prefer(page: Page, preferences: Record<string, unknown> = {}): Promise<void> {
  await page.addInitScript((wanted) => {
    if (self !== top) return;
    localStorage.setItem("yuheng.preferences", JSON.stringify({ language: "en", visited: true, ...wanted }));
  }, preferences);
}

/** A notebook as "New notebook" makes it. */
async function openNew(workbench: Workbench, name: string): Promise<void> {
  await workbench.openCells(name, [{ kind: "md", source: `# ${name}` }]);
  await expect(workbench.output(1)).toHaveText(name);
}

async function choose(page: Page, button: Locator, path: string): Promise<void> {
  const choosing = page.waitForEvent("filechooser");
  await button.click();
  await (await choosing).setFiles(path);
}

/** The texts of the shown cells of a table's column, from 1. */
const column = (table: Locator, place: number) => table.locator(`tbody tr td:nth-child(${place})`);

test("a CSV in GB18030 with semicolons and decimal commas is dropped, looked at, added, and computed with", async ({
  workbench,
  page,
  browser,
}) => {
  await prefer(page);
  await openNew(workbench, "own-csv");
  const rows = ["国家;排放;年", "中国;11902,5;2023", "印度;3062,25;2023", "全球;37791,0;2023"];
  const path = write("各国.csv", gb18030(`${rows.join("\r\n")}\r\n`));
  await dropFileOnNotebook(page, path, workbench.output(1));
  const dialog = page.getByRole("dialog", { name: "各国.csv" });
  await expect(dialog.getByRole("combobox", { name: "Encoding" })).toHaveValue("gb18030");
  await expect(dialog.getByRole("combobox", { name: "Separator" })).toHaveValue(";");
  await expect(dialog.getByRole("combobox", { name: "Decimal sign" })).toHaveValue(",");
  await expect(dialog.getByRole("combobox", { name: "Type of 排放" })).toHaveValue("number");
  await expect(column(dialog.getByRole("table"), 1)).toHaveText(["中国", "印度", "全球"]);

  // Another separator gives other columns, and back.
  await dialog.getByRole("combobox", { name: "Separator" }).selectOption(",");
  await expect(dialog.getByRole("combobox", { name: "Type of 排放" })).toHaveCount(0);
  await dialog.getByRole("combobox", { name: "Separator" }).selectOption(";");
  await dialog.getByRole("textbox", { name: "Unit of 排放" }).fill("Mt CO2");

  const name = dialog.getByRole("textbox", { name: "Name of the table" });
  await name.fill("gcb_territorial");
  await expect(dialog.getByText("There is already a table named")).toHaveCount(0);
  await name.fill("two words");
  await expect(dialog.getByText("Use letters, digits and _, and begin with a letter.")).toBeVisible();
  await dialog.getByRole("button", { name: "Add table" }).click();
  await expect(name).toBeFocused();
  await name.fill("mine");
  await expect(dialog.getByText("In SQL: from mine.")).toBeVisible();
  await dialog.getByRole("button", { name: "Add table" }).click();

  // The data are seen at once, and a cell can compute with them.
  await expect(page.getByText("Added mine (3 rows).")).toBeVisible();
  await expect(workbench.output(2).getByRole("grid")).toContainText("11");
  await expect(workbench.editor(2)).toHaveText("select *from minelimit 100");
  await workbench.edit(2, 'select sum("排放")::double as total from mine');
  await expect(workbench.output(2).getByRole("grid")).toContainText(/52.?755\.8/);

  // It stands beside the notebook with how it is read, so another browser, which has nothing of this one, has it too.
  expect(readFileSync(beside("各国.csv"))).toEqual(readFileSync(path));
  const elsewhere = await browser.newContext({ baseURL: new URL("/", page.url()).href });
  const guest = await elsewhere.newPage();
  await prefer(guest, { panel: true, tab: "data" });
  await guest.goto("#/n/own-csv");
  const found = guest.getByRole("tabpanel").locator("yuheng-dataset").filter({ hasText: "各国.csv" });
  await found.locator("summary").click();
  await expect(found.getByText("Mt CO2")).toBeVisible();
  await expect(found.getByText("text separated by semicolons, GB18030 (GBK) and decimal comma")).toBeVisible();
  await elsewhere.close();

  // The panel shows where it comes from; how it is read can be changed, and it can be removed and restored.
  const panel = page.getByRole("tabpanel");
  const own = panel.locator("yuheng-dataset").filter({ hasText: "各国.csv" });
  await expect(own.getByText("text separated by semicolons, GB18030 (GBK) and decimal comma")).toBeVisible();
  await expect(own.getByText("Mt CO2")).toBeVisible();
  await own.getByRole("button", { name: "Read differently…" }).click();
  await expect(dialog.getByRole("textbox", { name: "Unit of 排放" })).toHaveValue("Mt CO2");
  await dialog.getByRole("combobox", { name: "Type of 年" }).selectOption("text");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("mine is now read as you set it.")).toBeVisible();
  await own.getByRole("button", { name: "Remove" }).click();
  await expect(own).toHaveCount(1);
  await page.getByRole("button", { name: "Delete the file" }).click();
  await expect(own).toHaveCount(0);
  await expect(page.getByText("Deleted the file 各国.csv.")).toBeVisible();
  expect(readdirSync(beside())).not.toContain("各国.csv");
  await page.getByRole("button", { name: "Undo", exact: true }).last().click();
  await expect(own).toHaveCount(1);
  expect(readFileSync(beside("各国.csv"))).toEqual(readFileSync(path));

  // Another file of this name replaces it only if that is wanted.
  writeFileSync(path, "国家;排放\n印度;1\n");
  await dropFileOnNotebook(page, path, workbench.output(1));
  await dialog.getByRole("button", { name: "Add table" }).click();
  await expect(dialog.getByRole("alert")).toContainText("There is another file “各国.csv” beside the notebook.");
  await dialog.getByRole("button", { name: "Keep both" }).click();
  await expect(page.getByText("Added mine_2 (1 row).")).toBeVisible();
  expect(readFileSync(beside("各国-2.csv"))).toEqual(readFileSync(path));
  expect(readFileSync(beside("各国.csv"))).not.toEqual(readFileSync(path));
});

test("both sheets of a workbook become tables, by the button of the data panel, and stay after a reload", async ({
  workbench,
  page,
}) => {
  await prefer(page, { panel: true, tab: "data" });
  await openNew(workbench, "own-workbook");
  const panel = page.getByRole("tabpanel");
  await panel.getByRole("button", { name: "Add data…" }).click();
  const path = write(
    "plants.xlsx",
    workbook({
      Plants: [
        ["plant", "mw"],
        ["A", 600],
        ["B", 350.5],
      ],
      Factors: [
        ["fuel", "t_per_mwh"],
        ["coal", 0.9],
      ],
    }),
  );
  await choose(page, page.getByRole("dialog").getByRole("button", { name: "Choose a file" }), path);
  const dialog = page.getByRole("dialog", { name: "plants.xlsx" });
  await expect(column(dialog.getByRole("table"), 1)).toHaveText(["A", "B"]);
  await dialog.getByRole("button", { name: "Factors" }).click();
  await expect(column(dialog.getByRole("table"), 1)).toHaveText(["coal"]);
  await dialog.getByRole("button", { name: "Add 2 tables" }).click();
  await expect(page.getByText("Added the tables plants, factors.")).toBeVisible();
  await expect(workbench.output(2).getByRole("grid")).toContainText("350.5");
  await workbench.edit(2, "select sum(mw) * max(t_per_mwh) as t from plants, factors");
  await expect(workbench.output(2).getByRole("grid")).toContainText("855.45");
  await page.keyboard.press("Control+s");
  await expect(page.getByText("Saved", { exact: true }).first()).toBeVisible();
  await page.reload();
  await expect(workbench.output(2).getByRole("grid")).toContainText("855.45");
  await expect(panel.getByText("plants.xlsx · Factors")).toBeVisible();
});

test("cells of a spreadsheet are pasted into a new notebook; what is no table can be added as a file", async ({
  workbench,
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-write"]);
  await prefer(page);
  await openNew(workbench, "own-paste");
  await page.evaluate(() => navigator.clipboard.writeText("region\tkt\r\nNorth\t12.5\r\nSouth\t7\r\n"));
  // The notebook has the focus and hands nothing over. A page that may not read the clipboard asks for the table.
  await workbench.output(1).click();
  await page.keyboard.press("Control+v");
  await expect(page.getByRole("dialog", { name: "Add data" })).toBeVisible();
  await page.keyboard.press("Control+v");
  const dialog = page.getByRole("dialog", { name: "pasted.tsv" });
  await expect(dialog).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();

  // One that may takes it at once.
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await workbench.output(1).click();
  await page.keyboard.press("Control+v");
  await expect(column(dialog.getByRole("table"), 2)).toHaveText(["12.5", "7"]);
  await page.keyboard.press("Enter");
  await expect(workbench.output(2).getByRole("grid")).toContainText("North");

  await workbench.frame.getByRole("button", { name: "+ Data" }).click();
  const asking = page.getByRole("dialog", { name: "Add data" });
  const broken = write("broken.xlsx", workbook({ A: [["a"], [1]] }).subarray(0, 300));
  await choose(page, asking.getByRole("button", { name: "Choose a file" }), broken);
  const dialogOfBroken = page.getByRole("dialog", { name: "broken.xlsx" });
  await expect(dialogOfBroken.getByText("It can still be added as a file, for FileAttachment.")).toBeVisible();
  await dialogOfBroken.getByRole("button", { name: "Add file" }).click();
  await expect(page.getByText("Added the file broken.xlsx.")).toBeVisible();
});

test("a file dropped on an element of a cell that takes drops is the cell's", async ({ workbench, page }) => {
  await prefer(page);
  const source = `const zone = html\`<p style="height: 8rem">here</p>\`;
zone.ondragover = (event) => event.preventDefault();
zone.ondrop = async (event) => {
  event.preventDefault();
  const [file] = event.dataTransfer.files;
  zone.textContent = file.name + ": " + (await file.text());
};
display(zone);`;
  await workbench.openCells("own-drop", [
    { kind: "md", source: "# own-drop" },
    { kind: "js", source },
  ]);
  const zone = workbench.output(2).locator("p");
  await expect(zone).toHaveText("here");
  await dropFileInCell(page, write("cell.csv", "a,b"), workbench.output(1), zone);
  await expect(zone).toHaveText("cell.csv: a,b");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("a file that the server cannot take stays in the browser, which is said, and is put beside the notebook later", async ({
  workbench,
  page,
}) => {
  await prefer(page, { panel: true, tab: "data" });
  await openNew(workbench, "own-astray");
  // As if the server had ended.
  await page.route("**/api/files/**", (route) => route.abort());
  await dropFileOnNotebook(page, write("astray.csv", "a,b\n1,2\n"), workbench.output(1));
  await page.getByRole("dialog", { name: "astray.csv" }).getByRole("button", { name: "Add table" }).click();
  await expect(page.getByText("It is kept in this browser only. The server cannot be reached.")).toBeVisible();
  await expect(workbench.output(2).getByRole("grid")).toContainText("2");
  await page.unroute("**/api/files/**");
  const own = page.getByRole("tabpanel").locator("yuheng-dataset").filter({ hasText: "astray.csv" });
  await own.getByRole("button", { name: "Put beside the notebook" }).click();
  await expect(page.getByText("astray.csv now lies beside the notebook.")).toBeVisible();
  await expect(own.getByRole("button", { name: "Put beside the notebook" })).toHaveCount(0);
  await expect(own).toHaveCount(1);
  expect(readFileSync(beside("astray.csv"), "utf8")).toBe("a,b\n1,2\n");
});

test("on a phone in Chinese the dialog fits, stands in nobody's way, and the library offers a notebook for the data", async ({
  page,
  workbench,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await prefer(page, { language: "zh-CN" });
  await page.goto("#/");
  await dropFile(page, write("站点.csv", "站点,日期,排放\n甲,2023-01-31,12.5\n乙,2023-02-28,\n"), page.locator("h1"));
  await page.getByRole("button", { name: "用此数据新建笔记本" }).click();
  const dialog = page.getByRole("dialog", { name: "站点.csv" });
  await expect(dialog.getByRole("combobox", { name: "日期的类型" })).toHaveValue("date");
  expect(await violations(page, { frame: false })).toEqual([]);
  const fits = await dialog.evaluate(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth);
  expect(fits, "nothing is wider than the dialog").toBe(true);
  await dialog.getByRole("button", { name: "添加表" }).click();
  await expect(workbench.output(2).getByRole("grid")).toContainText("甲");
});
