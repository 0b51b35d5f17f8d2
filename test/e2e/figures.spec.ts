import { readFileSync } from "node:fs";
import type { Download, Locator, Page } from "@playwright/test";
import { tableFromIPC } from "apache-arrow";
import { parseHTML } from "linkedom";
import { expect, test, type Workbench } from "./workbench.ts";

/** What an author writes who knows nothing of footers: no caption, fields as they are called in the data. */
const plain = [
  "const table = await datasets.load('carbon_budget_countries')",
  `const rows = ["CHN", "USA", "IND"].map((code) => Array.from(table).find((d) => d.iso3 === code && d.year === 2020).toJSON())`,
  `Plot.plot({
  title: "Three countries emit more than they use",
  ariaLabel: "Production and consumption of three countries",
  width,
  marginLeft: 90,
  x: {label: "Mt CO₂ →", grid: true},
  y: {label: null},
  marks: [
    Plot.link(rows, {y: "entity", x1: "production_mtco2", x2: "consumption_mtco2"}),
    Plot.dot(rows, {y: "entity", x: "production_mtco2", fill: "var(--chart-production)", r: 6, tip: true}),
    Plot.dot(rows, {y: "entity", x: "consumption_mtco2", stroke: "color-mix(in oklab, var(--chart-consumption) 60%, white)", r: 6})
  ]
})`,
];

/** The footer of a cell's figure, with the pointer over the figure. */
async function footerOf(workbench: Workbench, place: number): Promise<Locator> {
  const footer = workbench.output(place).locator(".figure-footer");
  await expect(footer).toHaveCount(1);
  await footer.hover();
  return footer;
}

/** What a press saves. On a busy machine the browser may forget a press before the file is made; then a second one saves it. */
async function saved(page: Page, press: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const downloads: Download[] = [];
  page.once("download", (download) => downloads.push(download));
  await expect(async () => {
    if (downloads.length === 0) await press();
    await expect.poll(() => downloads.length, { timeout: 15_000 }).toBe(1);
  }).toPass();
  return { name: downloads[0]!.suggestedFilename(), bytes: await bytesOf(downloads[0]!) };
}

async function bytesOf(download: Download): Promise<Buffer> {
  return readFileSync(await download.path());
}

test("a figure says where it comes from, and is saved as what it shows", async ({ workbench, page }) => {
  await test.step("a plain figure has its source, saves what it shows as SVG, PNG, CSV and Arrow, and has a table behind it", async () => {
    await workbench.openCells("plain-figure", plain);
    await workbench.expectWhole();
    const footer = await footerOf(workbench, 3);
    await expect(footer).toContainText("Source: Global Carbon Project, Global Carbon Budget 2025");
    const press = (name: string) => () => footer.getByRole("button", { name, exact: false }).click();

    const picture = await saved(page, press("Save as SVG"));
    expect(picture.name).toMatch(/ – Three countries emit more than they use\.svg$/);
    const svg = picture.bytes.toString("utf8");
    expect(svg).not.toMatch(/var\(|color-mix|oklab|<style|currentColor/);
    const { document } = parseHTML(svg);
    const texts = [...document.querySelectorAll("text")].map(({ textContent }) => textContent);
    expect(texts).toEqual(expect.arrayContaining(["Three countries emit more than they use", "China", "Mt CO₂ →"]));
    expect(texts.join(" ")).toContain("Global Carbon Budget 2025");
    expect(document.querySelectorAll("circle")).toHaveLength(6);

    // Opened by itself, it is drawn as it stands in the notebook.
    const image = await saved(page, press("Save as PNG"));
    expect(image.name).toMatch(/\.png$/);
    const alone = await page.context().newPage();
    const measured = await alone.evaluate(
      async ([png, text]) => {
        const pictures = [
          `data:image/png;base64,${png}`,
          `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text!)}`,
        ];
        const sizes = [];
        for (const src of pictures) {
          const picture = Object.assign(new Image(), { src });
          await picture.decode();
          const canvas = Object.assign(document.createElement("canvas"), { width: 600, height: 300 });
          const context = canvas.getContext("2d")!;
          context.drawImage(picture, 0, 0, 600, 300);
          const { data } = context.getImageData(0, 0, 600, 300);
          const colours = new Set(new Uint32Array(data.buffer));
          sizes.push({ width: picture.naturalWidth, height: picture.naturalHeight, colours: colours.size });
        }
        return sizes;
      },
      [image.bytes.toString("base64"), svg],
    );
    await alone.close();
    const [raster, vector] = measured;
    expect(raster).toMatchObject({ width: 2 * vector!.width, height: 2 * vector!.height });
    expect(Math.min(raster!.colours, vector!.colours)).toBeGreaterThan(20);

    const choose = (name: string) => async () => {
      await footer.locator("summary", { hasText: "Data" }).click();
      await press(name)();
    };
    const csv = await saved(page, choose("CSV (spreadsheet)"));
    const lines = csv.bytes.toString("utf8").split("\r\n");
    expect(lines[0]).toBe("\ufeffEntity,Production (Mt CO₂),Consumption (Mt CO₂)");
    expect(lines).toHaveLength(5);
    const arrow = await saved(page, choose("Arrow (programs)"));
    const table = tableFromIPC(arrow.bytes);
    expect(table.schema.fields.map(({ name }) => name)).toEqual(["Entity", "Production", "Consumption"]);
    expect(table.schema.fields[1]!.metadata.get("unit")).toBe("Mt CO₂");
    expect(table.schema.fields[1]!.metadata.get("field")).toBe("production_mtco2");
    expect(table.schema.metadata.get("source")).toContain("Global Carbon Budget 2025");
    // What is saved is what is drawn: the values are where the marks are.
    const drawn = await workbench
      .output(3)
      .locator('svg g[aria-label="dot"]')
      .first()
      .locator("circle")
      .evaluateAll((circles) => circles.map((circle) => Number(circle.getAttribute("cx"))));
    const values = [...table.getChild("Production")!] as number[];
    const share = (numbers: number[]) => (numbers[1]! - numbers[2]!) / (numbers[0]! - numbers[2]!);
    expect(share(drawn)).toBeCloseTo(share(values), 3);
    expect(lines[1]).toBe(`China,${values[0]},${table.getChild("Consumption")!.get(0)}`);

    await footer.getByRole("button", { name: "Table" }).click();
    const grid = footer.getByRole("grid");
    await expect(grid.getByRole("columnheader")).toContainText(["Entity", "Production", "Consumption"]);
    await expect(grid.getByRole("row")).toHaveCount(4);
    await expect(footer.getByRole("button", { name: "Table" })).toHaveAttribute("aria-expanded", "true");
    await footer.getByRole("button", { name: "Table" }).click();
    await expect(grid).toHaveCount(0);
  });

  await test.step("the tip of a plain figure says in words all values of its row and their difference", async () => {
    await workbench.output(3).locator('svg g[aria-label="dot"]').first().locator("circle").first().hover();
    const tip = workbench.output(3).locator('g[aria-label="tip"] text');
    await expect(tip).toHaveText(
      /Entity China.*Production [\d\u202f.]+\u00a0Mt CO₂.*Consumption [\d\u202f.]+\u00a0Mt CO₂.*Difference −[\d\u202f.]+\u00a0Mt CO₂ \(−[\d.]+\u00a0%\)/,
    );
    await expect(tip).not.toContainText("mtco2");
  });

  await test.step("what a hostile figure saves is inert, under a safe name, and a figure too large for a PNG says so", async () => {
    await workbench.openCells("hostile-figure", [
      `const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
svg.setAttribute("width", "400");
svg.setAttribute("height", "60");
svg.setAttribute("aria-label", "../../<b>a</b>\u202egvs.exe");
svg.setAttribute("onload", "top.pierced = 1");
svg.innerHTML = '<scr' + 'ipt>alert(1)</scr' + 'ipt><foreignObject width="9" height="9"><iframe></iframe></foreignObject><image href="ftp://away.invalid/a.png" width="9" height="9"/><use href="ftp://away.invalid/#a"/><a href="javascript:alert(1)"><text y="20" style="fill:url(ftp://away.invalid/b)">kept</text></a><animate attributeName="href" to="javascript:alert(1)"/>';
display(svg);`,
      `Plot.plot({ariaLabel: "A tall figure", width: 400, height: 20000, marks: [Plot.dot([1, 2, 3])]})`,
    ]);
    await workbench.expectWhole();
    const footer = await footerOf(workbench, 1);
    const { name, bytes } = await saved(page, () => footer.getByRole("button", { name: "Save as SVG" }).click());
    expect(name).toMatch(/^[^/\\<>\u202e]+\.svg$/);
    const svg = bytes.toString("utf8");
    expect(svg).toContain("kept");
    expect(svg).not.toMatch(/script|foreignObject|iframe|onload|away\.invalid|<use [^>]*href|animate/i);

    const tall = await footerOf(workbench, 2);
    await tall.getByRole("button", { name: "Save as PNG" }).click();
    await expect(tall.getByRole("alert")).toContainText("Save it as SVG");
  });

  await test.step("a picture of an author's own has no button for data that it does not have, and a canvas is saved as its pixels", async () => {
    await workbench.openCells("own-pictures", [
      'html`<svg width="400" height="60" aria-label="A line"><path d="M0,30H400" stroke="black" stroke-width="8"></path></svg>`',
      `const canvas = Object.assign(document.createElement("canvas"), {width: 800, height: 200, ariaLabel: "A field"});
canvas.style.width = "400px";
const context = canvas.getContext("2d");
context.fillStyle = "rgb(200, 30, 60)";
context.fillRect(0, 0, 800, 200);
display(canvas);`,
      'html`<figure><h2>A field with a title</h2>${Object.assign(document.createElement("canvas"), {width: 300, height: 50})}<figcaption>Own work</figcaption></figure>`',
      'html`<canvas width="24" height="24"></canvas>`',
    ]);
    await workbench.expectWhole();
    const names = async (place: number) =>
      (await (await footerOf(workbench, place)).getByRole("button").allTextContents()).map((name) => name.trim());
    expect(await names(1)).toEqual(["SVG", "PNG", ""]);
    expect(await names(2)).toEqual(["PNG", ""]);
    expect(await names(3)).toEqual(["PNG", ""]);
    await expect(workbench.output(4).locator("canvas")).toBeVisible();
    await expect(workbench.output(4).locator(".figure-footer")).toHaveCount(0);
    await expect(workbench.output(1).locator(".figure-footer summary", { hasText: "Data" })).toHaveCount(0);
    await expect(workbench.output(3).locator(".figure-source-line")).toHaveText("Own work");
    const { name, bytes } = await saved(page, async () =>
      (await footerOf(workbench, 2)).getByRole("button", { name: "Save as PNG" }).click(),
    );
    expect(name).toBe("own-pictures – A field.png");
    const pixel = await page.evaluate(async (png) => {
      const image = Object.assign(new Image(), { src: `data:image/png;base64,${png}` });
      await image.decode();
      const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
      const context = canvas.getContext("2d")!;
      context.drawImage(image, 0, 0);
      return [image.width, ...context.getImageData(image.width / 2, 100, 1, 1).data];
    }, bytes.toString("base64"));
    expect(pixel).toEqual([2 * (400 + 2 * 16), 200, 30, 60, 255]);
  });
});
