import type { EditorView } from "@codemirror/view";
import type { PageApi } from "../../../kernel/sandbox/protocol.ts";
import type { DatasetEntry } from "../../../kernel/services/catalogue.ts";
import type { LanguageAnswers, LanguageRequest } from "../../../kernel/services/language.ts";
import type { Appearance } from "../appearance.ts";
import type { CellRuns } from "../cell-runs.ts";
import type { DocumentCopy } from "../document-copy.ts";
import type { Navigation } from "../navigation.ts";

/** The parts of the notebook that language help uses. */
export interface HelpParts {
  readonly appearance: Pick<Appearance, "reading">;
  readonly catalogue: readonly DatasetEntry[];
  readonly copy: Pick<DocumentCopy, "placeOf">;
  readonly runs: Pick<CellRuns, "run">;
  readonly navigation: Pick<Navigation, "goTo">;
  /** The language service in the page; it rejects if there is none. */
  readonly typing: PageApi["typing"];
}

/** After a change, other visible editors are checked again: at most this many, after this delay. */
const MAX_CHECKED = 8;
const CHECK_AFTER_MS = 700;

/**
 * The language help shared by all editors of a notebook. The service is not called before the user types, points or presses a
 * key for it; if there is no service, the editors work without it.
 */
export class LanguageHelp {
  readonly parts: HelpParts;
  /** Whether the service was called yet; before, nothing is checked. */
  awake = false;
  #off = false;
  readonly #editors = new Map<EditorView, () => void>();
  #checking: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: HelpParts) {
    this.parts = parts;
  }

  /** The answer, or null if there is none. */
  async ask<Request extends LanguageRequest>(request: Request): Promise<LanguageAnswers[Request["type"]] | null> {
    if (this.#off) return null;
    const first = !this.awake;
    this.awake = true;
    if (first) this.checkOthers(null);
    // The edit that led to the request must reach the page first, and its listener may run after the caller's.
    await Promise.resolve();
    try {
      return (await this.parts.typing.ask(request)) as LanguageAnswers[Request["type"]] | null;
    } catch {
      this.#off = true;
      return null;
    }
  }

  /** An editor got the focus: the service starts before the user types. */
  wake(): void {
    if (!this.awake && !this.parts.appearance.reading) void this.ask({ type: "wake" });
  }

  /** Whether hovering over a name may call the service: it is not loaded for a reader who only hovers. */
  get pointing(): boolean {
    return this.awake || !this.parts.appearance.reading;
  }

  enter(view: EditorView, check: () => void): void {
    this.#editors.set(view, check);
  }

  leave(view: EditorView): void {
    this.#editors.delete(view);
  }

  /** A change in one editor may add or remove errors in others. */
  checkOthers(changed: EditorView | null): void {
    clearTimeout(this.#checking);
    this.#checking = setTimeout(() => {
      const others = [...this.#editors].filter(([view]) => view !== changed && isInSight(view.dom));
      for (const [, check] of others.slice(0, MAX_CHECKED)) check();
    }, CHECK_AFTER_MS);
  }
}

function isInSight(element: HTMLElement): boolean {
  const { top, bottom, height } = element.getBoundingClientRect();
  return height > 0 && bottom > 0 && top < innerHeight;
}
