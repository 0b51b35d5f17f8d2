import type { FrameSettings } from "../../../kernel/sandbox/protocol.ts";
import { messageOf } from "../../../lib/message/fault.ts";
import type { Sentence } from "../../../lib/message/message.ts";
import type { Session } from "../../session/contract.ts";

export type OpenSession = (name: string, settings: FrameSettings) => Promise<Session>;

/** What is open: nothing, a notebook being opened, an open one, or the reason why it could not be. */
export type Place =
  | { state: "clear" }
  | { state: "opening"; name: string }
  | { state: "open"; name: string; session: Session }
  | { state: "failed"; name: string; reason: Sentence };

/** One notebook is open at a time. Dispatches `change`. */
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

  /** Opens a notebook in place of what lies there. Of several asked for in haste, the last one wins. */
  async open(name: string, settings: FrameSettings): Promise<void> {
    this.clear();
    const opening: Place = { state: "opening", name };
    this.#put(opening);
    try {
      const session = await this.#open(name, settings);
      if (this.#place !== opening) return session.dispose();
      this.#openedText = session.document.text;
      this.#put({ state: "open", name, session });
    } catch (error) {
      const reason = messageOf(error);
      if (this.#place === opening) this.#put({ state: "failed", name, reason });
    }
  }

  /** Puts away what lies there. What is neither saved nor kept is lost: ask `settle` first. */
  clear(): void {
    const { session } = this;
    this.#put({ state: "clear" });
    session?.dispose();
  }

  /** Saves what is not saved. False where that did not succeed, so that leaving would lose it. */
  async settle(): Promise<boolean> {
    const { session } = this;
    if (!session) return true;
    if (session.autosave.saveState === "saving")
      await changeOf(session, ({ autosave }) => autosave.saveState !== "saving");
    if (session.autosave.saveState === "unsaved" || session.autosave.saveState === "failed")
      await session.autosave.save().catch(() => {});
    if (session.autosave.saveState === "saved") return true;
    if (session.autosave.saveState === "read-only" && session.document.text === this.#openedText) return true;
    // What the browser keeps is there again when the notebook is opened.
    return session.autosave.keep();
  }

  #put(place: Place): void {
    this.#place = place;
    this.dispatchEvent(new Event("change"));
  }
}

/** Resolves once what changes is as asked. */
export function changeOf<Changing extends EventTarget>(
  changing: Changing,
  asked: (changing: Changing) => boolean,
): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!asked(changing)) return;
      changing.removeEventListener("change", look);
      resolve();
    };
    changing.addEventListener("change", look);
    look();
  });
}
