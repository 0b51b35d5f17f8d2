/** A built-in name, which every cell may read without declaring it. */
export interface CellName {
  readonly name: string;
  /**
   * Who provides it. `core`: whatever runs compiled cells, including exported modules, for each run. `run`: the kernel, for each
   * run, because what it does belongs to that run. `library`: the host that runs the notebook, once.
   */
  readonly providedBy: "core" | "run" | "library";
  /**
   * What replaces it while draws of ± are evaluated. `own`: the draw engine provides its own. `stub`: an object that renders
   * nothing. `text`: the interpolated values. `fixed`: its value on the page. `waits`: a cell that reads it keeps its current
   * value, because that is set by the reader or changes by itself. `refused`: reading it ends the draw.
   * Without an entry, the name is undefined in draws.
   */
  readonly draws?: "own" | "stub" | "text" | "fixed" | "waits" | "refused";
  /** It displays something itself: a cell that reads it does not also display its value. */
  readonly shows?: true;
  /** Its value depends on the reader's language: cells that read it run again when the reader switches. */
  readonly follows?: "language";
  /**
   * A common word of those provided to runs: a notebook may declare the name itself, which then overrides this one. Names of the
   * library are always overridden.
   */
  readonly overridable?: true;
}

/** The editor help for a name. */
export interface NameHelp {
  /** A description in Markdown. */
  readonly summary: string;
  /** Its TypeScript declarations, without `declare`; none if the language or a package declares it. */
  readonly declarations?: readonly string[];
}
