import type { DatasetEntry } from "../services/catalogue.ts";
import type { Conversation } from "./conversation.ts";
import type { AgentHost } from "./host.ts";
import type { Reply } from "./reply.ts";

/** Answers questions in words by plans of tools, without a model. */
export class Dialogue {
  readonly #host: AgentHost;

  constructor(host: AgentHost) {
    this.#host = host;
  }

  /** The reply to the last turn. Rejects only if the signal is aborted: what a tool refuses is a refusal. */
  async ask(conversation: Conversation, signal?: AbortSignal): Promise<Reply> {
    const [last] = conversation.turns.slice(-1);
    signal?.throwIfAborted();
    const { result } = await this.#host.call("data.query", { dataset: last?.text ?? "", select: [] }, signal);
    throw new Error(`Not yet: ${String(result)}`);
  }
}

/** Opens the dialogue over a host's tools and the datasets that they may read. */
export async function openDialogue(host: AgentHost, _catalogue: readonly DatasetEntry[]): Promise<Dialogue> {
  return new Dialogue(host);
}
