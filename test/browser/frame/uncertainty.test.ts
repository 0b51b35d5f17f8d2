import { describe, it } from "vitest";
import { OpenNotebook } from "./notebook.ts";
import { expectShown, frame, keyboard } from "./remote.ts";

describe("± in the frame:", () => {
  it("± of Welcome's figure shows the intervals of its numbers and their shares; its sentence has ± beside the number", async () => {
    await OpenNotebook.openShipped("welcome");
    const place = (id: number) => frame.locator(`#cell-${id}`);
    const figure = place(4);
    await figure.focus();
    await figure.press("u");
    const sheet = figure.locator(".uncertainty");
    await expectShown(sheet.getByText("The figure shows balance.")).toBeVisible();
    await expectShown(sheet.getByRole("img", { name: /^Distribution of China, production/ })).toBeVisible();
    await expectShown(sheet.getByRole("button", { name: /^USA, production: / })).toBeVisible();
    await sheet.getByRole("combobox", { name: "Number" }).selectOption({ label: "China, consumption" });
    await expectShown(sheet.getByRole("button", { name: /^India, consumption: / })).toBeVisible();
    await expectShown(sheet.getByRole("listitem", { name: /^Net transfer: China: alone \d\d %/ })).toBeVisible();
    await sheet.getByRole("button", { name: "Close ±" }).click();
    const text = place(5);
    await text.focus();
    await text.press("u");
    await expectShown(text.locator(".output")).toContainText(
      /China was the largest emitter of fossil CO₂\.\s[^*]*? were\s+\d+\.\d\s±\s\d(?:\.\d)?\s%\s+(lower|higher)/,
    );
  });

  it("± proposes what can be marked as uncertain; one press does it, and one undo takes it back", async () => {
    const notebook = await OpenNotebook.openCells([
      'const coal = view(Inputs.range([0, 2000], {label: "Coal", value: 1000, step: 100}));',
      "const ef = 94.6;",
      "const emissions = coal * ef / 1000;",
      "emissions",
    ]);
    await expectShown(notebook.output(4)).toHaveText("94.6");
    const open = async (place: number) => {
      await notebook.cell(place).focus();
      await keyboard.press("u");
      return notebook.cell(place).locator(".uncertainty");
    };
    const sheet = await open(4);
    await expectShown(
      sheet.getByText("This number does not depend on any uncertain input yet. Mark one as uncertain:"),
    ).toBeVisible();
    await sheet.getByRole("radio", { name: /^ef/ }).check();
    await sheet.getByRole("spinbutton").fill("0");
    await expectShown(sheet.getByRole("button", { name: "Mark as uncertain" })).toBeDisabled();
    await sheet.getByRole("spinbutton").fill("5");
    await expectShown(sheet.getByRole("insertion")).toContainText(
      'const ef = sample("ef", normal({mean: 94.6, halfWidthPercent: 5})',
    );
    await sheet.getByRole("button", { name: "Mark as uncertain" }).click();
    await expectShown(notebook.output(4)).toHaveText(/^94\.6\s± 4\.\d$/);
    await expectShown(sheet.getByRole("listitem", { name: /^ef: alone/ })).toBeVisible();
    notebook.act("undo");
    await expectShown(notebook.editor(2)).toHaveText("const ef = 94.6;");
    await expectShown(sheet.getByText("This number does not depend on any uncertain input yet.")).toBeVisible();

    // An input stays an input; the name that others read is given by a cell below it, where its ± opens.
    await sheet.getByRole("button", { name: "Close ±" }).click();
    const own = await open(1);
    await expectShown(own.getByText("This is an input")).toBeVisible();
    await own.getByRole("button", { name: "Mark as uncertain" }).click();
    await expectShown(notebook.editor(2)).toContainText('const coal = coalChosen * sample("coal",');
    await expectShown(
      notebook
        .cell(2)
        .locator(".uncertainty")
        .getByRole("listitem", { name: /^coal: alone/ }),
    ).toBeVisible();
    await notebook.output(1).getByRole("slider").fill("500");
    await expectShown(notebook.output(5)).toHaveText("47.3");
    notebook.act("undo");
    await expectShown(notebook.editor(1)).toContainText("const coal = view(");
    await expectShown(frame.locator(".cell")).toHaveCount(4);
    await notebook.expectStatus(4, "fresh");
  });

  it("± of a what-if's sentence marks its slider, which goes through tools and tables", async () => {
    await OpenNotebook.openShipped("what-if");
    const text = frame.locator("#cell-9");
    await text.focus();
    await text.press("u");
    const sheet = text.locator(".uncertainty");
    await expectShown(sheet.getByRole("radio", { name: /^need = 90/ })).toBeChecked();
    await sheet.getByRole("button", { name: "Mark as uncertain" }).click();
    await expectShown(text.locator(".output")).toContainText(/would change by\s+\**−\d+\.\d\s± \d+/, {
      timeout: 100_000,
    });
  });

  it("± goes through a tool's table, and Stop ends it", async () => {
    const notebook = await OpenNotebook.openCells([
      'const scale = sample("China\'s intensities", normal({mean: 1, sd: 0.05}));',
      "const world = consumption.table({year: 2011, regions: 7});",
      'const accounts = consumption.accounts(world.scale({region: "CHN", factor: scale}));',
      "accounts.D_cba[0][1]",
      'const bad = sample("coal EF", lognormal({mean: 94.6, lo: 99.7, hi: 89.5}));',
      "(() => { while (scale !== 1); return scale; })()",
    ]);
    await notebook.expectStatus(4, "fresh");
    await expectShown(notebook.error(5)).toContainText("coal EF: lo (99.7) must be less than hi (89.5).");
    await notebook.cell(4).hover();
    await notebook
      .cell(4)
      .getByRole("button", { name: /how sure/ })
      .click();
    const sheet = notebook.cell(4).locator(".uncertainty");
    await expectShown(sheet.getByRole("img", { name: /95 % of the draws/ })).toBeVisible({ timeout: 60_000 });
    await expectShown(notebook.output(4)).toContainText("±");
    await sheet.getByRole("button", { name: "Stop" }).click();
    await expectShown(sheet.getByText("Stopped after")).toBeVisible();
    await expectShown(sheet.getByRole("progressbar")).toHaveCount(0);

    // A draw that never ends holds a worker, and nobody else.
    await notebook.cell(6).hover();
    await notebook
      .cell(6)
      .getByRole("button", { name: /how sure/ })
      .click();
    await notebook.cell(6).getByRole("button", { name: "Stop", exact: true }).click();
    await expectShown(notebook.cell(6).getByText("Stopped before the first result.")).toBeVisible();
  });
});
