import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { authorshipOf } from "../../../kernel/document/authorship.ts";
import { titleIn } from "../../../kernel/document/translations.ts";
import { lightTheme, type Theme } from "../../results/theme-colours.ts";
import type { SiteFile } from "../program-builds.ts";
import type { RunNotebook } from "../run-for-page.ts";
import type { PageCard, SiteFacts } from "../site-facts.ts";
import { type Canvas, loadCanvas } from "./canvas.ts";
import { drawCard } from "./card.ts";

/** Draws the cards of the pages of a build. What it cannot draw it notes, and the pages do without. */
export class Cards {
  readonly #canvas: Canvas | null;
  readonly #theme: Theme;
  readonly #mark: string;
  readonly #undrawn: string[] = [];
  #letters = new Set<string>();
  #hasNoFont = false;

  private constructor(canvas: Canvas | null, theme: Theme, mark: string) {
    this.#canvas = canvas;
    this.#theme = theme;
    this.#mark = mark;
  }

  /** @param canvas the package that draws; null if there is none */
  static async open(root: string, canvas: Promise<Canvas | null> = loadCanvas()): Promise<Cards> {
    const mark = readFile(join(root, "app/design/mark.svg"), "utf8");
    return new Cards(await canvas, lightTheme(), await mark);
  }

  /** The card of a notebook as a file of the site; null if it cannot be drawn. */
  async draw(run: RunNotebook, site: SiteFacts): Promise<{ file: SiteFile; card: PageCard } | null> {
    if (!this.#canvas) return null;
    const { authors, date } = authorshipOf(run.notebook.attributes);
    const drawn = await drawCard(this.#canvas, this.#theme, this.#mark, {
      title: titleIn(run.notebook, site.language),
      summary: run.summary,
      site: site.title,
      byline: [authors.length > 2 ? `${authors[0]} …` : authors.join(", "), date ?? ""].filter(Boolean).join(" · "),
      outputs: run.executed.cells.map(({ html }) => html),
    });
    if ("lacks" in drawn) {
      if (drawn.lacks === "font") this.#hasNoFont = true;
      else for (const letter of drawn.lacks) this.#letters.add(letter);
      this.#undrawn.push(run.name);
      return null;
    }
    const address = `cards/${run.name}.png`;
    return { file: { address, content: drawn.png }, card: { file: address, alt: drawn.alt } };
  }

  /** What could not be drawn and why, in a sentence each. */
  get notes(): string[] {
    if (!this.#canvas) {
      return [
        "The pages have no pictures for links to them, because the package @napi-rs/canvas is not installed: npm install @napi-rs/canvas.",
      ];
    }
    if (this.#undrawn.length === 0) return [];
    const pages = this.#undrawn.map((name) => `${name}.html`).join(", ");
    const why = this.#hasNoFont
      ? "this machine has no font"
      : `this machine has no font with the letters ${[...this.#letters].slice(0, 8).join(" ")}`;
    return [`There is no picture for links to ${pages}: ${why}. Install one and build again.`];
  }
}
