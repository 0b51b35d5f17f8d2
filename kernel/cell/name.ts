/** A name that every cell may read without declaring it. */
export interface CellName {
  readonly name: string;
  /**
   * Who gives it. `core`: whatever runs compiled cells, exported modules too, to each run anew. `run`: the kernel, to each
   * run anew, because what it does belongs to that run. `library`: the place that runs the notebook, once.
   */
  readonly gives: "core" | "run" | "library";
  /**
   * What stands in its place while draws of ± are evaluated. `own`: the draw engine has one of its own. `drawing`: nothing
   * is drawn. `text`: the values of its holes. `fixed`: the value it has on the page. `waits`: a cell that reads it is
   * taken as it stands, because its value is the reader's or changes by itself. `refused`: to read it ends the draw.
   * Undefined in a draw where nothing is said.
   */
  readonly draws?: "own" | "drawing" | "text" | "fixed" | "waits" | "refused";
  /** It shows something itself: a cell that reads it does not show its value besides. */
  readonly shows?: true;
  /** A common word: a notebook that declares it means its own. */
  readonly yields?: true;
  /** What it is, in Markdown. */
  readonly summary: string;
  /** Its TypeScript declarations, as they follow `declare`; none where those of the language or of a package tell. */
  readonly declarations?: readonly string[];
}
