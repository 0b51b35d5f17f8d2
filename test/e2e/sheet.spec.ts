import { readFileSync } from "node:fs";
import { bookOf, fuels, lockedXlsx } from "../unit/account/reading/bad-files.ts";
import { violations } from "./violations.ts";
import { expect, fileOf, test } from "./workbench.ts";

const csv = (text: string) => ({ name: "fuels.csv", mimeType: "text/csv", buffer: Buffer.from(text) });

test("activity data of one's own are read, their columns mapped once, and both stay with the notebook", async ({
  workbench,
  page,
}) => {
  await workbench.openCells("sheet", [
    "const sheet = view(activitySheet());",
    'const compiled = sheet.file ? inventory.compile({...sheet, region: "CHN"}) : null;',
    "compiled ? compiled.lines.map((d) => d.activity + ' ' + d.value.toFixed(1)).join('; ') : 'none'",
    "compiled ? compiled.problems.join(' ') : ''",
  ]);
  await expect(workbench.output(3)).toHaveText('"none"');
  const file = workbench.output(1).locator("input[type=file]");
  await file.setInputFiles(csv("source,Fuel,Unit,2020\n1.A,Natural Gas,TJ,1000\n1.A,Crude Oil,parsec,5\n"));
  await expect(workbench.output(1)).toContainText("fuels.csv: 2 rows");
  const category = workbench.output(1).getByLabel(/IPCC category/);
  await expect(category).toHaveValue("");
  await category.selectOption("source");
  await expect(workbench.output(3)).toHaveText('"Natural Gas 56.1"');
  await expect(workbench.output(4)).toContainText("Row 2, column Unit");
  expect(await violations(page)).toEqual([]);

  // The sheet is an input of the reader's, until it is saved as the notebook's own.
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("inputs as default");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Unsaved", { exact: true }).first()).toBeVisible();
  await page.keyboard.press("Control+S");
  await expect(page.getByText("Saved", { exact: true }).first()).toBeVisible();
  await expect.poll(() => readFileSync(fileOf("sheet"), "utf8")).toContain("fuels.csv");
  await page.reload();
  await expect(workbench.output(3)).toHaveText('"Natural Gas 56.1"');
  // A later file with the same heads finds its mapping again.
  await workbench
    .output(1)
    .locator("input[type=file]")
    .setInputFiles(csv("source,Fuel,Unit,2020\n1.A,Natural Gas,TJ,2000\n"));
  await expect(workbench.output(3)).toHaveText('"Natural Gas 112.2"');
  await workbench.output(1).locator("input[type=file]").setInputFiles(csv("a,,b\n1,2,3\n"));
  await expect(workbench.output(1).getByRole("alert")).toContainText("row 1, column 2");
  await expect(workbench.output(3)).toHaveText('"Natural Gas 112.2"');
});

test("whatever the dialog of an account opens is opened, and what it refuses is refused in the same sentence", async ({
  workbench,
  page,
}) => {
  await workbench.openCells("formats", [
    "const sheet = view(activitySheet());",
    "sheet.activity.map((row) => [row.Fuel ?? row.燃料, row.Amount ?? row.数量, row.Unit ?? row.单位].join(' ')).join('; ')",
  ]);
  const program = page.waitForRequest(/\/sheets\b[^/]*\.js/);
  const choose = (name: string, buffer: Uint8Array) =>
    workbench
      .output(1)
      .locator("input[type=file]")
      .setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(buffer) });
  await choose("fuels.xls", bookOf({ Fuels: fuels }, "biff8"));
  await program;
  await expect(workbench.output(2)).toHaveText('"Diesel 100 L; Natural gas 500 kWh"');
  const more = [...fuels, ["Wood", 3, "t"]];
  await choose("fuels.ods", bookOf({ Fuels: more }, "ods"));
  await expect(workbench.output(2)).toHaveText('"Diesel 100 L; Natural gas 500 kWh; Wood 3 t"');
  const gbk = [0xc8, 0xbc, 0xc1, 0xcf, 44, 0xca, 0xfd, 0xc1, 0xbf, 44, 0xb5, 0xa5, 0xce, 0xbb, 10];
  await choose("fuels.csv", Uint8Array.of(...gbk, 0xb2, 0xf1, 0xd3, 0xcd, ...Buffer.from(",7,kg\n")));
  await expect(workbench.output(2)).toHaveText('"柴油 7 kg"');
  await expect(workbench.output(1).getByRole("alert")).toContainText("was read as GB18030");
  await choose("locked.xlsx", lockedXlsx());
  await expect(workbench.output(1).getByRole("alert")).toHaveText(
    "locked.xlsx: the workbook is protected by a password. Save it without a password.",
  );
  await expect(workbench.output(2)).toHaveText('"柴油 7 kg"');
});

test("the template of a sector is downloaded, and comes back filled in without a mapping", async ({
  workbench,
  page,
}) => {
  await workbench.open("inventory-country");
  const link = workbench.frame.getByRole("link", { name: /Download the sheet/ });
  await expect(link).toBeVisible({ timeout: 60_000 });
  const downloading = page.waitForEvent("download");
  await link.click();
  const file = await downloading;
  expect(file.suggestedFilename()).toBe("activity-1-2019.csv");
  const [head, ...rows] = readFileSync((await file.path())!, "utf8")
    .trim()
    .split(/\r?\n/);
  expect(rows.length).toBeGreaterThan(50);
  const gas = rows.find((row) => /^1\.A\.1,Natural Gas,/.test(row))!;
  await workbench.openCells("template", [
    "const sheet = view(activitySheet());",
    'const compiled = sheet.file ? inventory.compile({...sheet, region: "CHN"}) : null;',
    "compiled ? compiled.lines.filter((d) => d.gas === 'CO2').map((d) => d.activity + ' ' + d.value.toFixed(1)).join('; ') : 'none'",
  ]);
  const filled = gas.split(",").map((cell, i) => (head!.split(",")[i] === "value" ? "1000" : cell));
  await workbench
    .output(1)
    .locator("input[type=file]")
    .setInputFiles(csv(`${head}\n${filled.join(",")}\n`));
  await expect(workbench.output(3)).toHaveText('"Natural Gas 56.1"');
});
