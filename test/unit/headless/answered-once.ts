import type { NodeServices } from "../../../kernel/headless/node-services.ts";
import type { ResultProvenance } from "../../../kernel/provenance/step.ts";
import type { Selection } from "../../../lib/tool/selection.ts";

type Compute = NodeServices["compute"];
export type Call = Compute["call"];

interface Answer {
  readonly result: unknown;
  readonly provenance: ResultProvenance | undefined;
  readonly reads: readonly Selection[];
}

/** Answers a tool's call once: in another run of a notebook the same request has the same answer, and any other is computed. */
export class AnsweredOnce {
  readonly #compute: Pick<Compute, "call">;
  readonly #answers = new Map<string, Promise<Answer>>();

  constructor(compute: Pick<Compute, "call">) {
    this.#compute = compute;
  }

  readonly call: Call = async (tool, input, options) => {
    // A call is not cancelled with the run that made it first, because another run may wait for its answer.
    const key = JSON.stringify([tool, input]);
    const answer = this.#answers.get(key) ?? this.#answer(tool, input);
    this.#answers.set(key, answer);
    const { result, provenance, reads } = await answer;
    if (provenance) options?.provenance?.(provenance);
    for (const each of reads) options?.reads?.(each);
    return result;
  };

  forget(): void {
    this.#answers.clear();
  }

  async #answer(tool: string, input: unknown): Promise<Answer> {
    const reads: Selection[] = [];
    let provenance: ResultProvenance | undefined;
    const result = await this.#compute.call(tool, input, {
      provenance: (reported) => {
        provenance = reported;
      },
      reads: (each) => reads.push(each),
    });
    return { result, provenance, reads };
  }
}
