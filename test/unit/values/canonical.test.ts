import { tableFromArrays } from "apache-arrow";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { amount } from "../../../kernel/values/amount.ts";
import { hashOf } from "../../../kernel/values/canonical.ts";
import { canonicalNumber } from "../../../kernel/values/canonical-number.ts";

describe("The canonical form of a value", () => {
  it("holds numbers equal to six significant digits, and noise equal to 0", () => {
    expect(hashOf(1 / 3)).toBe(hashOf(0.333333333333));
    expect(hashOf(35012.9999999999)).toBe(hashOf(35013.0000000001));
    expect(hashOf(1e-15)).toBe(hashOf(-3e-14));
    expect(hashOf(1.00001)).not.toBe(hashOf(1.00002));
    expect(canonicalNumber(Number.NaN)).toBe("NaN");
  });

  it("holds the numbers in a text equal in the same way", () => {
    expect(hashOf("came to 10.8000000000001 %")).toBe(hashOf("came to 10.8 %"));
    expect(hashOf("came to 10.8 %")).not.toBe(hashOf("came to 10.9 %"));
  });

  it("does not depend on the order of fields or on the kind of list", () => {
    expect(hashOf({ a: 1, b: [2, 3] })).toBe(hashOf({ b: Float64Array.of(2, 3), a: 1 }));
    expect(hashOf({ a: 1 })).not.toBe(hashOf({ b: 1 }));
    expect(hashOf([1, [2]])).not.toBe(hashOf([[1], 2]));
  });

  it("tells a number from a text, nothing from null, and amounts by their unit", () => {
    const values = [1, "1", true, null, undefined, [], {}, amount(1, "t"), amount(1, "kt")];
    expect(new Set(values.map(hashOf)).size).toBe(values.length);
  });

  it("ends where a value holds itself", () => {
    const value: Record<string, unknown> = { name: "a" };
    value.self = value;
    expect(hashOf(value)).toMatch(/^[0-9a-f]{16}$/);
  });

  it("takes a table by its columns", () => {
    const table = tableFromArrays({ year: [2010, 2011], mt: [1.5, 2.5] });
    expect(hashOf(table)).toBe(hashOf(tableFromArrays({ year: [2010, 2011], mt: [1.5, 2.50000000001] })));
    expect(hashOf(table)).not.toBe(hashOf(tableFromArrays({ year: [2010, 2011], mt: [1.5, 2.6] })));
  });
});

describe("The canonical form of what is shown", () => {
  const before = globalThis.Node;
  const { document, Node } = parseHTML("<html><body></body></html>");
  beforeAll(() => {
    globalThis.Node = Node as unknown as typeof globalThis.Node;
  });
  afterAll(() => {
    globalThis.Node = before;
  });
  const shown = (html: string) => {
    const element = document.createElement("div");
    element.innerHTML = html;
    return hashOf(element);
  };

  it("is the same however a parser parts the text, and wherever a reference is counted from", () => {
    expect(shown("<p>Miller &amp; Blair\n  (2009)</p>")).toBe(shown("<p>Miller &amp; Blair (2009)</p>"));
    expect(shown('<svg><g clip-path="url(#clip-3)"></g></svg>')).toBe(
      shown('<svg><g clip-path="url(#clip-7)"></g></svg>'),
    );
  });

  it("differs with a shape, a text or a link", () => {
    const pictures = [
      '<svg><circle r="3"></circle></svg>',
      '<svg><circle r="4"></circle></svg>',
      "<b>3</b>",
      '<a href="x">3</a>',
    ];
    expect(new Set(pictures.map(shown)).size).toBe(pictures.length);
  });
});
