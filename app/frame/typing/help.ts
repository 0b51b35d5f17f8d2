import type { EditorView } from "@codemirror/view";
import type { DatasetEntry } from "../../../kernel/services/catalogue.ts";
import type { LanguageAnswer, LanguageAnswers, LanguageRequest } from "../../../kernel/services/language.ts";

/** What the help with writing asks of the notebook. */
export interface HelpHost {
  readonly reading: boolean;
  readonly catalogue: readonly DatasetEntry[];
  placeOf(cell: number): number;
  /** Asks the page; rejects where there is no language service. */
  language(request: LanguageRequest): Promise<LanguageAnswer>;
  run(cells: number[]): void;
  /** Opens a cell's code and puts the cursor there. */
  goTo(cell: number, offset: number): void;
}

/** After a change, other editors in sight are checked anew: so many at most, and this long after. */
const MOST_CHECKED = 8;
const CHECK_AFTER_MS = 700;

/**
 * The help that all editors of a notebook share. Nothing is asked before somebody writes, points or presses a key for it;
 * where there is nobody to answer, the editors go on without.
 */
export class LanguageHelp {
  readonly host: HelpHost;
  /** Whether anything was asked yet; before that nothing is checked. */
  awake = false;
  #off = false;
  readonly #editors = new Map<EditorView, () => void>();
  #checking: ReturnType<typeof setTimeout> | undefined;

  constructor(host: HelpHost) {
    this.host = host;
  }

  /** The answer, or null where there is none. */
  async ask<Request extends LanguageRequest>(request: Request): Promise<LanguageAnswers[Request["type"]] | null> {
    if (this.#off) return null;
    const first = !this.awake;
    this.awake = true;
    if (first) this.checkOthers(null);
    // The stroke that led to the question is told to the page first, by a listener that may come after the one that asks.
    await Promise.resolve();
    try {
      return (await this.host.language(request)) as LanguageAnswers[Request["type"]] | null;
    } catch {
      this.#off = true;
      return null;
    }
  }

  /** Somebody has gone into an editor and is about to write. */
  wake(): void {
    if (!this.awake && !this.host.reading) void this.ask({ type: "wake" });
  }

  /** Whether pointing at a name may ask: a reader who only looks does not load the service. */
  get pointing(): boolean {
    return this.awake || !this.host.reading;
  }

  enter(view: EditorView, check: () => void): void {
    this.#editors.set(view, check);
  }

  leave(view: EditorView): void {
    this.#editors.delete(view);
  }

  /** What changed in one editor may be right or wrong in another. */
  checkOthers(changed: EditorView | null): void {
    clearTimeout(this.#checking);
    this.#checking = setTimeout(() => {
      const others = [...this.#editors].filter(([view]) => view !== changed && isInSight(view.dom));
      for (const [, check] of others.slice(0, MOST_CHECKED)) check();
    }, CHECK_AFTER_MS);
  }
}

function isInSight(element: HTMLElement): boolean {
  const { top, bottom, height } = element.getBoundingClientRect();
  return height > 0 && bottom > 0 && top < innerHeight;
}
