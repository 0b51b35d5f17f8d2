import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, test, type Workbench } from "./workbench.ts";

/** The space around a saved figure. */
const MARGIN = 16;

/** A channel of a pixel may differ by so much, of 255: the edge of a letter or of a slanted line is mixed with its ground. */
const SHADE = 32;
/** The share of pixels that may differ by more: a letter that begins a fraction of a pixel beside its place. */
const TOLERATED = 0.0002;

/** A chart by name, a map, an author's plot with both kinds of legend, and a figure in Chinese. */
const figures = [
  `charts.ladder(
  [
    {step: "Territorial", value: 11397, total: true},
    {step: "International transport", value: 52},
    {step: "Emitted abroad for use here", value: 1022},
    {step: "Emitted here for use abroad", value: -2013},
    {step: "Consumption", value: 10458, total: true}
  ],
  {label: "step", value: "value", total: "total", unit: "Mt CO2", year: 2022, measure: "From production to consumption"}
)`,
  `charts.worldMap([{iso: "CHN", v: 8.9}, {iso: "USA", v: 14.9}, {iso: "IND", v: 2}, {iso: "BRA", v: 2.3}, {iso: "RUS", v: 12.1}], {
  atlas: await datasets.load("world_110m"), code: "iso", value: "v", year: 2022, unit: "t CO2", measure: "CO₂ per inhabitant"
})`,
  `Plot.plot({
  title: "Two scales",
  subtitle: "With *a subtitle* that is long enough to be broken into two lines in the column of the notebook, and then some",
  width,
  color: {legend: true, scheme: "viridis", label: "Share (%)"},
  symbol: {legend: true},
  marks: [
    Plot.frame({stroke: "currentColor", strokeOpacity: 0.3}),
    Plot.dot(d3.range(30), {x: (i) => i, y: (i) => (i * 7) % 13, fill: (i) => i, symbol: (i) => ["coal", "oil", "gas"][i % 3], r: 6}),
    Plot.text(["x²"], {x: () => 12, y: () => 11, fontSize: 20, fontStyle: "italic", fill: "currentColor"})
  ]
})`,
  `Plot.plot({
  title: "中国 2022 年的生产端排放高于消费端",
  subtitle: "化石燃料 CO₂，百万吨",
  caption: "来源：全球碳预算",
  width,
  marginLeft: 90,
  x: {label: "百万吨 CO₂ →", grid: true},
  y: {label: null},
  marks: [Plot.barX([{名称: "生产端", 值: 11397}, {名称: "消费端", 值: 10458}], {y: "名称", x: "值", fill: "var(--chart-production)"}), Plot.ruleX([0])]
})`,
];

/** A figure as a notebook shows it: its picture as PNG and its size, and the file that is saved of it. */
interface Shown {
  readonly picture: Buffer;
  readonly width: number;
  readonly height: number;
  readonly svg: string;
}

async function inNotebook(workbench: Workbench, page: Page, place: number): Promise<Shown> {
  const footer = workbench.output(place).locator(".figure-footer");
  const root = workbench.output(place).locator("figure").first();
  // The whole figure is in the window before it is measured: nothing scrolls between measuring and taking its picture.
  await root.evaluate((figure) => figure.scrollIntoView({ block: "center" }));
  // Where letters begin between two pixels they are drawn otherwise: the figure begins at a whole one, as in its file.
  const at = (await root.boundingBox())!;
  await workbench.output(place).evaluate((output: HTMLElement, { x, y }) => {
    output.style.position = "relative";
    output.style.left = `${Math.ceil(x) - x}px`;
    output.style.top = `${Math.ceil(y) - y}px`;
  }, at);
  await footer.hover();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    footer.getByRole("button", { name: "Save as SVG" }).click(),
  ]);
  const svg = readFileSync(await download.path(), "utf8");
  await page.mouse.move(2, 2);
  await expect(workbench.output(place).locator('[aria-label="tip"] path')).toHaveCount(0);
  const picture = await root.screenshot();
  const { width, height } = (await root.boundingBox())!;
  return { picture, width, height, svg };
}

/** The picture of a saved figure that is opened by itself, as PNG. */
async function byItself(alone: Page, { width, height, svg }: Shown): Promise<Buffer> {
  await alone.setViewportSize({ width: Math.ceil(width) + 2 * MARGIN, height: Math.ceil(height) + 200 });
  const src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await alone.setContent(`<body style="margin:0"><img style="display:block"></body>`);
  await alone.locator("img").evaluate(async (image: HTMLImageElement, address) => {
    image.src = address;
    await image.decode();
  }, src);
  const clip = { x: MARGIN, y: MARGIN, width: Math.ceil(width), height: Math.ceil(height) };
  return alone.screenshot({ clip });
}

/** The share of pixels that differ by more than a shade. */
function differing(page: Page, pictures: readonly [Buffer, Buffer]): Promise<number> {
  return page.evaluate(
    async ([sources, shade]) => {
      const pixels = [];
      for (const source of sources) {
        const image = Object.assign(new Image(), { src: `data:image/png;base64,${source}` });
        await image.decode();
        const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
        const context = canvas.getContext("2d")!;
        context.drawImage(image, 0, 0);
        pixels.push(context.getImageData(0, 0, image.width, image.height));
      }
      const [a, b] = pixels as [ImageData, ImageData];
      const [width, height] = [Math.min(a.width, b.width), Math.min(a.height, b.height)];
      let found = 0;
      for (let y = 0; y < height; ++y) {
        for (let x = 0; x < width; ++x) {
          const [i, j] = [4 * (y * a.width + x), 4 * (y * b.width + x)];
          if ([0, 1, 2].some((k) => Math.abs(a.data[i + k]! - b.data[j + k]!) > shade)) ++found;
        }
      }
      return found / (width * height);
    },
    [pictures.map((picture) => picture.toString("base64")), SHADE] as const,
  );
}

test("a saved figure looks by itself as it does in the notebook: chart, map, legends, Chinese", async ({
  workbench,
  page,
}) => {
  await workbench.openCells("fidelity", figures);
  await workbench.expectWhole();
  const shown: Shown[] = [];
  for (const place of figures.keys()) shown.push(await inNotebook(workbench, page, place + 1));
  // A page behind another is drawn once a second: this one is opened when the notebook is done with.
  const alone = await page.context().newPage();
  const opened: Buffer[] = [];
  for (const each of shown) opened.push(await byItself(alone, each));
  for (const [i, { picture }] of shown.entries()) {
    expect(await differing(alone, [picture, opened[i]!]), figures[i]).toBeLessThan(TOLERATED);
  }
  // What another figure differs by is far more.
  expect(await differing(alone, [shown[0]!.picture, opened[3]!])).toBeGreaterThan(100 * TOLERATED);
  await alone.close();
});
