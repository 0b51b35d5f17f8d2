import type { Sentence } from "../../lib/message/message.ts";
/**
 * What a notebook's editors ask of the language service, and what it answers: plain data. Cells are named by id, offsets
 * are those of the cell's source as the page's document has it.
 */
export type LanguageRequest =
  /** Somebody is about to write: the service may load. */
  | { type: "wake" }
  | { type: "complete"; cell: number; offset: number }
  /** What a completion means. */
  | { type: "describe"; cell: number; offset: number; name: string }
  | { type: "hover"; cell: number; offset: number }
  | { type: "signature"; cell: number; offset: number }
  | { type: "diagnose"; cell: number }
  | { type: "define"; cell: number; offset: number }
  /** Which name stands there, if it is one that can be renamed. */
  | { type: "find-name"; cell: number; offset: number }
  | { type: "rename"; cell: number; offset: number; to: string };

/** The answer to each request; null where there is nothing to say. */
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
  /** TypeScript's word for what it is: `const`, `function`, `method`, `property`, `keyword`, … */
  kind: string;
  /** Where it comes from: what is near comes first. */
  origin: "notebook" | "local" | "member" | "library" | "keyword" | "global";
  /** What is inserted in place of the name, and from where, if that is before the word: `["a b"]` takes the dot along. */
  insert?: string;
  from?: number;
}

export interface Completions extends Range {
  options: CompletionOption[];
  /** Whether the options are all there are, so that further letters only choose among them. */
  complete: boolean;
}

export interface Description {
  /** The declaration in a line or more of TypeScript. */
  signature: string;
  /** Markdown. */
  documentation: string;
  /** The cell that gives the name, if another one does. */
  cell?: number;
}

export interface SignatureHelp {
  signatures: {
    label: string;
    documentation: string;
    /** Where each parameter stands in the label, and what it means. */
    parameters: (Range & { documentation: string })[];
  }[];
  /** Which signature fits, and which of its parameters is being written. */
  active: number;
  parameter: number;
}

export interface LanguageDiagnostic extends Range {
  severity: "error" | "warning";
  message: Sentence;
}

/** The cells in which a name was changed. */
export interface Renamed {
  renamed: number[];
}

/** Why a name was not changed, and the cell where it would clash. */
export interface RenameRefusal {
  refused: "not a name" | "taken" | "clash" | "library" | "nothing";
  cell?: number;
}
