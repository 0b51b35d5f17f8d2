import type { CellState } from "../../kernel/runtime/state.ts";
import { stateTexts } from "../language/cell-states.ts";
import { writeDuration } from "../language/figures.ts";
import { say } from "../language/speech.ts";
import { cellTexts } from "./cell-labels.ts";

/** The line below a state's shape: how long the run takes or took, or else the state's word. */
export function stateLine({ status, elapsed }: CellState, sofar: number): string {
  switch (status) {
    case "running":
      return writeDuration(sofar);
    case "fresh":
      return elapsed === undefined ? "" : elapsed < 1 ? "<\u20091 ms" : writeDuration(elapsed);
    case "blocked":
      return say(cellTexts.waiting());
    default:
      return say(stateTexts[status]());
  }
}
