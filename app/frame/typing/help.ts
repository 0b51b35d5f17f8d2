import type { EditorView } from "@codemirror/view";
import type { PageApi } from "../../../kernel/sandbox/protocol.ts";
import type { DatasetEntry } from "../../../kernel/services/catalogue.ts";
import type { LanguageAnswers, LanguageRequest } from "../../../kernel/services/language.ts";
import type { Appearance } from "../appearance.ts";
import type { CellRuns } from "../cell-runs.ts";
import type { DocumentCopy } from "../document-copy.ts";
import type { Navigation } from "../navigation.ts";

/** The parts of the notebook that help with writing. */
export interface HelpParts {
  readonly appearance: Pick<Appearance, "reading">;
  readonly catalogue: readonly DatasetEntry[];
  readonly copy: Pick<DocumentCopy, "placeOf">;
  readonly runs: Pick<CellRuns, "run">;
  readonly navigation: Pick<Navigation, "goTo">;
  /** The language service in the page; it rejects where there is none. */
  readonly typing: PageApi["typing"];
}

/** After a change, other editors in sight are checked anew: so many at most, and this long after. */
const MOST_CHECKED = 8;
const CHECK_AFTER_MS = 700;

/**
 * The help that all editors of a notebook share. Nothing is asked before somebody writes, points or presses a key for it;
 * where there is nobody to answer, the editors go on without.
 */
export class LanguageHelp {
  readonly parts: HelpParts;
  /** Whether anything was asked yet; before that nothing is checked. */
  awake = false;
  #off = false;
  readonly #editors = new Map<EditorView, () => void>();
  #checking: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: HelpParts) {
    this.parts = parts;
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
      return (await this.parts.typing.ask(request)) as LanguageAnswers[Request["type"]] | null;
    } catch {
      this.#off = true;
      return null;
    }
  }

  /** Somebody has gone into an editor and is about to write. */
  wake(): void {
    if (!this.awake && !this.parts.appearance.reading) void this.ask({ type: "wake" });
  }

  /** Whether pointing at a name may ask: a reader who only looks does not load the service. */
  get pointing(): boolean {
    return this.awake || !this.parts.appearance.reading;
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
