import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { contrast, distance, eyes } from "./colour.ts";

const css = readFileSync(new URL("../../../app/design/tokens.css", import.meta.url), "utf8");
const light = readBlock(":root");
const themes = { light, dark: { ...light, ...readBlock('[data-theme="dark"]') } };
const series = ["production", "consumption", "trade-in", "trade-out", "natural", "sink"];

describe.each(Object.entries(themes))("The %s tokens", (_, tokens) => {
  const token = (name: string) => {
    const value = tokens[name];
    if (!value?.startsWith("#")) throw new Error(`--${name} is not a plain colour.`);
    return value;
  };

  const text = Object.keys(light).filter((name) =>
    /^(ink|link|accent$|state-|code-(?!selection|active)|chart-(?!grid|zero|.*band|.*dash))/.test(name),
  );

  it.each(text)("keep --%s readable on paper, beside it and in code", (name) => {
    for (const ground of ["paper", "surface", "sunken", "raised"]) {
      expect(contrast(token(name), token(ground)), `--${name} on --${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each([
    ["accent-ink", "accent"],
    ["ink", "hover"],
    ["ink", "selected"],
    ["ink-muted", "hover"],
    ["ink", "failed-wash"],
    ["state-failed", "failed-wash"],
    ["ink", "stale-wash"],
    ["state-stale", "stale-wash"],
    ["ink", "code-selection"],
  ])("keep --%s readable on --%s", (ink, ground) => {
    expect(contrast(token(ink), token(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it("let the borders of controls and the focus ring be seen", () => {
    for (const ground of ["paper", "surface", "raised"]) {
      expect(contrast(token("rule-strong"), token(ground))).toBeGreaterThanOrEqual(3);
      expect(contrast(token("focus"), token(ground))).toBeGreaterThanOrEqual(3);
    }
  });

  it.each(Object.keys(eyes) as (keyof typeof eyes)[])("keep the chart colours apart for %s eyes", (eye) => {
    for (const [i, a] of series.entries()) {
      for (const b of series.slice(0, i)) {
        expect(distance(token(`chart-${a}`), token(`chart-${b}`), eye), `${a} and ${b}`).toBeGreaterThan(0.06);
      }
    }
  });
});

describe("The tokens", () => {
  it("have no colour that only one theme changes by accident", () => {
    const plain = Object.entries(light).filter(([, value]) => /^(#|rgb)/.test(value));
    expect(Object.keys(readBlock('[data-theme="dark"]')).sort()).toEqual(
      [...plain.map(([name]) => name), "shadow"].sort(),
    );
  });

  it("ask the network for nothing", () => {
    expect(css).not.toMatch(/url\(|@import|@font-face/);
  });
});

function readBlock(selector: string): Record<string, string> {
  const from = css.indexOf(`${selector} {`);
  const body = css.slice(css.indexOf("{", from) + 1, css.indexOf("\n}", from)).replaceAll(/\/\*[\s\S]*?\*\//g, "");
  return Object.fromEntries(
    [...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map((match) => [match[1] ?? "", (match[2] ?? "").trim()]),
  );
}
