import "../../app/design/tokens.css";
import "../../app/design/page.css";
import axe from "axe-core";
import { afterEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { speech } from "../../app/language/speech.ts";
import { choicesFor } from "../../app/workbench/account/account-choices.ts";
import type { AccountDialog, ShownAccount } from "../../app/workbench/account/account-dialog.ts";
import "../../app/workbench/account/account-dialog.ts";
import { AccountDraft } from "../../app/workbench/account/account-draft.ts";
import { emptyMapping } from "../../app/workbench/account/mapping-edits.ts";
import type { WrittenAccount } from "../../app/workbench/account/written-account.ts";
import { rememberSentences } from "../../kernel/services/compute/sentences.ts";
import { keptMapping } from "../../lib/account/kept-mapping.ts";
import { mappingShape } from "../../lib/account/mapping-shape.ts";
import { mappingChanges } from "../../lib/account/matching/mapping-changes.ts";
import { writeMessage } from "../../lib/message/write.ts";
import { accountOf, lineOf, readOf, unmatched } from "../unit/app/account/hand-made-account.ts";
import { handMadeDesk } from "../unit/app/account/hand-made-desk.ts";

const plain = lineOf("Diesel", 2);
const lines = [
  plain,
  lineOf("Fuel oil for the boilers of the old building", 3, { match: { ...plain.match, kind: "class" }, site: "Lyon" }),
  unmatched("Valves", 4),
  ...Array.from({ length: 120 }, (_, i) => lineOf(`Diesel of car ${i}`, 5 + i)),
];
const sheets = [
  {
    name: "Energy",
    rows: [["Name", "Amount", "Unit"], ...lines.map(({ name, amount, unit }) => [name, amount, unit])],
  },
  { name: "Notes", rows: [["Prepared by"]] },
];
const regions = [
  { code: "FRA", en: "France", zh: "法国" },
  { code: "CN-JS", en: "Jiangsu", zh: "江苏" },
];

afterEach(() => {
  document.body.replaceChildren();
  document.documentElement.dataset.theme = "light";
  speech.speak("en");
});

const shown: ShownAccount = { isUpdate: false, notes: [], problems: [], others: [] };

async function open(given: Partial<ShownAccount> = {}, notes: readonly string[] = []) {
  const inputs: Record<string, unknown>[] = [];
  const call = async (tool: string, input: unknown) => {
    inputs.push({ tool, ...(input as object) });
    return tool === "account.read" ? readOf(lines) : { ...accountOf(lines), notes };
  };
  const dialog = document.createElement("yuheng-account") as AccountDialog;
  Object.assign(dialog, { workbench: { changes: new EventTarget() }, regions });
  document.body.append(dialog);
  const choices = choicesFor({ is: "file", file: "energy-2024.xlsx" });
  await dialog.show(new AccountDraft(handMadeDesk(call, sheets), choices, emptyMapping), { ...shown, ...given });
  return { dialog, last: (tool: string) => inputs.findLast((input) => input.tool === tool)! };
}

async function violations(): Promise<string[]> {
  const { violations } = await axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${target} ${html.slice(0, 120)}`),
  );
}

test("the answer comes first, and each line stands beside what it was taken for", async () => {
  const { last } = await open();
  await expect.element(page.getByText("12 t CO₂e, from 2 of 3 lines")).toBeVisible();
  await expect.element(page.getByText("122 of 123 lines of the file are in this figure.")).toBeVisible();
  await expect.element(page.getByRole("radio", { name: "Company" })).toBeChecked();
  const items = page.getByRole("list", { name: "Lines" }).getByRole("listitem");
  expect(items.elements()).toHaveLength(2);
  await page.getByRole("button", { name: "Take as Motor gasoline" }).first().click();
  expect(last("account.compute")).toMatchObject({ mapping: { entries: [{ to: "fuel:petrol" }] } });
  await page.getByRole("button", { name: "All (123)" }).click();
  expect(items.elements()).toHaveLength(40);
  await page.getByRole("button", { name: "Next" }).click();
  await expect.element(page.getByText("41–80 of 123")).toBeVisible();
});

test("the names of the head stand above their columns", async () => {
  const { dialog } = await open();
  const rows = [...dialog.shadowRoot!.querySelectorAll(".preview tr")];
  const edges = (row: Element) => [...row.children].map((cell) => Math.round(cell.getBoundingClientRect().left));
  expect(rows.length).toBeGreaterThan(3);
  expect(rows[0]!.querySelector("[aria-pressed=true]")).not.toBeNull();
  for (const row of rows) expect(edges(row)).toEqual(edges(rows[1]!));
});

test("the head is set by a press on its row, a sheet by a tick, a region by a name in either language", async () => {
  const { last } = await open();
  await page.getByRole("button", { name: "Row 3: the head is this row" }).click();
  expect(last("account.read")).toMatchObject({ head: { Energy: 3 } });
  await page.getByRole("checkbox", { name: "Read “Notes”" }).click();
  expect(last("account.read")).toMatchObject({ sheet: ["Energy", "Notes"] });
  await page.getByRole("combobox", { name: "Country or province" }).fill("江苏");
  await userEvent.keyboard("{Tab}");
  expect(last("account.compute")).toMatchObject({ region: "CN-JS" });
});

test("a line is left out with a reason, and split in shares that add up", async () => {
  const { last } = await open();
  await page.getByRole("button", { name: "Change “Valves”" }).click();
  await page.getByText("Split in shares").click();
  await page.getByRole("combobox", { name: "Part 1" }).selectOptions("Gas/diesel oil");
  await page.getByRole("combobox", { name: "Part 2" }).selectOptions("Motor gasoline");
  await page.getByRole("textbox", { name: "Share of part 1, %" }).fill("70");
  await page.getByRole("button", { name: "Apply the split" }).click();
  await expect.element(page.getByText("The shares add up to 120 %, not 100 %.")).toBeVisible();
  await page.getByRole("textbox", { name: "Share of part 2, %" }).fill("30");
  await page.getByRole("button", { name: "Apply the split" }).click();
  expect(last("account.compute")).toMatchObject({
    mapping: { entries: [{ name: "Valves", split: [{ share: 0.7 }, { share: 0.3 }] }] },
  });
});

test("a line has an own factor by the press beside its factor, which says what lacks and is taken away by one press", async () => {
  const { last } = await open();
  await page.getByRole("button", { name: "Own factor of “Valves”" }).click();
  const value = page.getByRole("textbox", { name: "Value" });
  expect(document.activeElement?.shadowRoot).not.toBeNull();
  await userEvent.keyboard("2.5");
  await expect.element(value).toHaveValue("2.5");
  await expect.element(page.getByRole("combobox", { name: "Unit" })).toHaveValue("kg CO2e/L");
  await page.getByRole("textbox", { name: "Year of the factor" }).fill("2023");
  const apply = page.getByRole("button", { name: "Use this factor" });
  await apply.click();
  await expect.element(page.getByRole("alert")).toHaveTextContent("Source: state where the factor comes from.");
  expect(await violations()).toEqual([]);
  // Its source is in focus.
  await userEvent.keyboard("Declaration of the supplier");
  await apply.click();
  await expect.element(page.getByRole("alert")).toHaveTextContent(/^Where the line counts: choose a scope/);
  const places = page.getByRole("combobox", { name: "Where the line counts" });
  await places.selectOptions("Scope 2: electricity");
  await page.getByRole("checkbox", { name: "Supplier’s rate (market-based)" }).click();
  await apply.click();
  const factor = { value: 2.5, unit: "kg CO2e/L", source: "Declaration of the supplier", year: 2023 };
  expect(last("account.compute")).toMatchObject({
    mapping: {
      entries: [{ name: "Valves", factor: { ...factor, scope: "2", category: "electricity", market: true } }],
    },
  });
  await page.getByRole("button", { name: "Remove own factor" }).click();
  expect(last("account.compute")).toMatchObject({ mapping: { entries: [] } });
});

test("a line of a product's bill has an own factor without a scope, and one of an inventory has none", async () => {
  const { last } = await open();
  await page.getByRole("radio", { name: "Product" }).click();
  await page.getByRole("button", { name: "Own factor of “Valves”" }).click();
  await page.getByRole("textbox", { name: "Value" }).fill("2,5");
  await page.getByRole("textbox", { name: "Year of the factor" }).fill("2023");
  await page.getByRole("textbox", { name: "Source" }).fill("Declaration of the supplier");
  expect(page.getByRole("combobox", { name: "Where the line counts" }).elements()).toEqual([]);
  await userEvent.keyboard("{Enter}");
  const factor = { value: 2.5, unit: "kg CO2e/L", source: "Declaration of the supplier", year: 2023 };
  expect(last("account.compute")).toMatchObject({
    kind: "product",
    mapping: { entries: [{ name: "Valves", factor }] },
  });
  await page.getByRole("radio", { name: "Inventory" }).click();
  await expect.element(page.getByRole("button", { name: "Change “Valves”" })).toBeVisible();
  expect(page.getByRole("button", { name: "Own factor of “Valves”" }).elements()).toEqual([]);
});

test("the report is asked for in its form by the standard that was chosen of those for the kind", async () => {
  const { dialog } = await open();
  const asked: unknown[] = [];
  dialog.addEventListener("report", (event) => asked.push((event as CustomEvent).detail));
  const standard = page.getByRole("combobox", { name: "Fields of the report" });
  await expect.element(standard).toHaveTextContent(/GHG Protocol.*ISO 14064-1/);
  await page.getByRole("button", { name: "Report (.xlsx)" }).click();
  await standard.selectOptions("iso-14064-1");
  await page.getByRole("button", { name: "Report (page to print)" }).click();
  expect(asked).toEqual([
    { form: "xlsx", standard: "ghg-protocol" },
    { form: "html", standard: "iso-14064-1" },
  ]);
});

test("what only a person can state of the report is asked for by its standard, and computes nothing anew", async () => {
  const { dialog, last } = await open();
  await page.getByText(/^Statements in the report \(0 of/).click();
  await page.getByRole("combobox", { name: "Reporting organisation" }).fill("Works Ltd");
  await page.getByRole("combobox", { name: "Organisational boundary and consolidation approach" }).fill("Equity share");
  await userEvent.keyboard("{Tab}");
  await expect.element(page.getByText(/^Statements in the report \(2 of/)).toBeVisible();
  expect(dialog.draft!.mapping.statements).toEqual({ organisation: "Works Ltd", approach: "Equity share" });
  expect(last("account.compute").mapping).not.toHaveProperty("statements");
  // The year is stated by the account itself.
  expect(page.getByRole("combobox", { name: "Reporting period" }).elements()).toEqual([]);
  expect(await violations()).toEqual([]);
});

test("cells that were edited by hand are overwritten after a second press alone", async () => {
  const { dialog } = await open();
  const events: string[] = [];
  for (const name of ["write", "overwrite"]) dialog.addEventListener(name, () => events.push(name));
  await page.getByRole("button", { name: "Write cells" }).click();
  dialog.askOverwrite();
  await expect.element(page.getByText(/were edited by hand/)).toBeVisible();
  expect(events).toEqual(["write"]);
  await page.getByRole("button", { name: "Overwrite" }).click();
  expect(events).toEqual(["write", "overwrite"]);
});

for (const [width, theme, language] of [
  [1280, "light", "en"],
  [390, "dark", "zh-CN"],
] as const) {
  test(`at ${width} px in the ${theme} theme and in ${language} nothing is cut, and axe finds nothing`, async () => {
    await page.viewport(width, 800);
    document.documentElement.dataset.theme = theme;
    speech.speak(language);
    const { dialog } = await open();
    await expect.element(page.getByText(/12 t CO₂e/)).toBeVisible();
    await page.getByRole("button", { name: /(Change|更改).*Valves/ }).click();
    const box = dialog.shadowRoot!.querySelector("dialog")!;
    expect(box.scrollWidth).toBeLessThanOrEqual(box.clientWidth);
    expect(await violations()).toEqual([]);
    await page.getByRole("button", { name: /^(Own factor of “Valves”|“Valves”的自有因子)$/ }).click();
    await expect.element(page.getByRole("textbox", { name: /^(Value|数值)$/ })).toBeVisible();
    expect(box.scrollWidth).toBeLessThanOrEqual(box.clientWidth);
    expect(await violations()).toEqual([]);
  });
}

test("an account is compared with one of its kind and another year, whose region it takes", async () => {
  const other = (year: number, kind: "company" | "product", place: number): WrittenAccount => ({
    choices: { ...choicesFor({ is: "file", file: `energy-${year}.xlsx` }), kind, year, region: "FRA" },
    names: { data: `data${place}`, mapping: `mapping${place}`, account: `account${place}` },
    cells: { data: 3 * place, mapping: 3 * place + 1, account: 3 * place + 2 },
  });
  const { dialog, last } = await open({
    others: [other(2023, "company", 1), other(2024, "company", 2), other(2022, "product", 3)],
  });
  const field = page.getByRole("combobox", { name: "Compare with" });
  await expect.element(field).toHaveTextContent(/^\s*No other year\s*energy-2023.xlsx, 2023\s*$/);
  expect(dialog.compared).toBeNull();
  await field.selectOptions("energy-2023.xlsx, 2023");
  expect(dialog.compared?.names.account).toBe("account1");
  expect(last("account.compute")).toMatchObject({ region: "FRA" });
  expect(await violations()).toEqual([]);
});

test("questions are asked one at a time, the assumed answer chosen and beside each other what it changes", async () => {
  const told: unknown[] = [];
  const ask = (key: string, question: string) => ({
    key,
    question,
    options: [
      { value: "diesel", label: "Litres of diesel" },
      { value: "petrol", label: "Litres of petrol" },
    ],
    assumed: "diesel",
    rows: [],
  });
  const call = async (tool: string, input: unknown) => {
    if (tool === "account.read") return { ...readOf(lines), asks: [ask("litres", "Which litres are these?")] };
    const { mapping } = input as { mapping: { answers: Record<string, string> } };
    told.push(mapping.answers);
    const account = accountOf(lines);
    const [total] = account.totals;
    const value =
      12 + (mapping.answers.litres === "petrol" ? -1.234 : 0) + (mapping.answers.cars === "petrol" ? 0.4 : 0);
    return { ...account, asks: [ask("cars", "What do the cars burn?")], totals: [{ ...total!, value }] };
  };
  const dialog = document.createElement("yuheng-account") as AccountDialog;
  Object.assign(dialog, { workbench: { changes: new EventTarget() }, regions });
  document.body.append(dialog);
  const choices = choicesFor({ is: "file", file: "energy-2024.xlsx" });
  await dialog.show(new AccountDraft(handMadeDesk(call, sheets), choices, emptyMapping), shown);
  await expect.element(page.getByText("Question 1 of 2")).toBeVisible();
  await expect.element(page.getByRole("radio", { name: "Litres of diesel assumed" })).toBeChecked();
  await expect.element(page.getByRole("radio", { name: "Litres of petrol −1.2 t CO₂e" })).toBeVisible();
  await page.getByRole("button", { name: "Next question" }).click();
  await page.getByRole("radio", { name: "Litres of petrol +0.400 t CO₂e" }).click();
  await expect.element(page.getByRole("radio", { name: "Litres of petrol in the figure" })).toBeChecked();
  // The answer is in the figure now, and the other would take it out again.
  await expect.element(page.getByRole("radio", { name: "Litres of diesel −0.400 t CO₂e" })).toBeVisible();
  await page.getByText("All questions (1 of 2 answered)").click();
  await page.getByRole("button", { name: "Which litres are these?" }).click();
  await expect.element(page.getByRole("radio", { name: "Litres of petrol −1.2 t CO₂e" })).toBeVisible();
  expect(told.at(-1)).toEqual({ cars: "petrol", litres: "petrol" });
  expect(await violations()).toEqual([]);
});

test.each([
  [
    "en",
    "Compared with the mapping",
    "Lines were matched as in energy-2023.mapping.json",
    "“Valves” is in kg here but in t in the mapping",
    "entry 2 of the mapping (“Gas”) was not used",
  ],
  [
    "zh-CN",
    "与对应表的差异",
    "各行按另一年份文件的对应表 energy-2023.mapping.json 匹配。",
    "“Valves”在本文件中以 kg 计，在对应表中以 t 计",
    "对应表第 2 项（“Gas”）未采用",
  ],
])(
  "what of last year's mapping does not fit is seen before the lines (%s)",
  async (tag, title, from, change, problem) => {
    speech.speak(tag as "en");
    const valves = readOf([unmatched("Valves", 4)]).lines.map((line) => ({ ...line, unit: "kg" }));
    const text = '{"entries": [{"name": "Valves", "unit": "t", "skip": "sold"}, {"name": "Gas", "to": 5}]}';
    const kept = keptMapping("energy-2024.xlsx", "energy-2023.mapping.json", text);
    const changes = mappingChanges(valves, mappingShape.parse(kept.mapping));
    // The sentences of a result come in English, with their messages beside it.
    rememberSentences(changes);
    await open(
      kept,
      changes.map((each) => writeMessage(each)),
    );
    await expect.element(page.getByRole("alert")).toHaveTextContent(problem);
    const part = page.getByRole("group").filter({ hasText: title }).last();
    await expect.element(part.getByText(from)).toBeVisible();
    await expect.element(part.getByText(change)).toBeVisible();
    expect(await violations()).toEqual([]);
  },
);
