import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Frame, Page } from "@playwright/test";
import type { RunOptions, SerialContextObject, SerialDqElement } from "axe-core";

const program = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** What depends on the colours of a theme alone. */
const ofColours = ["color-contrast", "link-in-text-block"];

// Where the list of notebooks makes figures, out of sight and reach of everybody; these frames come and go.
const pictures = ["body > div[inert][aria-hidden='true']"];
const notebook = { fromShadowDom: ["yuheng-app", "yuheng-notebook-page", "iframe"] };

/** Axe as it stands in a page, with what its types leave out. */
declare const window: {
  readonly axe: typeof import("axe-core") & {
    readonly utils: { shadowSelect(selector: unknown): Element | null };
    readonly commons: { readonly color: { readonly Color: { readonly prototype: AxeColor } } };
    readonly _audit: {
      readonly rules: readonly ({ readonly id: string } & Record<CheckKind, readonly (string | { id: string })[]>)[];
      readonly checks: Readonly<Record<string, { readonly after?: unknown }>>;
    };
  };
};

/** How the checks of a rule go together: one of them must hold, all must, none may. */
type CheckKind = "any" | "all" | "none";

interface AxeColor {
  r: number;
  g: number;
  b: number;
  alpha: number;
  parseString(text: string): AxeColor;
}

/** What a rule found in one frame. */
interface RuleResult {
  readonly id: string;
  nodes: readonly Record<CheckKind, readonly { readonly result?: boolean | null }[]>[];
}

/**
 * What axe finds on the page and in its frames, by rule and place. `frame: false` leaves the notebook's frame out, where only
 * the page around it has changed. `colours: true` asks for what the colours do alone, where all else has been looked at in
 * another theme. Axe's own driver for Playwright puts the parts together in a page of its own and carries them there as
 * objects, which takes as long as the look itself.
 */
export async function violations(page: Page, { frame = true, colours = false } = {}): Promise<string[]> {
  const options: RunOptions = {
    runOnly: colours ? { type: "rule", values: ofColours } : { type: "tag", values: tags },
    resultTypes: ["violations"],
  };
  const context = { exclude: frame ? [pictures] : [pictures, notebook] } as SerialContextObject;
  const parts = await partsOf(page.mainFrame(), context, options);
  return page.evaluate(
    async ([parts, options]) => {
      const { violations } = await window.axe.finishRun(
        parts.map((part) => JSON.parse(part)),
        options,
      );
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, html }) => `${id}: ${target.join(" ")} ${html.slice(0, 160)}`),
      );
    },
    [parts, options] as const,
  );
}

/** What axe finds in a frame and in the frames within it, in the order of the document; each as JSON. */
async function partsOf(frame: Frame, context: SerialContextObject, options: RunOptions): Promise<string[]> {
  // Carried to a document once, however often it is looked at.
  if (!(await frame.evaluate(() => "axe" in window))) {
    await frame.evaluate(program);
    await frame.evaluate(nameByPath);
    await frame.evaluate(readColoursOnce);
  }
  const within = await frame.evaluate((context) => window.axe.utils.getFrameContexts(context), context);
  const own = await frame.evaluate(lookAtFrame, [context, options] as const);
  const parts = [own];
  for (const { frameSelector, frameContext } of within) {
    const element = await frame.evaluateHandle((selector) => window.axe.utils.shadowSelect(selector), frameSelector);
    const child = await element.asElement()?.contentFrame();
    if (!child) throw new Error(`Axe looked for the frame ${JSON.stringify(frameSelector)}, which has gone.`);
    parts.push(...(await partsOf(child, frameContext, options)));
  }
  return parts;
}

/**
 * Runs in a frame. Elements that pass a rule are left out, unless the rule is about several together: there are thousands, and to carry
 * and merge them takes as long as half of the rules.
 */
async function lookAtFrame([context, options]: readonly [SerialContextObject, RunOptions]): Promise<string> {
  const part = await window.axe.runPartial(context, options);
  const { rules, checks } = window.axe._audit;
  for (const result of (part as { results: RuleResult[] }).results) {
    const { any, all, none } = rules.find(({ id }) => id === result.id)!;
    if ([...any, ...all, ...none].some((check) => checks[typeof check === "string" ? check : check.id]?.after))
      continue;
    result.nodes = result.nodes.filter(
      ({ any, all, none }) =>
        (any.length > 0 && !any.some(({ result }) => result)) ||
        !all.every(({ result }) => result) ||
        !none.every(({ result }) => result === false),
    );
  }
  return JSON.stringify(part);
}

/**
 * Has axe name an element by the path to it. The shortest selector and the XPath, which it makes for every element that a rule has
 * passed, take longer than all rules.
 */
function nameByPath(): void {
  const { DqElement, nodeSerializer } = window.axe.utils;
  nodeSerializer.update({
    toSpec: ({ source, ancestry, nodeIndexes }): SerialDqElement => ({
      source,
      selector: ancestry,
      ancestry,
      xpath: [],
      nodeIndexes,
    }),
    mergeSpecs: (element: SerialDqElement, frame: SerialDqElement) => DqElement.mergeSpecs(element, frame),
  });
}

/** Has axe read the text of a colour once: it reads several for each element, with a library that knows all spaces of colours. */
function readColoursOnce(): void {
  const { prototype } = window.axe.commons.color.Color;
  const read = prototype.parseString;
  const known = new Map<string, Pick<AxeColor, "r" | "g" | "b" | "alpha">>();
  prototype.parseString = function (text) {
    const before = known.get(text);
    if (before) return Object.assign(this, before);
    read.call(this, text);
    known.set(text, { r: this.r, g: this.g, b: this.b, alpha: this.alpha });
    return this;
  };
}
