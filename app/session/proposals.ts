import * as z from "zod/mini";
import { type AssistantRight, assistantRightSchema } from "../../kernel/document/assistant-right.ts";
import {
  type ProposalResults,
  type ProposedVersion,
  proposedVersionSchema,
} from "../../kernel/document/proposed-version.ts";
import { equalData } from "../../kernel/values/equal.ts";
import { writeMessage } from "../../lib/message/write.ts";
import type { Autosave } from "./autosave.ts";
import type { CellOutcome } from "./hidden-run.ts";
import { PROPOSED } from "./other-version.ts";

/** How often the server is asked while the page is seen, and while it is not, in milliseconds. */
const SEEN_MS = 3_000;
const HIDDEN_MS = 30_000;

/** What came with the folder of a notebook under the names of proposals and of rights: it was not made here, and is not offered. */
const foreignSchema = z.object({ proposal: z.boolean(), assistants: z.number() });

export type ForeignMarks = z.infer<typeof foreignSchema>;

const answered = z.object({
  proposed: z.nullable(proposedVersionSchema),
  assistants: z.array(assistantRightSchema),
  foreign: foreignSchema,
});

/**
 * What programs propose for an open notebook, and what they may: the server of the workbench is asked for it, which also tells it that
 * the notebook is open here. A proposal is another version, which a person compares and takes in cell by cell, in one undoable step.
 * Nothing changes without that. Dispatches `change` when the programs or their rights have changed.
 */
export class Proposals extends EventTarget {
  readonly #address: URL;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #autosave: Pick<Autosave, "offer" | "others" | "addEventListener" | "removeEventListener">;
  /** The version that is offered, until the person has decided. */
  #offered: string | null = null;
  /** Who proposes it. */
  #by: string | undefined;
  /** The version whose results were told. */
  #told: string | null = null;
  #assistants: readonly AssistantRight[] = [];
  #foreign: ForeignMarks = { proposal: false, assistants: 0 };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #ended = false;
  /** The question that is under way, which would open the notebook again if it came after the farewell. */
  #asking: Promise<unknown> = Promise.resolve();

  constructor(name: string, token: string, autosave: Autosave) {
    super();
    this.#address = new URL(`api/proposals/${encodeURIComponent(name)}`, document.baseURI);
    this.#headers = { "X-Yuheng-Token": token };
    this.#autosave = autosave;
    autosave.addEventListener("change", this.#onChange);
    document.addEventListener("visibilitychange", this.#ask);
    addEventListener("pagehide", this.#leave);
    void this.#ask();
  }

  /** The programs that ask for the right to run cells and to see results, or have it. */
  get assistants(): readonly AssistantRight[] {
    return this.#assistants;
  }

  /** What came with the folder and is not offered. */
  get foreign(): ForeignMarks {
    return this.#foreign;
  }

  /** Gives a program that right, or takes it back. */
  async decide(id: string, may: boolean): Promise<void> {
    const address = new URL(this.#address);
    address.searchParams.set("assistant", id);
    address.searchParams.set("may", may ? "yes" : "no");
    await fetch(address, { method: "PUT", headers: this.#headers }).catch(() => {});
    await this.#ask();
  }

  /** Tells the program that proposes what its cells gave, if it may know. */
  tell(cells: readonly CellOutcome[]): void {
    const version = this.#offered;
    const isAllowed = this.#assistants.some(({ id, state }) => id === this.#by && state === "allowed");
    if (!isAllowed || version === null || version === this.#told) return;
    this.#told = version;
    const results: ProposalResults = {
      version,
      cells: cells.map(({ cell, status, shows, why }) => ({
        cell,
        status,
        shows: [...shows],
        ...(why === undefined ? {} : { why: writeMessage(why) }),
      })),
    };
    void fetch(this.#address, { method: "PUT", headers: this.#headers, body: JSON.stringify(results) }).catch(() => {
      this.#told = null;
    });
  }

  /** The notebook is not open here any more. */
  end(): void {
    this.#ended = true;
    this.#autosave.removeEventListener("change", this.#onChange);
    document.removeEventListener("visibilitychange", this.#ask);
    removeEventListener("pagehide", this.#leave);
    clearTimeout(this.#timer);
    void this.#asking.then(this.#leave);
  }

  readonly #ask = async (): Promise<void> => {
    clearTimeout(this.#timer);
    const asking = this.#read().catch(() => null);
    this.#asking = asking;
    const answer = await asking;
    if (this.#ended) return;
    const proposed = answer?.proposed;
    if (proposed && proposed.version !== this.#offered) this.#offer(proposed);
    if (answer && !equalData([answer.assistants, answer.foreign], [this.#assistants, this.#foreign])) {
      this.#assistants = answer.assistants;
      this.#foreign = answer.foreign;
      this.dispatchEvent(new Event("change"));
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#ask, document.hidden ? HIDDEN_MS : SEEN_MS);
  };

  /** Null if the server does not say. */
  async #read(): Promise<z.infer<typeof answered> | null> {
    const response = await fetch(this.#address, { headers: this.#headers });
    return response.ok ? answered.parse(await response.json()) : null;
  }

  #offer({ text, baseText, version, time, by }: ProposedVersion): void {
    this.#by = by;
    const isNews = this.#autosave.offer({ key: PROPOSED, where: "proposal", text, baseText, time: Date.parse(time) });
    this.#offered = version;
    if (!isNews) this.#decided();
  }

  readonly #onChange = (): void => {
    const waits = this.#autosave.others.some(({ key }) => key === PROPOSED);
    if (this.#offered !== null && !waits) this.#decided();
  };

  /** What was offered has been taken in, or left out, or says nothing new. */
  #decided(): void {
    const address = new URL(this.#address);
    address.searchParams.set("version", this.#offered!);
    this.#offered = null;
    void this.#delete(address);
  }

  readonly #leave = (): void => void this.#delete(this.#address);

  /** A page that is left sends it, too. Without an answer the server forgets by itself. */
  #delete(address: URL): Promise<unknown> {
    return fetch(address, { method: "DELETE", headers: this.#headers, keepalive: true }).catch(() => {});
  }
}
