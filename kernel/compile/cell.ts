import type { Sentence } from "../../lib/message/message.ts";
/** The compiler's input. `attributes` are those of the cell's `<script>`; a bare one such as `hidden` is "". */
export interface CellSource {
  readonly id: number;
  /** The name of the kind; cells of unknown kinds are kept, but not run. */
  readonly kind: string;
  readonly source: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

export interface CompileOptions {
  /** Names provided to each run of a cell, besides {@link coreNames}. */
  readonly builtins?: readonly string[];
  /** Names that other cells of the notebook declare; such a name is an input even if a builtin has it, too. */
  readonly declared?: Iterable<string>;
  /** Libraries that may be imported by name (`d3` also admits `npm:d3` and `npm:d3@7`). */
  readonly libraries?: readonly string[];
}

export type Severity = "error" | "warning";

/** A problem of a cell, as a sentence, and its position in the author's source. Line and column are counted from 1. */
export interface Diagnostic {
  readonly severity: Severity;
  readonly message: Sentence;
  readonly from: number;
  readonly to: number;
  readonly line: number;
  readonly column: number;
  readonly sourceLine: string;
}

export interface ImportedName {
  /** The name in the other notebook, library or module; `default`, or `*` for the whole. */
  readonly imported: string;
  readonly local: string;
}

export interface CellImport {
  /** As written by the author. */
  readonly specifier: string;
  /** The argument of `__import`: the specifier, the library's bare name, or the path of a file relative to the notebook. */
  readonly module: string;
  readonly kind: "notebook" | "library" | "package" | "file";
  readonly names: readonly ImportedName[];
  readonly from: number;
  readonly to: number;
}

export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A cell ready to run. See {@link compileCell}. */
export interface CompiledCell {
  readonly id: number;
  readonly kind: string;
  /** The names the cell needs from other cells, the library or the global object, in order of first use. */
  readonly inputs: readonly string[];
  /** For each input and builtin used, the offset of its first use in the source. */
  readonly references: Readonly<Record<string, number>>;
  /** The names the cell declares, in order. */
  readonly outputs: readonly string[];
  /**
   * The builtins the cell uses, in the order in which {@link code} takes them. A cell that imports also takes
   * `__import(module, names?)`, which returns a promise of the requested exports of a notebook or library; without names, of all.
   */
  readonly parameters: readonly string[];
  /**
   * One parenthesised function expression and a source name, to be evaluated by indirect `eval`. The function takes
   * the inputs, then the parameters, then always `__guard` (called at the start of every iteration of every loop).
   * It returns the value if {@link expression}, otherwise a record of the outputs (or a promise of either).
   */
  readonly code: string;
  /** Whether the function returns one value rather than a record of outputs. */
  readonly expression: boolean;
  /** Whether that value is displayed: the cell is an expression, is not hidden, and does not itself display. */
  readonly autodisplay: boolean;
  /** Whether the function is async. */
  readonly async: boolean;
  /** Cells with a diagnostic of severity `error` have a `code` that throws its message when run. */
  readonly diagnostics: readonly Diagnostic[];
  readonly imports: readonly CellImport[];
  /** Maps a line and column of {@link code}, as V8 reports them in a stack trace, to the author's line and column. */
  position(line: number, column: number): Position;
}
