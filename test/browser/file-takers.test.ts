import { afterEach, expect, test } from "vitest";
import { FileTakers } from "../../app/frame/file-takers.ts";

const { addEventListener } = EventTarget.prototype;

afterEach(() => {
  EventTarget.prototype.addEventListener = addEventListener;
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
});

test("a cell that listens on the whole notebook takes every drop", () => {
  const takers = watched();
  expect(takers.everywhere).toBe(false);
  const listener = () => {};
  document.body.addEventListener("drop", listener);
  expect(takers.everywhere).toBe(true);
  document.body.removeEventListener("drop", listener);
});
