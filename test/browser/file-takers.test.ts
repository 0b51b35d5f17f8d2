import { afterEach, expect, test } from "vitest";
import { FileTakers } from "../../app/frame/file-takers.ts";

const { addEventListener } = EventTarget.prototype;
const prototypes = [HTMLElement.prototype, SVGElement.prototype];
const handlers = prototypes.map((each) => Object.getOwnPropertyDescriptor(each, "ondrop")!);

afterEach(() => {
  EventTarget.prototype.addEventListener = addEventListener;
  for (const [i, each] of prototypes.entries()) Object.defineProperty(each, "ondrop", handlers[i]!);
  document.ondrop = null;
  document.body.replaceChildren();
});

function watched(): FileTakers {
  const takers = new FileTakers();
  takers.watch();
  return takers;
}

function box(name: string, height: number): HTMLElement {
  const element = document.createElement(name);
  Object.assign(element.style, { display: "block", width: "200px", height: `${height}px` });
  document.body.append(element);
  return element;
}

test("inputs for files and elements that listen for drops keep their places, one within another only once", () => {
  const takers = watched();
  const input = box("input", 30);
  input.setAttribute("type", "file");
  const zone = box("div", 100);
  const inner = document.createElement("p");
  zone.append(inner);
  box("div", 50);
  expect(takers.places().map(({ height }) => height)).toEqual([30]);
  let dropped = 0;
  for (const element of [zone, inner]) element.addEventListener("drop", () => (dropped += 1));
  zone.addEventListener("click", () => {});
  expect(takers.places().map(({ height }) => height)).toEqual([30, 100]);
  expect([input, zone, inner, document.body].map((element) => takers.has(element))).toEqual([true, true, true, false]);
  inner.dispatchEvent(new Event("drop", { bubbles: true }));
  expect(dropped).toBe(2);
  zone.remove();
  expect(takers.places()).toHaveLength(1);
  const host = box("div", 70);
  host.attachShadow({ mode: "closed" }).addEventListener("drop", () => {});
  expect([takers.has(host), takers.places().map(({ height }) => height)]).toEqual([true, [30, 70]]);
});

test("an element with a handler of its own keeps its place for as long as it has one", () => {
  const takers = watched();
  const zone = box("div", 100);
  const inner = document.createElement("p");
  zone.append(inner);
  let dropped = 0;
  zone.ondrop = () => (dropped += 1);
  expect([takers.has(zone), takers.has(inner), takers.places().length]).toEqual([true, false, 1]);
  inner.dispatchEvent(new Event("drop", { bubbles: true }));
  expect([dropped, typeof zone.ondrop]).toEqual([1, "function"]);
  zone.ondrop = null;
  expect([takers.has(zone), takers.places().length]).toEqual([false, 0]);
  zone.ondrop = () => {};
  expect([takers.has(zone), takers.places().length]).toEqual([true, 1]);

  const drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  Object.assign(drawing.style, { display: "block", width: "50px", height: "40px" });
  drawing.ondrop = () => {};
  expect(takers.places()).toHaveLength(1);
  document.body.append(drawing);
  expect(takers.places().map(({ height }) => height)).toEqual([100, 40]);

  const written = document.createElement("template");
  written.innerHTML = '<div ondrop="void 0" style="height: 30px; width: 9px"></div>';
  document.body.append(written.content);
  expect(takers.places().map(({ height }) => height)).toEqual([30, 100, 40]);
});

test("a handler for the whole notebook takes every drop until it is removed", () => {
  const takers = watched();
  document.ondrop = () => {};
  expect(takers.everywhere).toBe(true);
  document.ondrop = null;
  expect(takers.everywhere).toBe(false);
});

test("a cell that listens on the whole notebook takes every drop", () => {
  const takers = watched();
  expect(takers.everywhere).toBe(false);
  const listener = () => {};
  document.body.addEventListener("drop", listener);
  expect(takers.everywhere).toBe(true);
  document.body.removeEventListener("drop", listener);
});
