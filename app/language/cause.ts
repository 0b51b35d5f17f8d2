import type { Cause } from "../../kernel/runtime/state.ts";
import { writeList } from "./figures.ts";
import { sayPart } from "./sentence.ts";
import { say } from "./speech.ts";

/** Why a cell last ran. */
export function writeCause(cause: Cause): string {
  switch (cause.kind) {
    case "input":
      return say("cause.input", { names: writeList(cause.names) });
    case "restarted":
      return say("cause.restarted", { service: sayPart(cause.service) });
    default:
      return say(`cause.${cause.kind}`);
  }
}
