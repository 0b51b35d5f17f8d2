import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CellObject, read } from "@e965/xlsx";
import type { Locator, Page } from "@playwright/test";
import { sumOfFormula } from "../unit/account/sum-of-formula.ts";
import { sidewaysScroll } from "./sideways.ts";
import { violations } from "./violations.ts";
import { expect, test, type Workbench } from "./workbench.ts";

const folder = mkdtempSync(join(tmpdir(), "yuheng-account-"));
const company = join(folder, "energy-2024.csv");
writeFileSync(
  company,
  "Site,Item,Amount,Unit\nLyon,Natural gas,1200,MWh\nLyon,Diesel,5000,L\nLyon,Electricity,800,MWh\nLyon,Frobnicators,3,pcs\n",
);

const nextYear = join(folder, "energy-2025.csv");
writeFileSync(nextYear, `${readFileSync(company, "utf8").replace("1200", "1500")}Nice,Diesel,900,L\n`);

const bill = join(folder, "kettle-bill.csv");
writeFileSync(
  bill,
  "Pos,Part,Material,Qty,Mass each (g)\n1,Body,Stainless steel,1,420\n2,Base,Polypropylene,1,180\n3,Screws,Steel,6,2.5\n4,Widget,Frobnium,1,12\n",
);

/** The folder of the notebooks, where added files are put. */
const beside = (name: string) => join(process.env.YUHENG_NOTEBOOKS!, name);

const words = {
  en: {
    data: "Add data…",
    choose: /^Choose/,
    compute: "Compute emissions…",
    region: "Country or province",
    report: "Report (.xlsx)",
    page: "Report (page to print)",
    write: "Write cells",
    update: "Update cells",
    year: "Year",
    questions: "Questions",
  },
  zh: {
    data: "添加数据…",
    choose: /^选择/,
    compute: "计算排放量…",
    region: "国家或省份",
    report: "报告（.xlsx）",
    page: "报告（可打印页面）",
    write: "写入单元格",
    update: "更新单元格",
    year: "年份",
    questions: "待确认的问题",
  },
} as const;

/** What a person does, counted from the press on + Data. */
class Actions {
  count = 0;
  async press(button: Locator): Promise<void> {
    this.count += 1;
    await button.click();
  }
  async fill(field: Locator, text: string): Promise<void> {
    this.count += 1;
    await field.fill(text);
    await field.press("Tab");
  }
}

async function begin(page: Page, workbench: Workbench, language: "en" | "zh", name: string): Promise<void> {
  const tag = language === "en" ? "en" : "zh-CN";
  await page.addInitScript(
    (wanted) => {
      if (self === top) localStorage.setItem("yuheng.preferences", JSON.stringify({ visited: true, ...wanted }));
    },
    { language: tag, panel: false },
  );
  await workbench.openCells(name, [{ kind: "md", source: `# ${name}` }]);
}

/** Opens the account of a file from the palette's + Data. */
async function addForAccount(page: Page, actions: Actions, language: "en" | "zh", path: string): Promise<void> {
  const { data, choose, compute } = words[language];
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill(data);
  await page.keyboard.press("Enter");
  const choosing = page.waitForEvent("filechooser");
  await actions.press(page.getByRole("dialog").getByRole("button", { name: choose }));
  // Choosing the file in the system's dialog is an action, too.
  actions.count += 2;
  await (await choosing).setFiles(path);
  await actions.press(page.getByRole("dialog").getByRole("button", { name: compute }));
}

/** Opens the account of the chosen cell again, and writes it with another year. */
async function changeYear(page: Page, workbench: Workbench, language: "en" | "zh"): Promise<void> {
  const { compute, update, year } = words[language];
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill(compute);
  await page.keyboard.press("Enter");
  const dialog = page.locator("yuheng-account dialog");
  await expect(dialog).toHaveAttribute("aria-busy", "false");
  await dialog.getByRole("spinbutton", { name: year }).fill("2021");
  await page.keyboard.press("Tab");
  await expect(dialog).toHaveAttribute("aria-busy", "false");
  await dialog.getByRole("button", { name: update }).click();
  await expect(dialog).toBeHidden();
  await workbench.expectWhole();
  await expect(workbench.frame.getByRole("heading", { name: "2021" })).toBeVisible();
}

/** Opens a report with another reader, and sums its lines by the conditions of its totals. */
function expectOwnSums(bytes: Buffer): void {
  const { Sheets, SheetNames } = read(bytes, { type: "buffer", cellFormula: true });
  const summary = Object.values(Sheets[SheetNames[0]!]!) as CellObject[];
  const totals = summary.filter(({ f }) => f);
  expect(totals.length).toBeGreaterThan(2);
  for (const { f, v } of totals) expect(sumOfFormula(f!, Sheets) / (v as number)).toBeCloseTo(1, 10);
}

for (const [language, width] of [
  ["en", 1280],
  ["zh", 390],
] as const) {
  test(`a company's file becomes cells in at most eight actions, in ${language} at ${width} px`, async ({
    page,
    workbench,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await begin(page, workbench, language, `account-${language}`);
    const actions = new Actions();
    await addForAccount(page, actions, language, company);
    const { region, write } = words[language];
    const dialog = page.locator("yuheng-account dialog");
    await expect(dialog.getByRole("listitem").filter({ hasText: "Frobnicators" })).toBeVisible();
    await expect(dialog.getByRole("radio").first()).toBeChecked();
    await actions.fill(dialog.getByRole("combobox", { name: region }), language === "en" ? "France" : "法国");
    await expect(dialog).toHaveAttribute("aria-busy", "false");
    await expect(dialog.getByRole("status").first()).toContainText("3");
    expect(await sidewaysScroll(page)).toEqual([]);
    expect(await violations(page, { frame: false })).toEqual([]);
    const downloaded = async (name: string) => {
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        actions.press(dialog.getByRole("button", { name })),
      ]);
      return { name: file.suggestedFilename(), bytes: readFileSync((await file.path())!) };
    };
    const workbook = await downloaded(words[language].report);
    expect(workbook.name).toBe(language === "en" ? "energy-2024 report 2024.xlsx" : "energy-2024 报告 2024.xlsx");
    expectOwnSums(workbook.bytes);
    await actions.press(dialog.getByRole("button", { name: write }));
    expect(actions.count).toBeLessThanOrEqual(8);
    await expect(dialog).toBeHidden();
    await workbench.expectWhole();
    expect(await workbench.frame.locator(".cell").count()).toBe(10);
    await expect(workbench.frame.locator("figure svg").first()).toBeVisible();
    expect(JSON.parse(readFileSync(beside("energy-2024.mapping.json"), "utf8"))).toMatchObject({ kind: "company" });
  });
}

for (const [language, width] of [
  ["en", 390],
  ["zh", 1280],
] as const) {
  test(`a bill of materials becomes the account of a product in at most six actions, in ${language} at ${width} px`, async ({
    page,
    workbench,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await begin(page, workbench, language, `bill-${language}`);
    const actions = new Actions();
    await addForAccount(page, actions, language, bill);
    const dialog = page.locator("yuheng-account dialog");
    await expect(dialog.getByRole("listitem").filter({ hasText: "Frobnium" })).toBeVisible();
    await expect(dialog).toHaveAttribute("aria-busy", "false");
    await expect(dialog.getByRole("status").first()).toContainText("kg CO");
    // One question is asked, and what its answers change is computed.
    await expect(dialog.getByText(/^(?:Question 1 of|第 1 个问题)/)).toBeVisible();
    const questions = dialog.getByRole("group", { name: words[language].questions });
    await expect(questions.getByRole("radio", { checked: true })).toHaveCount(1);
    await expect(dialog.getByRole("status").first()).toContainText("3");
    expect(await sidewaysScroll(page)).toEqual([]);
    expect(await violations(page, { frame: false })).toEqual([]);
    await actions.press(dialog.getByRole("button", { name: words[language].write }));
    expect(actions.count).toBeLessThanOrEqual(6);
    await expect(dialog).toBeHidden();
    await workbench.expectWhole();
    await expect(workbench.frame.locator("figure svg").first()).toBeVisible();
    await changeYear(page, workbench, language);
    expect(JSON.parse(readFileSync(beside("kettle-bill.mapping.json"), "utf8"))).toMatchObject({ kind: "product" });
  });
}

test("a second file becomes the second year in at most four further actions, with the change and the base year", async ({
  page,
  workbench,
}) => {
  await begin(page, workbench, "en", "account-years");
  const dialog = page.locator("yuheng-account dialog");
  const write = dialog.getByRole("button", { name: words.en.write });
  await addForAccount(page, new Actions(), "en", company);
  const region = dialog.getByRole("combobox", { name: words.en.region });
  await expect(dialog).toHaveAttribute("aria-busy", "false");
  await expect(dialog.locator("datalist#regions option").first()).toBeAttached();
  await new Actions().fill(region, "France");
  await expect(dialog).toHaveAttribute("aria-busy", "false");
  await write.click();
  await expect(dialog).toBeHidden();
  await workbench.expectWhole();
  await addForAccount(page, new Actions(), "en", nextYear);
  await expect(dialog).toHaveAttribute("aria-busy", "false");
  const further = new Actions();
  further.count += 1;
  await dialog.getByRole("combobox", { name: "Compare with" }).selectOption("energy-2024.csv, 2024");
  await expect(region).toHaveValue(/France/);
  await expect(dialog).toHaveAttribute("aria-busy", "false");
  await further.press(write);
  expect(further.count).toBeLessThanOrEqual(4);
  await expect(dialog).toBeHidden();
  await workbench.expectWhole();
  await expect(workbench.frame.getByText(/From 2024 to 2025 emissions changed by/)).toBeVisible();
  await expect(workbench.frame.getByText("The base year is kept.")).toBeVisible();
  await expect(workbench.frame.getByText(/“Nice” is in the later year only/)).toBeVisible();
});
