import type { z } from "zod";
import type { StepResult } from "../dialogue/host.ts";
import { Fault } from "../message/fault.ts";
import { messages, type Text } from "../message/message.ts";

const texts = messages("agent", {
  unreadable: {
    en: "The cell of {step} no longer holds what the agent needs of it ({field}). Undo the edit, or let the agent write the cell again.",
    zh: "{step} 的单元不再包含智能体所需的内容（{field}）。请撤销该编辑，或让智能体重写此单元。",
  },
});

/** That an agent went back from a phase to an earlier one. */
export interface Return {
  readonly from: string;
  readonly to: string;
  /** The check that led back. */
  readonly check: string;
  readonly because: Text;
}

/** What an agent knows before a phase: the request, and the results of the phases that stand. */
export class AgentState<Request> {
  readonly request: Request;
  readonly results: ReadonlyMap<string, StepResult>;
  readonly returns: readonly Return[];

  constructor(request: Request, results: ReadonlyMap<string, StepResult>, returns: readonly Return[]) {
    this.request = request;
    this.results = results;
    this.returns = returns;
  }

  /** How often the agent has come back to a phase. */
  returnsTo(phase: string): number {
    return this.returns.filter(({ to }) => to === phase).length;
  }

  /** The part of a step's result that a schema describes. Throws a Fault if it does not fit, as after an edit by hand. */
  read<Shape extends z.ZodType>(step: string, shape: Shape): z.output<Shape> {
    const parsed = shape.safeParse(this.results.get(step)?.result);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    throw new Fault(texts.unreadable({ step, field: issue?.path.join(".") || step }));
  }
}
