import { describe, expect, test } from "vitest";
import { openServices, runCells } from "./services.ts";

const services = openServices();

const data = `const data = d3.range(60).map((i) => ({
  i, x: Math.sin(i) * 10 + i, y: Math.cos(i) * 5 + i / 2, z: (i * 7) % 13, kind: "abc"[i % 3], day: new Date(Date.UTC(2024, 0, 1 + i)),
}))`;
const world = `const land = ({type: "Polygon", coordinates: [[[0, 0], [0, 40], [60, 40], [60, 0], [0, 0]]]})`;
const volcano = `const grid = Array.from({length: 20 * 15}, (_, i) => Math.sin(i % 20 / 3) * Math.cos(Math.floor(i / 20) / 4))`;

/** Cells as notebooks of others have them, in groups that share their first cells. */
const corpus: Record<string, readonly (string | { kind: string; source: string })[]> = {
  "marks of Plot": [
    data,
    world,
    volcano,
    'Plot.areaY(data, {x: "day", y: "y", fillOpacity: 0.3}).plot()',
    'Plot.plot({marks: [Plot.areaX(data, {y: "i", x: "x"}), Plot.area(data, {x1: "i", y1: 0, y2: "y"})]})',
    'Plot.plot({x: {label: "x →"}, marks: [Plot.axisX({anchor: "top"}), Plot.axisY(), Plot.gridX(), Plot.gridY(), Plot.frame(), Plot.dot(data, {x: "x", y: "y"})]})',
    'Plot.arrow(data.slice(0, 9), {x1: "x", y1: "y", x2: "i", y2: "z", bend: true}).plot()',
    'Plot.autoPlot ? Plot.autoPlot(data, {x: "x", y: "y"}) : Plot.auto(data, {x: "x", y: "y"}).plot()',
    'Plot.auto(data, {x: "kind", y: {reduce: "count"}, color: "kind"}).plot()',
    'Plot.plot({marks: [Plot.barX(data, Plot.groupY({x: "sum"}, {y: "kind", x: "z"})), Plot.ruleX([0])]})',
    'Plot.barY(data, Plot.groupX({y: "mean"}, {x: "kind", y: "y", fill: "kind", sort: {x: "-y"}})).plot({color: {legend: true}})',
    'Plot.boxX(data, {x: "x", y: "kind"}).plot()',
    'Plot.boxY(data, {y: "x", x: "kind"}).plot()',
    'Plot.cell(data, Plot.group({fill: "count"}, {x: "kind", y: "z"})).plot()',
    'Plot.plot({marks: [Plot.cellX(data, {fill: "z"}), Plot.cellY(data, {x: 1, fill: "z"})]})',
    "Plot.contour(grid, {width: 20, height: 15, x1: 0, y1: 0, x2: 20, y2: 15, fill: Plot.identity}).plot({width: 160, height: 120})",
    'Plot.contour(data, {x: "x", y: "y", fill: "z", blur: 4}).plot({width: 160, height: 120})',
    'Plot.crosshair(data, {x: "x", y: "y"}).plot()',
    'Plot.plot({marks: [Plot.delaunayLink(data, {x: "x", y: "y"}), Plot.delaunayMesh(data, {x: "x", y: "y"}), Plot.hull(data, {x: "x", y: "y", fill: "kind"}), Plot.voronoi(data, {x: "x", y: "y"}), Plot.voronoiMesh(data, {x: "x", y: "y"})]})',
    'Plot.density(data, {x: "x", y: "y", fill: "density"}).plot({width: 160, height: 120})',
    'Plot.plot({marks: [Plot.differenceY(data, {x: "day", y1: "x", y2: "y"}), Plot.differenceX(data, {y: "i", x1: "x", x2: "y"})]})',
    'Plot.plot({marks: [Plot.dot(data, {x: "x", y: "y", r: "z", symbol: "kind", tip: true}), Plot.dotX(data, {x: "x"}), Plot.dotY(data, {y: "x"}), Plot.circle(data, {x: "x", y: "y"}), Plot.hexagon(data, {x: "x", y: "y"})], symbol: {legend: true}})',
    'Plot.plot({projection: "equal-earth", marks: [Plot.geo(land, {fill: "#ccc"}), Plot.sphere(), Plot.graticule()]})',
    'Plot.plot({projection: {type: "mercator", domain: land}, marks: [Plot.geo(land, Plot.centroid()), Plot.dot([[10, 10]], {})]})',
    'Plot.plot({marks: [Plot.hexgrid(), Plot.dot(data, Plot.hexbin({r: "count"}, {x: "x", y: "y"}))]})',
    'Plot.image(data.slice(0, 2), {x: "x", y: "y", src: () => "data:image/png;base64,iVBORw0KGgo="}).plot()',
    'Plot.plot({marks: [Plot.line(data, {x: "day", y: "y", z: "kind", stroke: "kind", marker: "arrow", curve: "catmull-rom"}), Plot.lineX(data, {y: "i", x: "x"}), Plot.lineY(data, Plot.windowY(7, {x: "day", y: "y"}))]})',
    'Plot.plot({marks: [Plot.linearRegressionY(data, {x: "x", y: "y", stroke: "kind"}), Plot.linearRegressionX(data, {x: "x", y: "y"})]})',
    'Plot.link(data, {x1: "x", y1: "y", x2: "i", y2: "z"}).plot({inset: 6})',
    'Plot.raster(grid, {width: 20, height: 15}).plot({color: {scheme: "RdBu", legend: true}})',
    'Plot.raster(data, {x: "x", y: "y", fill: "z", interpolate: "barycentric"}).plot({width: 160, height: 120})',
    'Plot.raster(data, {x: "x", y: "y", fill: "kind", interpolate: "nearest"}).plot({width: 160, height: 120})',
    'Plot.raster({fill: (x, y) => x * y, x1: -1, y1: -1, x2: 1, y2: 1, interpolate: "random-walk"}).plot({width: 80, height: 60})',
    'Plot.plot({marks: [Plot.rect(data, Plot.bin({fill: "count"}, {x: "x", y: "y"})), Plot.rectX(data, Plot.binY({x: "count"}, {y: "y"})), Plot.rectY(data, Plot.binX({y: "count"}, {x: "x"}))]})',
    'Plot.plot({marks: [Plot.ruleX([1]), Plot.ruleY([2]), Plot.tickX(data, {x: "x", y: "kind"}), Plot.tickY(data, {y: "x", x: "kind"})]})',
    'Plot.plot({marks: [Plot.text(data, {x: "x", y: "y", text: "kind", lineWidth: 4}), Plot.textX(data, {x: "x"}), Plot.textY(data, {y: "y"}), Plot.tip(["a tip\\nof lines"], {x: 3, y: 4}), Plot.tip(data, Plot.pointer({x: "x", y: "y"}))]})',
    'Plot.plot({axis: null, marks: [Plot.tree(["a/b", "a/c/d"], {delimiter: "/"})]})',
    'Plot.plot({axis: null, marks: [Plot.cluster(["a/b", "a/c/d"], {delimiter: "/"})]})',
    'Plot.plot({projection: "identity", marks: [Plot.vector(data, {x: "x", y: "y", length: "z", rotate: "i", anchor: "start"}), Plot.vectorX(data, {x: "x"}), Plot.vectorY(data, {y: "y"}), Plot.spike(data, {x: "x", y: "y", length: "z"})]})',
    'Plot.waffleY(data, Plot.groupX({y: "count"}, {x: "kind", unit: 2})).plot()',
    'Plot.waffleX([3, 5], {rx: "100%"}).plot()',
    'Plot.plot({facet: {data, x: "kind"}, marks: [Plot.frame(), Plot.dot(data, Plot.dodgeY({x: "x", fill: "kind"}))]})',
    'Plot.plot({marks: [Plot.dot(data, Plot.stackY({x: "day", y: "z", fill: "kind"})), Plot.lineY(data, Plot.mapY("cumsum", {x: "day", y: "z"})), Plot.dot(data, Plot.select("last", {x: "x", y: "y"})), Plot.dot(data, Plot.jitter ? {x: "x"} : {x: "x"}), Plot.lineY(data, Plot.normalizeY("first", {x: "day", y: "x"})), Plot.dot(data, Plot.shiftX("7 days", {x: "day", y: "y"}))]})',
    'Plot.legend({color: {type: "log", domain: [1, 100], label: "log"}})',
    'Plot.plot({color: {type: "quantile", n: 5, scheme: "blues", legend: true}, marks: [Plot.dot(data, {x: "x", y: "y", fill: "z"})]}).scale("color").range.length',
    'Plot.plot({opacity: {legend: true}, marks: [Plot.dot(data, {x: "x", y: "y", opacity: "z"})]})',
    'Plot.plot({title: "T", subtitle: "S", caption: html`<i>C</i>`, marks: [(index, scales, values, dimensions, context) => svg`<circle r=${dimensions.width / 10}>`]})',
  ],
  D3: [
    data,
    world,
    `const [width_, height_] = [300, 200];
     const chart = (() => {
       const svg = d3.create("svg").attr("viewBox", [0, 0, width_, height_]).attr("style", "max-width: 100%; height: auto;");
       const x = d3.scaleUtc(d3.extent(data, (d) => d.day), [20, width_ - 10]);
       const y = d3.scaleLinear([0, d3.max(data, (d) => d.x)], [height_ - 20, 10]).nice();
       svg.append("g").attr("transform", \`translate(0,\${height_ - 20})\`).call(d3.axisBottom(x).ticks(5).tickSizeOuter(0));
       svg.append("g").attr("transform", "translate(20,0)").call(d3.axisLeft(y)).call((g) => g.select(".domain").remove()).call((g) => g.selectAll(".tick line").clone().attr("x2", width_).attr("stroke-opacity", 0.1));
       svg.append("path").datum(data).attr("fill", "none").attr("stroke", "steelblue").attr("d", d3.line((d) => x(d.day), (d) => y(d.x)));
       svg.selectAll("circle").data(data, (d) => d.i).join("circle").attr("cx", (d) => x(d.day)).attr("cy", (d) => y(d.x)).attr("r", 2).style("fill", (d) => d3.schemeTableau10[d.z % 10]).append("title").text((d) => d.kind);
       return svg.node();
     })()`,
    "chart",
    "[d3.scaleBand(['a', 'b'], [0, 10]).bandwidth(), d3.scaleLog([1, 100], [0, 1])(10), d3.scaleSqrt([0, 4], [0, 2])(1), d3.scaleOrdinal(d3.schemeCategory10)('x'), d3.scaleSequential(d3.interpolateViridis)(0.5), d3.scaleThreshold([1], ['a', 'b'])(2), d3.scaleQuantize([0, 1], 'ab')(0.9), d3.scalePoint(['a', 'b'], [0, 1])('b'), d3.scaleDiverging(d3.interpolateRdBu)(0.2)]",
    `const simulation = (() => {
       const nodes = d3.range(8).map((id) => ({id})), links = d3.range(7).map((i) => ({source: i, target: i + 1}));
       const simulation = d3.forceSimulation(nodes).force("link", d3.forceLink(links)).force("charge", d3.forceManyBody()).force("center", d3.forceCenter()).force("x", d3.forceX()).force("collide", d3.forceCollide(3)).stop().tick(50);
       invalidation.then(() => simulation.stop());
       return nodes.every((node) => Number.isFinite(node.x));
     })()`,
    `const running = (() => {
       const svg = d3.create("svg");
       const node = svg.selectAll("circle").data(d3.range(3).map((id) => ({id}))).join("circle").attr("r", 5);
       const simulation = d3.forceSimulation(node.data()).on("tick", () => node.attr("cx", (d) => d.x).attr("cy", (d) => d.y));
       node.call(d3.drag().on("start", (event) => simulation.alphaTarget(0.3).restart()).on("drag", (event, d) => { d.fx = event.x; }).on("end", (event, d) => { d.fx = null; }));
       return svg.node();
     })()`,
    `const family = d3.hierarchy({name: "a", children: [{name: "b", value: 3}, {name: "c", children: [{name: "d", value: 4}]}]}).sum((d) => d.value ?? 0);
     const layouts = [d3.treemap().size([10, 10]), d3.pack().size([10, 10]), d3.partition().size([10, 10]), d3.tree().size([10, 10]), d3.cluster().size([10, 10])].map((layout) => layout(family.copy()).leaves().length);`,
    'd3.stratify().path((d) => d)(["a/b", "a/c"]).descendants().map((d) => d.id)',
    `const map = (() => {
       const projection = d3.geoOrthographic().rotate([-20, -10]).fitSize([200, 200], {type: "Sphere"});
       const svg = d3.create("svg").attr("width", 200).attr("height", 200);
       svg.append("path").attr("d", d3.geoPath(projection)(land)).append("title").text(d3.geoArea(land));
       svg.append("path").datum(d3.geoGraticule10()).attr("d", d3.geoPath(projection));
       return svg.node();
     })()`,
    `const drawn = (() => {
       const context = DOM.context2d(100, 80);
       d3.geoPath(d3.geoEquirectangular(), context)(land);
       context.fillStyle = "red"; context.fill(); context.fillText("ü", 3, 9);
       return context.canvas;
     })()`,
    "drawn",
    `const moved = (() => {
       const svg = d3.create("svg"), circle = svg.append("circle").attr("r", 1).style("opacity", 0);
       circle.transition().duration(20).ease(d3.easeCubic).attr("r", 9).style("opacity", 1).attrTween("cx", () => d3.interpolate(0, 5)).end().then(() => circle.attr("data-done", 1));
       return svg.node();
     })()`,
    "const done = (async () => { const div = d3.create('div'); await div.transition().duration(10).style('width', '9px').end(); return div.style('width'); })()",
    'd3.create("svg").attr("width", 90).attr("height", 90).call(d3.zoom().scaleExtent([1, 8]).on("zoom", ({transform}) => transform)).call(d3.zoom().transform, d3.zoomIdentity.scale(2)).node()',
    `const brushed = (() => {
       let seen = null;
       const svg = d3.create("svg");
       const brush = d3.brushX().extent([[0, 0], [100, 20]]).on("start brush end", ({selection}) => { seen = selection; svg.property("value", selection).dispatch("input"); });
       svg.append("g").call(brush).call(brush.move, [10, 50]);
       return seen;
     })()`,
    'd3.create("svg").call((svg) => svg.append("g").call(d3.brush())).call((svg) => svg.append("g").call(d3.brushY())).node()',
    "[d3.rollup(data, (v) => d3.sum(v, (d) => d.z), (d) => d.kind), d3.group(data, (d) => d.kind), d3.bin()([1, 2, 3]), d3.csvParse('a,b\\n1,2', d3.autoType), d3.timeFormat('%Y')(new Date(0)), d3.format('.2s')(12345), d3.flatRollup(data, (v) => v.length, (d) => d.kind)]",
    "d3.pie()([1, 2, 3]).map(d3.arc().innerRadius(0).outerRadius(9))",
    "d3.chord()([[1, 2], [3, 4]]).map(d3.ribbon().radius(9))",
    "d3.sum(d3.contours().size([4, 3])(d3.range(12)), (c) => c.coordinates.length) + d3.Delaunay.from([[0, 0], [1, 0], [0, 1]]).triangles.length",
    "d3.stack().keys(['a', 'b'])([{a: 1, b: 2}]).map((series) => series.key)",
    'd3.select(document.createElement("div")).html("<b>x</b>").classed("y", true).style("color", "red").property("value", 3).on("click", () => {}).node().outerHTML',
    "d3.pointer({clientX: 3, clientY: 4, currentTarget: html`<svg>`})",
    "d3.text('data:text/plain,hello')",
  ],
  "the page": [
    'html`<div style=${{color: "red", "--x": 1}} class=${"a"} onclick=${() => 1}>${[1, 2].map((i) => html`<b>${i}`)} ${"<"} ${svg`<svg><circle r=3></svg>`}</div>`',
    "htl.html.fragment`<p>a<p>b`",
    "htl.svg`<g><text>x`",
    `const styled = (() => {
       const e = document.createElement("div");
       e.style = "color: red; background: url('data:image/png;base64,a;b')";
       e.style.setProperty("--gap", "3px"); e.style.setProperty("margin", "1px", "important"); e.style.fontSize = "9px";
       e.style.removeProperty("color");
       return [e.style.cssText, e.style.getPropertyPriority("margin"), e.style.backgroundColor, e.getAttribute("style")];
     })()`,
    `const assigned = Object.assign(document.createElement("p"), {textContent: "x", style: "width: 3px", className: "c", innerText: "y"}).outerHTML`,
    `const clicked = (() => { const b = html\`<button>go\`; let n = 0; b.addEventListener("click", (e) => { n += e.clientX ?? 1; }); b.dispatchEvent(new MouseEvent("click", {clientX: 5, bubbles: true})); b.click(); return n; })()`,
    `window.addEventListener("resize", () => {}), invalidation.then(() => window.removeEventListener("resize", () => {})), innerWidth > 0`,
    `const measured = (() => { const t = svg\`<text style="font-size: 10px">wide</text>\`; const p = svg\`<path d="M0,0H3V4L0,0">\`; return [t.getComputedTextLength() > 10, p.getTotalLength(), p.getPointAtLength(5), t.getBBox().height]; })()`,
    `new ResizeObserver(() => {}).observe(document.createElement("div")), new IntersectionObserver(() => {}).observe(document.createElement("div")), new MutationObserver(() => {}).observe(document.body, {childList: true})`,
    "resize((width) => Plot.plot({width, marks: [Plot.frame()]}))",
    "resize((width, height) => `${width}`)",
    "[width, dark, devicePixelRatio, new Date(now).getUTCFullYear() > 2000, location.href]",
    "document.querySelectorAll('.none').length + document.documentElement.localName.length",
    "visibility().then(() => 'seen')",
    { kind: "html", source: '<style>.q { color: red }</style><p class="q">${1 + 1}</p>' },
    { kind: "md", source: "# ${width > 0 ? 'wide' : 'narrow'}\n\n${html`<b>x</b>`} $x^2$" },
    { kind: "tex", source: "\\frac{${1}}{2}" },
    "md`**a** ${1}`",
    "tex.block`x^${2}`",
    `const offscreen = new OffscreenCanvas(4, 4).getContext("2d").getImageData(0, 0, 1, 1).data.length`,
    `const pixels = (() => { const c = DOM.canvas(2, 2), x = c.getContext("2d"); x.putImageData(new ImageData(new Uint8ClampedArray([255, 0, 0, 255]), 1, 1), 0, 0); const d = document.createElement("canvas").getContext("2d"); d.drawImage(c, 0, 0); d.fill(new Path2D("M5,5h1v1z")); return Array.from(d.getImageData(0, 0, 1, 1).data); })()`,
    `const bitmap = createImageBitmap(new Blob([Uint8Array.from(atob("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="), (c) => c.charCodeAt(0))])).then((b) => b.width)`,
  ],
  "values that change": [
    "const i = Generators.range(0, 3)",
    "const twice = i * 2",
    "const own = (function* () { for (let k = 0; k < 3; ++k) yield k; })()",
    "const slow = (async function* () { for (let k = 0; k < 3; ++k) { await Promises.delay(1); yield k; } })()",
    "const observed = Generators.observe((change) => { change(7); const id = setInterval(() => {}, 1000); return () => clearInterval(id); })",
    "const queued = Generators.queue((change) => { change(1); change(2); })",
    "const count = Mutable(1); const increment = () => ++count.value;",
    "count + 1",
    "const input = Inputs.range([0, 10], {value: 4}); const chosen = Generators.input(input);",
    "chosen * 2",
    "const seen = view(html`<input type=range min=0 max=8>`)",
    "seen / 2",
    "const promised = new Promise((resolve) => setTimeout(() => resolve(42), 1))",
    "promised + 1",
    "const both = await Promise.all([promised, Promises.tick(1, 2), Promises.when(0, 3)])",
    "display(1); display(html`<b>2</b>`); for (const d of [3, 4]) display(d);",
    "invalidation.then(() => {}); signal.aborted",
    "const [a, {b, ...rest}] = [1, {b: 2, c: 3}]; function f(n = b) { return n * a; } class Point { #x = 1; get x() { return this.#x; } }",
    "[f(3), new Point().x, rest.c]",
    "const frame = new Promise((resolve) => requestAnimationFrame(resolve)).then((t) => typeof t)",
  ],
  "the platform": [
    "fetch('data:application/json,[1,2]').then((response) => response.json())",
    "(async () => { const url = URL.createObjectURL(new Blob(['x'])); try { return await (await fetch(url)).text(); } finally { URL.revokeObjectURL(url); } })()",
    "structuredClone({a: new Map([[1, new Date(0)]]), b: new Uint8Array(2)})",
    "[new Intl.NumberFormat('de').format(1234.5), new Intl.DateTimeFormat('en', {timeZone: 'UTC'}).format(0), (1e6).toLocaleString('en'), new Intl.PluralRules('en').select(1)]",
    "crypto.subtle.digest('SHA-256', new TextEncoder().encode('x')).then((hash) => new Uint8Array(hash)[0])",
    "[new TextDecoder('gbk').decode(Uint8Array.of(0xc4, 0xe3)), btoa('a'), atob('YQ=='), crypto.randomUUID().length]",
    "new Response(new Blob(['a']).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer().then((b) => b.byteLength > 3)",
    "[/(?<y>\\d{4})/u.exec('2024').groups.y, 'a'.padStart(3), [3, 1].toSorted?.(), Object.groupBy?.([1], () => 'a'), 2n ** 70n, new Set([1]).size, Symbol('x').description]",
    "new URL('?a=1', 'https://example.org/').searchParams.get('a')",
    "new Proxy({}, {get: () => 1}).anything + Reflect.ownKeys({a: 1}).length",
    "performance.now() > 0 && queueMicrotask instanceof Function",
    "new DOMParser().parseFromString('<a><b/></a>', 'text/xml').querySelector('b').localName",
    "new XMLSerializer().serializeToString(svg`<circle r=1>`)",
    "new AbortController().signal.aborted",
    "WebAssembly.validate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))",
    "topojson.feature({type: 'Topology', objects: {a: {type: 'Point', coordinates: [1, 2]}}, arcs: []}, 'a').geometry.coordinates",
    "import {sum} from 'npm:d3'; sum([1, 2])",
    "import {scaleLinear} from 'npm:d3-scale@4'; display(scaleLinear()(0.5))",
    "import * as mean from 'https://packages.example/npm/d3-array@3.2.4/+esm'; display(mean.mean([1, 2]))",
    "import {plot} from 'https://packages.example/v135/@observablehq/plot@0.6?bundle'; display(plot({marks: []}))",
    "(await import('https://packages.example/d3')).max([1, 2])",
    "[Object.groupBy([1, 2, 3], (d) => d % 2 ? 'odd' : 'even').odd, Map.groupBy([1], (d) => d).size, new Set([1, 2]).union(new Set([3])).size, [1, 2].values().map((d) => d * 2).take(1).toArray()]",
    "const {promise, resolve} = Promise.withResolvers(); resolve(Array.fromAsync([1, Promise.resolve(2)])); display(await promise)",
    "[alert('x'), confirm('y'), prompt('z')]",
    "const measured = Generators.width(document.body)",
    "measured + 1",
    "Files.text(new Blob(['abc']))",
    "Files.url(new Blob(['abc'], {type: 'text/plain'}))",
    "[DOM.uid('x').id.startsWith('O-x'), DOM.element('svg:g', {a: 1}).outerHTML, DOM.range(1, 3).value, DOM.select(['a']).value, DOM.svg(3, 4).outerHTML, DOM.text('t').textContent, DOM.input('color').type]",
  ],
};

describe("Cells as notebooks of others have them run without a page", () => {
  test.each(Object.entries(corpus))("with %s", async (_, cells) => {
    const executed = await runCells(services, cells);
    const failures = executed.cells
      .filter(({ state }) => state.status !== "fresh" || (state.warnings?.length ?? 0) > 0)
      .map(({ place, state, error }) => [cells[place - 1], state.status, error?.message, state.warnings]);
    expect(failures).toEqual([]);
    expect(executed.warnings).toEqual([]);
  });
});
