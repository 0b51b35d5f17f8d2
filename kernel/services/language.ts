import type { Sentence } from "../../lib/message/message.ts";
/**
 * The requests of a notebook's editors to the language service, and its answers: plain data. Cells are identified by id;
 * offsets are in the cell's source in the page's document.
 */
export type LanguageRequest =
  /** The reader is about to write: the service may load. */
  | { type: "wake" }
  | { type: "complete"; cell: number; offset: number }
  /** Asks for the description of a completion. */
  | { type: "describe"; cell: number; offset: number; name: string }
  | { type: "hover"; cell: number; offset: number }
  | { type: "signature"; cell: number; offset: number }
  | { type: "diagnose"; cell: number }
  | { type: "define"; cell: number; offset: number }
  /** Asks for the renameable name at an offset. */
  | { type: "find-name"; cell: number; offset: number }
  | { type: "rename"; cell: number; offset: number; to: string };

/** The answer to each request; null if there is none. */
export interface LanguageAnswers {
  wake: null;
  complete: Completions | null;
  describe: Description | null;
  hover: (Description & Range) | null;
  signature: SignatureHelp | null;
  diagnose: LanguageDiagnostic[];
  define: { cell: number; offset: number } | null;
  "find-name": (Range & { name: string }) | null;
  rename: Renamed | RenameRefusal;
}

export type LanguageAnswer = LanguageAnswers[LanguageRequest["type"]];

export interface Range {
  from: number;
  to: number;
}

export interface CompletionOption {
  name: string;
  /** TypeScript's kind: `const`, `function`, `method`, `property`, `keyword`, … */
  kind: string;
  /** Its origin, by which completions are ranked. */
  origin: "notebook" | "local" | "member" | "library" | "keyword" | "global";
  /** The inserted text if not the name, and its start if before the word: `["a b"]` also replaces the dot. */
  insert?: string;
  from?: number;
}

export interface Completions extends Range {
  options: CompletionOption[];
  /** Whether the options are complete, so that further letters only filter them. */
  complete: boolean;
}

export interface Description {
  /** The declaration in a line or more of TypeScript. */
  signature: string;
  /** Markdown. */
  documentation: string;
  /** The cell that defines the name, if it is another one. */
  cell?: number;
}

export interface SignatureHelp {
  signatures: {
    label: string;
    documentation: string;
    /** The range of each parameter in the label, and its documentation. */
    parameters: (Range & { documentation: string })[];
  }[];
  /** The index of the matching signature, and of the current parameter. */
  active: number;
  parameter: number;
}

export interface LanguageDiagnostic extends Range {
  severity: "error" | "warning";
  message: Sentence;
}

/** The cells in which a name was renamed. */
export interface Renamed {
  renamed: number[];
}

/** Why a name was not renamed, and the cell of a conflict. */
export interface RenameRefusal {
  refused: "not a name" | "taken" | "clash" | "library" | "older" | "nothing";
  cell?: number;
}
