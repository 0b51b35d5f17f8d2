import { expect, test } from "vitest";
import { outputFaults } from "../../output-faults.ts";

const kindsIn = (html: string, isLast = false) => outputFaults(html, { isLast }).map(({ kind }) => kind);

test.each([
  ["<h2>1,806 undefined in all</h2>", "unsaid"],
  ["<p>合计 NaN kg</p>", "unsaid"],
  ["<p>[object Object]</p>", "unsaid"],
  ['<svg aria-label="undefined by sector"></svg>', "unsaid"],
  ["<td>−4.5e-13</td>", "residue"],
  ["<text>3 × 10⁻¹⁴ kg</text>", "residue"],
  ["<table><tbody><tr><td>0</td><td>5</td></tr><tr><td>1</td><td>7</td></tr></tbody></table>", "counted names"],
])("%s is at fault", (html, kind) => {
  expect(kindsIn(html)).toEqual([kind]);
});

test("A number without a word is at fault in the last output alone", () => {
  expect(kindsIn("<div>6302.617840942433</div>", true)).toEqual(["bare number"]);
  expect(kindsIn("<div>6302.617840942433</div>")).toEqual([]);
  expect(kindsIn("<div>6 303 kt CO₂</div>", true)).toEqual([]);
});

test.each([
  "<p>The largest residual is 3e-16.</p>",
  "<p>恒等式的最大相对差为 2e-12。</p>",
  "<p>5.2e-7 t of HFC-134a</p>",
  "<pre>let a = undefined</pre>",
  "<p>1.2 × 10⁻³ kg</p>",
  "<table><tbody><tr><td>Coal</td><td>0</td></tr><tr><td>Gas</td><td>1</td></tr></tbody></table>",
])("%s is not", (html) => {
  expect(kindsIn(html, true)).toEqual([]);
});
