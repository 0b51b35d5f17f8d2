import { join } from "node:path";
import * as canvas from "@napi-rs/canvas";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { beforeAll, describe, expect, it, test } from "vitest";
import { drawCard } from "../../../cli/build/card/card.ts";
import { Cards } from "../../../cli/build/card/cards.ts";
import { missingLetters } from "../../../cli/build/card/fonts.ts";
import type { RunNotebook } from "../../../cli/build/run-for-page.ts";
import type { SiteFacts } from "../../../cli/build/site-facts.ts";
import { emsOf, linesOf } from "../../../cli/results/line-breaks.ts";
import { ResultFiles } from "../../../cli/results/result-files.ts";
import { lightTheme, readTheme, withTheme } from "../../../cli/results/theme-colours.ts";
import { openServices, runCells } from "../headless/services.ts";
import { elementsIn, readXml } from "./xml-reading.ts";

const services = openServices();
const fuels = `[{fuel: "Coal", v: 3}, {fuel: "Oil & gas", v: 2}]`;
const files = new Map<string, string>();
let outputs: string[] = [];

beforeAll(async () => {
  const ran = await runCells(services, [
    `Plot.plot({title: "Emissions by <fuel>", subtitle: html\`<span>Million tonnes, <i style="color: var(--chart-production)">produced</i></span>\`, caption: "Source: made up", color: {legend: true, range: ["#123456", "#fedcba"]}, marks: [Plot.barY(${fuels}, {x: "fuel", y: "v", fill: "fuel"})]})`,
    `Plot.plot({marks: [Plot.barX([1], {fill: "var(--chart-sink)"})]})`,
  ]);
  expect(ran.failed).toBe(0);
  outputs = ran.cells.map(({ html }) => html);
  new ResultFiles({ formats: new Set(["svg"]), chosen: null }, (name, content) => {
    files.set(name, String(content));
  }).finish(ran);
}, 60_000);

describe("The picture of a figure that a run saves", () => {
  it("has its title, subtitle, legend and caption around the drawing, from top to bottom, in one file", () => {
    expect([...files.keys()]).toEqual(["cell-01.svg", "cell-02.svg"]);
    const whole = readXml(files.get("cell-01.svg")!);
    const own = whole.children.filter(({ name }) => name === "text");
    expect(own.map(({ text }) => text)).toEqual([
      "Emissions by <fuel>",
      "Million tonnes, produced",
      "Coal",
      "Oil & gas",
      "Source: made up",
    ]);
    const drawing = elementsIn(whole, "svg").find(({ attributes }) => attributes.width === "640")!;
    const heights = [
      ...own.slice(0, 3).map(({ attributes }) => attributes.y),
      drawing.attributes.y,
      own.at(-1)!.attributes.y,
    ];
    expect(heights.map(Number)).toEqual(heights.map(Number).toSorted((a, b) => a - b));
    expect(Number(own.at(-1)!.attributes.y)).toBeLessThan(Number(whole.attributes.height));
    const swatches = elementsIn(whole, "svg").filter(({ attributes }) => attributes.width === "15");
    expect(swatches.map(({ attributes }) => attributes.fill)).toEqual(["#123456", "#fedcba"]);
  });

  it("has colours that a viewer knows instead of those of a page", () => {
    for (const text of files.values()) expect(text).not.toMatch(/="var\(--chart|="var\(--ink/);
    expect(files.get("cell-01.svg")).toContain(`fill="${lightTheme().get("--chart-production")}">produced`);
    expect(files.get("cell-02.svg")).toContain(lightTheme().get("--chart-sink"));
  });
});

test("A value of the theme stands for its name, through others, and for a mixture with transparent", () => {
  const theme = readTheme(
    ":root { --a: #102030; --b: var(--a); --c: color-mix(in srgb, var(--b) 22%, transparent); } [x] { --a: red; }",
  );
  expect(withTheme("1px var(--b)", theme)).toBe("1px #102030");
  expect(withTheme("var(--c)", theme)).toBe("rgba(16,32,48,0.22)");
  expect(withTheme("var(--none, blue) var(--none)", theme)).toBe("blue var(--none)");
});

test("Lines break between words, and between Chinese letters but not before a mark", () => {
  const broken = (text: string, ems: number) =>
    linesOf([{ text, colour: null }], ems).map((line) =>
      line
        .map((run) => run.text)
        .join("")
        .trimEnd(),
    );
  expect(broken("one two  three", emsOf("one two") + 0.1)).toEqual(["one two", "three"]);
  expect(broken("谁在排放，为谁", 4)).toEqual(["谁在排", "放，为谁"]);
  expect(broken("a key: ● made", emsOf("a key: ●") + 0.1)).toEqual(["a key:", "● made"]);
  expect(
    linesOf(
      [
        { text: "in ", colour: null },
        { text: "red", colour: "red" },
      ],
      99,
    ),
  ).toEqual([
    [
      { text: "in ", colour: null },
      { text: "red", colour: "red" },
    ],
  ]);
});

describe("The card of a notebook", () => {
  const content = () => ({ title: "Who emits?", summary: "A summary.", site: "Notes", byline: "2026", outputs });
  const mark = `<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32"><rect width="32" height="32" fill="#00ff00"/></svg>`;

  it("is a picture of 1200 × 630 on the theme's paper, with the figure's colours, and the same each time", async () => {
    const card = await drawCard(canvas, lightTheme(), mark, content());
    if (!("png" in card)) throw new Error("No card was drawn.");
    expect(card.alt).toContain("Emissions by <fuel>");
    const image = await loadImage(Buffer.from(card.png));
    expect([image.width, image.height]).toEqual([1200, 630]);
    const context = createCanvas(1200, 630).getContext("2d");
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, 1200, 630);
    const counts = new Map<string, number>();
    for (let at = 0; at < data.length; at += 4) {
      const colour = `#${[0, 1, 2].map((i) => data[at + i]!.toString(16).padStart(2, "0")).join("")}`;
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
    expect([...context.getImageData(0, 0, 1, 1).data]).toEqual([255, 254, 251, 255]);
    // Bars of the figure; letters of the title; the mark.
    for (const colour of ["#123456", "#fedcba"]) expect(counts.get(colour)).toBeGreaterThan(5000);
    expect(counts.get(lightTheme().get("--ink")!)).toBeGreaterThan(500);
    expect(counts.get("#00ff00")).toBe(32 * 32);
    const again = await drawCard(canvas, lightTheme(), mark, content());
    expect("png" in again && Buffer.compare(again.png, card.png)).toBe(0);
  });

  it("is its title and summary where there is no figure", async () => {
    const card = await drawCard(canvas, lightTheme(), mark, { ...content(), outputs: ["<p>42</p>"] });
    expect(card).toMatchObject({ alt: "Who emits? A summary." });
  });

  it("is not drawn without a font, nor with letters that would be empty boxes", async () => {
    const fontless = { ...canvas, GlobalFonts: { families: [] } } as unknown as typeof canvas;
    expect(await drawCard(fontless, lightTheme(), mark, content())).toEqual({ lacks: "font" });
    // A letter that Unicode has and hardly any font: if one does, it is not missing, but ordinary letters never are.
    expect(missingLetters(canvas, canvas.GlobalFonts.families[0]!.family, "Aé \u{1e5d0}1")).not.toContain("A");
  });

  it("is left out, and a sentence says why, where the package that draws is not installed", async () => {
    const cards = await Cards.open(join(import.meta.dirname, "../../.."), Promise.resolve(null));
    expect(await cards.draw({} as RunNotebook, {} as SiteFacts)).toBeNull();
    expect(cards.notes).toEqual([
      expect.stringMatching(/^The pages have no pictures .* @napi-rs\/canvas is not installed/),
    ]);
  });
});
