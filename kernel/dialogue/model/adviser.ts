import type { ModelOutcome, ModelQuestion } from "./ask-model.ts";
import type { ModelProvider } from "./provider.ts";

/** Who is asked where the planner has not understood a question. */
export interface Adviser {
  readonly provider: string;
  readonly model: string;
  /** Rejects only with the signal's reason. */
  advise(question: ModelQuestion, signal?: AbortSignal): Promise<ModelOutcome>;
}

/**
 * A model as adviser. The dialogue gets it from outside, so that programs which never ask a model, such as that of `ask()` in cells, carry
 * neither this code nor the list of all tools.
 */
export function adviserOf(provider: ModelProvider): Adviser {
  return {
    provider: provider.name,
    model: provider.model,
    async advise(question, signal) {
      const { askModel } = await import("./ask-model.ts");
      return askModel(provider, question, signal);
    },
  };
}
