import { createCanvas, loadImage } from "@napi-rs/canvas";
import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { loadCanvas } from "../../../kernel/headless/dom/canvas.ts";
import { openServices, runCells } from "./services.ts";

const services = openServices();

async function evaluated(source: string): Promise<unknown> {
  const { values, cells } = await runCells(services, [`const value = ${source}`]);
  if (cells[0]!.error) throw new Error(cells[0]!.error.message);
  return values.get("value");
}

/** The colour of a pixel of a picture in a data: URL, as bytes. */
async function pixel(url: string, x: number, y: number): Promise<number[]> {
  const image = await loadImage(Buffer.from(url.split(",")[1]!, "base64"));
  const context = createCanvas(image.width, image.height).getContext("2d");
  context.drawImage(image, 0, 0);
  return [...context.getImageData(x, y, 1, 1).data];
}

describe("A document without a page", () => {
  test("names the fields of inputs by their labels, also in the HTML that it writes", async () => {
    const html = await evaluated(`Inputs.form([
      Inputs.range([0, 1], {label: "Share"}), Inputs.select(["a"], {label: "Region"}), Inputs.text({label: "Name"}),
    ]).outerHTML`);
    const { document } = parseHTML(String(html));
    const named = [...document.querySelectorAll("label")].map((label) => [
      label.textContent,
      document.getElementById(label.getAttribute("for") ?? "")?.localName,
    ]);
    expect(named).toEqual([
      ["Share", "input"],
      ["Region", "select"],
      ["Name", "input"],
    ]);
  });

  test("has the inline styles of browsers", async () => {
    const value = await evaluated(`(() => {
      const e = document.createElement("div");
      e.style = "color: red; background: url('data:image/png;base64,a;b')";
      e.style.setProperty("--gap", "3px");
      e.style.setProperty("margin", "1px", "important");
      e.style.fontSize = "9px";
      const removed = e.style.removeProperty("color");
      const {length, fontSize, background} = e.style;
      const s = svg\`<g style="fill: red">\`;
      s.style = {toString: () => "stroke: blue"};
      const empty = html\`<b style="color: red">\`;
      empty.style.color = "";
      return {
        removed, length, fontSize, background, color: e.style.color, gap: e.style.getPropertyValue("--gap"), names: [...e.style],
        priority: e.style.getPropertyPriority("margin"), attribute: e.getAttribute("style"), svg: s.outerHTML, empty: empty.outerHTML,
      };
    })()`);
    expect(value).toEqual({
      removed: "red",
      length: 4,
      fontSize: "9px",
      background: "url('data:image/png;base64,a;b')",
      color: "",
      gap: "3px",
      names: ["background", "--gap", "margin", "font-size"],
      priority: "important",
      attribute: "background:url('data:image/png;base64,a;b');--gap:3px;margin:1px !important;font-size:9px",
      svg: '<g style="stroke: blue" />',
      empty: "<b></b>",
    });
  });

  test("takes all holes of a template, whichever attributes become properties", async () => {
    expect(
      await evaluated(`(() => {
        let n = 0;
        const e = html\`<button disabled=\${false} style=\${{width: "3px"}} onclick=\${() => ++n} id=\${"q"} hidden=\${true}>go\`;
        e.click();
        return [n, e.outerHTML];
      })()`),
    ).toEqual([1, '<button style="width:3px" id="q" hidden>go</button>']);
  });

  test("reads markup within a picture as SVG", async () => {
    expect(
      await evaluated(`(() => {
        const e = svg\`<circle r=3 /><linearGradient id="a"/><text>x</text>\`;
        const made = document.createElementNS("http://www.w3.org/2000/svg", "svg");
        made.innerHTML = "<g/><path d='M0,0'/>";
        return [e.outerHTML, made.lastChild instanceof SVGElement, made.lastChild.ownerSVGElement === made, made.childNodes.length];
      })()`),
    ).toEqual([expect.stringContaining('<circle r="3" />'), true, true, 2]);
  });

  test("knows the lengths of lines and curves, and estimates those of texts", async () => {
    const [line, quarter, at, text] = (await evaluated(`(() => {
      const path = (d) => svg\`<path d=\${d}>\`;
      return [
        path("M1,1h3v4l-3,-4z").getTotalLength(),
        path("M100,0C100,55.2285,55.2285,100,0,100").getTotalLength(),
        (({x, y}) => [x, y])(path("M0,0H3V4").getPointAtLength(5)),
        svg\`<g font-size="20"><text>wide</text></g>\`.firstChild.getComputedTextLength(),
      ];
    })()`)) as [number, number, number[], number];
    expect(line).toBeCloseTo(3 + 4 + 5, 12);
    // A Bézier curve differs from a quarter of a circle by less than 3 in 10 000.
    expect(Math.abs(quarter / (50 * Math.PI) - 1)).toBeLessThan(3e-4);
    expect(at).toEqual([3, 2]);
    expect(text).toBeGreaterThan(20);
  });

  test("passes the properties of events on", async () => {
    expect(
      await evaluated(`(() => {
        const seen = [];
        const b = html\`<button>\`;
        for (const type of ["click", "keydown", "wheel", "own"]) b.addEventListener(type, (e) => seen.push(e.clientX ?? e.key ?? e.deltaY ?? e.detail));
        b.dispatchEvent(new MouseEvent("click", {clientX: 5}));
        b.dispatchEvent(new KeyboardEvent("keydown", {key: "a"}));
        b.dispatchEvent(new WheelEvent("wheel", {deltaY: 7}));
        b.dispatchEvent(new CustomEvent("own", {detail: 9}));
        return seen;
      })()`),
    ).toEqual([5, "a", 7, 9]);
  });

  test("draws on a canvas, and shows what is drawn", async () => {
    const { cells, values } = await runCells(services, [
      `const canvas = (() => {
        const canvas = DOM.canvas(20, 10), context = canvas.getContext("2d");
        context.fillStyle = "#ff0000";
        context.fillRect(10, 0, 10, 10);
        return canvas;
      })()`,
      "canvas",
      "const same = canvas.getContext('2d').canvas === canvas",
      "const copied = (() => { const c = document.createElement('canvas'); c.width = 20; c.getContext('2d').drawImage(canvas, 0, 0); return c.toDataURL(); })()",
      "const cleared = (() => { const c = DOM.canvas(2, 2), x = c.getContext('2d'); x.fillRect(0, 0, 2, 2); c.width = 2; return [...x.getImageData(0, 0, 1, 1).data]; })()",
      "const blob = new Promise((resolve) => canvas.toBlob(resolve)).then(({type}) => type)",
    ]);
    expect(cells.filter(({ error }) => error)).toEqual([]);
    const [, url] = /<img[^>]* src="(data:image\/png;base64,[^"]+)"/.exec(cells[1]!.html)!;
    expect(cells[1]!.html).toContain('width="20"');
    expect(await pixel(url!, 15, 5)).toEqual([255, 0, 0, 255]);
    expect(await pixel(url!, 5, 5)).toEqual([0, 0, 0, 0]);
    expect(await pixel(values.get("copied") as string, 15, 5)).toEqual([255, 0, 0, 255]);
    expect(values.get("cleared")).toEqual([0, 0, 0, 0]);
    expect(values.get("same")).toBe(true);
    expect(values.get("blob")).toBe("image/png");
  });

  test("gives the pictures of Plot's raster and contour", async () => {
    const { cells } = await runCells(services, [
      `Plot.raster([0, 1, 1, 0], {width: 2, height: 2}).plot({width: 100, height: 100, axis: null, margin: 0, color: {range: ["#0000ff", "#ffff00"]}})`,
      `Plot.contour(d3.range(100).map((i) => i % 10), {width: 10, height: 10}).plot({width: 100})`,
    ]);
    const [, url] = /<image[^>]* (?:xlink:)?href="(data:image\/png;base64,[^"]+)"/.exec(cells[0]!.html)!;
    expect(await pixel(url!, 1, 1)).toEqual([0, 0, 255, 255]);
    expect(await pixel(url!, 0, 1)).toEqual([255, 255, 0, 255]);
    expect(cells[1]!.html.match(/<path/g)!.length).toBeGreaterThan(3);
  });

  test("says in a sentence what it has not: the package that draws, WebGL, the network", async () => {
    expect(() =>
      loadCanvas(() => {
        throw new Error("Cannot find module");
      }),
    ).toThrow(/needs the package `@napi-rs\/canvas`: `npm install @napi-rs\/canvas`/);
    await expect(evaluated("document.createElement('canvas').getContext('webgl2')")).rejects.toThrow(
      "A canvas has no context “webgl2” without a page: only `2d`.",
    );
    await expect(evaluated("d3.json('https://example.org/a.json')")).rejects.toThrow(
      "“https://example.org/a.json” is not fetched: a notebook has no network.",
    );
    expect(await evaluated("fetch('data:,ab').then((response) => response.text())")).toBe("ab");
  });
});

describe("Names of Observable's library without a page", () => {
  test("have one value, and the frozen time in a reproducible notebook", async () => {
    const cells = [
      "const values = {now, dark, devicePixelRatio}",
      "const drawn = resize((width, height) => `${width}`)",
      "drawn",
    ];
    const running = await runCells(services, cells);
    expect(running.values.get("values")).toEqual({ now: expect.any(Number), dark: false, devicePixelRatio: 1 });
    expect(running.cells[2]!.html).toContain(">740</div>");
    const frozen = await runCells(services, cells, { reproducible: true });
    expect(frozen.values.get("values")).toMatchObject({ now: Date.UTC(2026, 0, 1) });
  });
});
