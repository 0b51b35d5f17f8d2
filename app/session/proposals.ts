import { type ProposedVersion, proposedVersionSchema } from "../../kernel/document/proposed-version.ts";
import type { Autosave } from "./autosave.ts";
import { PROPOSED } from "./other-version.ts";

/** How often the server is asked while the page is seen, and while it is not, in milliseconds. */
const SEEN_MS = 3_000;
const HIDDEN_MS = 30_000;

/**
 * What programs propose for an open notebook: the server of the workbench is asked for it, which also tells it that the notebook is
 * open here. A proposal is another version, which a person compares and takes in cell by cell, in one undoable step. Nothing changes
 * without that.
 */
export class Proposals {
  readonly #address: URL;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #autosave: Pick<Autosave, "offer" | "others" | "addEventListener" | "removeEventListener">;
  /** The version that is offered, until the person has decided. */
  #offered: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #ended = false;
  /** The question that is under way, which would open the notebook again if it came after the farewell. */
  #asking: Promise<unknown> = Promise.resolve();

  constructor(name: string, token: string, autosave: Autosave) {
    this.#address = new URL(`api/proposals/${encodeURIComponent(name)}`, document.baseURI);
    this.#headers = { "X-Yuheng-Token": token };
    this.#autosave = autosave;
    autosave.addEventListener("change", this.#onChange);
    document.addEventListener("visibilitychange", this.#ask);
    addEventListener("pagehide", this.#leave);
    void this.#ask();
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
    const proposed = await asking;
    if (this.#ended) return;
    if (proposed && proposed.version !== this.#offered) this.#offer(proposed);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#ask, document.hidden ? HIDDEN_MS : SEEN_MS);
  };

  /** Null if nothing is proposed, or what comes is no proposal. */
  async #read(): Promise<ProposedVersion | null> {
    const response = await fetch(this.#address, { headers: this.#headers });
    if (!response.ok) return null;
    const proposed: unknown = await response.json();
    return proposed === null ? null : proposedVersionSchema.parse(proposed);
  }

  #offer({ text, baseText, version, time }: ProposedVersion): void {
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
