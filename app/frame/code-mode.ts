import type { Publication } from "../../kernel/sandbox/protocol.ts";
import type { MakeCode } from "./code-view.ts";
import type { AnswerCells } from "./exercise/answer-cells.ts";
import type { HelpParts } from "./typing/help.ts";

/** The parts of the notebook that a code mode is made of. */
export interface CodeModeParts extends HelpParts {
  /** The cells in which the reader answers exercises. */
  readonly answers: Pick<AnswerCells, "has">;
  /** What the page was built with, where it was. */
  readonly publication: Publication | undefined;
}

/** How code is shown in one frame: in the workbench it is written, in a published page it is read. */
export type CodeMode = (parts: CodeModeParts) => MakeCode;
