import type { Turn } from "../../lib/dialogue/conversation.ts";
import type { AgentHost } from "../../lib/dialogue/host.ts";
import { inEnglish } from "../../lib/message/english.ts";
import type { CellReply } from "../dialogue/cell-reply.ts";
import type { Run } from "../runtime/run.ts";
import type { DatasetEntry } from "../services/catalogue.ts";
import type { PageClient } from "../services/page-client.ts";

/** The program of the dialogue, which is loaded by the first question. */
export type DialogueModule = Pick<typeof import("../dialogue/cell-dialogue.ts"), "CellDialogue">;

/** Answers a question in words by figures with their sources, asks back, or says why there is no answer. */
export type Ask = (question: string | { readonly turns: readonly (string | Turn)[] }) => Promise<CellReply>;

/** `ask` of a notebook: one dialogue for all runs of its cells. */
export class CellQuestions {
  readonly #page: PageClient;
  readonly #catalogue: readonly DatasetEntry[];
  readonly #load: () => Promise<DialogueModule>;
  #dialogue: InstanceType<DialogueModule["CellDialogue"]> | undefined;

  constructor(page: PageClient, catalogue: readonly DatasetEntry[], load: () => Promise<DialogueModule>) {
    this.#page = page;
    this.#catalogue = catalogue;
    this.#load = load;
  }

  /** `ask` of a run: the calls that answer belong to its trail, and end with it. */
  askOf(run: Run): Ask {
    return async (question) => {
      const { CellDialogue } = await run.race(this.#load());
      this.#dialogue ??= new CellDialogue(this.#catalogue, this.#words());
      return run.race(this.#dialogue.ask(question, this.#host(run), run.signal));
    };
  }

  #host(run: Run): AgentHost {
    return {
      call: async (tool, args) => {
        const { result, read } = await this.#page.computeFrom(run, tool, args);
        return { result: inEnglish(result), sources: read.map(({ dataset, where }) => ({ dataset, where })) };
      },
    };
  }

  /** No run owns these calls: others wait for what they give, and no figure comes from it. */
  #words(): AgentHost {
    return { call: async (tool, args) => ({ result: inEnglish(await this.#page.lookUp(tool, args)), sources: [] }) };
  }
}
