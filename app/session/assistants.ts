import type { AssistantRight } from "../../kernel/document/assistant-right.ts";
import { equalData } from "../../kernel/values/equal.ts";
import type { ForeignMarks, Proposals } from "./proposals.ts";

/** The id of the browser's own assistant, whose right holds as long as the notebook is open. */
export const PAGE_ASSISTANT = "page";

/**
 * The assistants that ask to see what cells give, and with `yuheng mcp` also to run notebooks on this machine: what each may is decided
 * by the person, for one connection, and can be taken back at any time. Dispatches `change`.
 */
export class Assistants extends EventTarget {
  readonly #proposals: Pick<Proposals, "assistants" | "decide" | "foreign"> | null;
  #page: AssistantRight["state"] | null = null;
  /** What the person has read of foreign marks. */
  #known: ForeignMarks | null = null;

  constructor(proposals: Proposals | null) {
    super();
    this.#proposals = proposals;
    proposals?.addEventListener("change", () => this.#changed());
  }

  /** Those that have asked, or may. */
  get list(): readonly AssistantRight[] {
    const page = this.#page === null ? [] : [{ id: PAGE_ASSISTANT, state: this.#page, notebook: "" }];
    return [...page, ...(this.#proposals?.assistants ?? [])].filter(({ state }) => state !== "refused");
  }

  /** What came with the folder under the names of proposals and rights, until the person has read it; null if there is nothing. */
  get foreign(): ForeignMarks | null {
    const foreign = this.#proposals?.foreign ?? null;
    if (!foreign || !(foreign.proposal || foreign.assistants > 0) || equalData(foreign, this.#known)) return null;
    return foreign;
  }

  dismissForeign(): void {
    this.#known = this.foreign;
    this.#changed();
  }

  /** Whether the browser's assistant may see results. If it was not decided, the person is asked. */
  asksOfPage(): boolean {
    if (this.#page === null) {
      this.#page = "asked";
      this.#changed();
    }
    return this.#page === "allowed";
  }

  /** Gives the right, or takes it back. */
  decide(id: string, may: boolean): void {
    if (id !== PAGE_ASSISTANT) void this.#proposals?.decide(id, may);
    else {
      this.#page = may ? "allowed" : "refused";
      this.#changed();
    }
  }

  #changed(): void {
    this.dispatchEvent(new Event("change"));
  }
}
