import { messageOf } from "../../../lib/message/fault.ts";
import type { Sentence } from "../../../lib/message/message.ts";
import type { Session, WantedSettings } from "../../session/contract.ts";

export type OpenSession = (name: string, settings: WantedSettings) => Promise<Session>;

/** What is open: nothing, a notebook being opened, an open one, or the reason why opening failed. */
export type Place =
  | { state: "clear" }
  | { state: "opening"; name: string }
  | { state: "open"; name: string; session: Session }
  | { state: "failed"; name: string; reason: Sentence };

/** The open notebook, one at a time. Dispatches `change`. */
export class SessionController extends EventTarget {
  #open: OpenSession;
  #place: Place = { state: "clear" };
  /** The open notebook's text when it was opened. */
  #openedText = "";

  constructor(open: OpenSession) {
    super();
    this.#open = open;
  }

  get place(): Place {
    return this.#place;
  }

  get session(): Session | null {
    return this.#place.state === "open" ? this.#place.session : null;
  }

  /** Opens a notebook in place of the current one. Of several concurrent calls, the last one wins. */
  async open(name: string, settings: WantedSettings): Promise<void> {
    this.clear();
    const opening: Place = { state: "opening", name };
    this.#setPlace(opening);
    try {
      const session = await this.#open(name, settings);
      if (this.#place !== opening) return session.dispose();
      this.#openedText = session.document.text;
      this.#setPlace({ state: "open", name, session });
    } catch (error) {
      const reason = messageOf(error);
      if (this.#place === opening) this.#setPlace({ state: "failed", name, reason });
    }
  }

  /** Closes the open notebook. Changes that are neither saved nor stored are lost: call `settle` first. */
  clear(): void {
    const { session } = this;
    this.#setPlace({ state: "clear" });
    session?.dispose();
  }

  /** Saves or stores all changes. Returns false if that failed, so that leaving would lose them. */
  async settle(): Promise<boolean> {
    const { session } = this;
    if (!session) return true;
    if (session.autosave.saveState === "saving")
      await untilChanged(session, ({ autosave }) => autosave.saveState !== "saving");
    if (session.autosave.saveState === "unsaved" || session.autosave.saveState === "failed")
      await session.autosave.save().catch(() => {});
    if (session.autosave.saveState === "saved") return true;
    if (session.autosave.saveState === "read-only" && session.document.text === this.#openedText) return true;
    // A stored draft is restored when the notebook is opened again.
    return session.autosave.keep();
  }

  #setPlace(place: Place): void {
    this.#place = place;
    this.dispatchEvent(new Event("change"));
  }
}

/** Resolves once a condition holds, which is checked at each `change` event. */
export function untilChanged<Target extends EventTarget>(
  target: Target,
  condition: (target: Target) => boolean,
): Promise<void> {
  return new Promise((resolve) => {
    const check = () => {
      if (!condition(target)) return;
      target.removeEventListener("change", check);
      resolve();
    };
    target.addEventListener("change", check);
    check();
  });
}
