import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The custom properties of the light theme, by name (`--ink`), in which a picture outside of a page is drawn. */
export type Theme = ReadonlyMap<string, string>;

import { root } from "../installation/root.ts";

const tokens = join(root, "app/design/tokens.css");

let light: Theme | undefined;

/** The light theme of the design tokens. */
export function lightTheme(): Theme {
  light ??= readTheme(readFileSync(tokens, "utf8"));
  return light;
}

/** The custom properties of the first `:root` of a style sheet. */
export function readTheme(css: string): Theme {
  const block = /:root\s*\{([^{}]*)\}/.exec(css.replace(/\/\*[\s\S]*?\*\//g, ""))?.[1] ?? "";
  const theme = new Map<string, string>();
  for (const [, name, value] of block.matchAll(/(--[\w-]+)\s*:\s*([^;]+);/g)) {
    theme.set(name!, value!.replace(/\s+/g, " ").trim());
  }
  // What is drawn in the colour of the background, such as the halo of a label.
  theme.set("--plot-background", theme.get("--paper") ?? "white");
  return theme;
}

/** Properties may name others, but not for ever. */
const MAX_DEPTH = 10;

const VARIABLE = /var\(\s*(--[\w-]+)\s*(?:,([^()]*))?\)/g;
const MIXED = /color-mix\(\s*in srgb\s*,\s*#([0-9a-f]{6})\s+([\d.]+)%\s*,\s*transparent\s*\)/gi;

/** A value of CSS with the values of the theme in place of `var()` and of mixtures with `transparent`. An unknown name stays. */
export function withTheme(value: string, theme: Theme): string {
  let text = value;
  for (let depth = 0; depth < MAX_DEPTH && text.includes("var("); ++depth) {
    const next = text.replace(VARIABLE, (all, name: string, other?: string) => theme.get(name) ?? other?.trim() ?? all);
    if (next === text) break;
    text = next;
  }
  return text.replace(MIXED, (_all, hex: string, share: string) => {
    const [r, g, b] = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
    return `rgba(${r},${g},${b},${Number(share) / 100})`;
  });
}
