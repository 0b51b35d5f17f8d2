import type { Publication } from "../../kernel/sandbox/protocol.ts";
import type { MakeCode } from "./code-view.ts";
import type { AnswerCells } from "./exercise/answer-cells.ts";
import type { HelpParts } from "./typing/help.ts";

/** The parts of the notebook that a code mode uses. */
export interface CodeModeParts extends HelpParts {
  /** The cells in which the reader answers exercises. */
  readonly answers: Pick<AnswerCells, "has">;
  /** The outputs that the page was built with; undefined in the workbench. */
  readonly publication: Publication | undefined;
}

/** How a frame shows code: in editors in the workbench, as text in a published page. */
export type CodeMode = (parts: CodeModeParts) => MakeCode;
