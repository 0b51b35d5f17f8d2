import { css, html, LitElement } from "lit";
import { controls } from "../../design/controls.ts";
import type { Session } from "../../session/contract.ts";
import { announce, type SessionStatus, statusOf } from "./announcement.ts";

/** Runs shorter than this, in milliseconds, are not announced when they begin. */
const shortRun = 300;

/** The live region, which announces to screen readers that a run began, ended or failed, and that the notebook was saved. */
export class Announcer extends LitElement {
  static override properties = { sentence: { state: true } };
  static override styles = [
    controls,
    css`
      :host {
        position: absolute;
      }
    `,
  ];

  declare private sentence: string;
  #session: Session | null = null;
  #status: SessionStatus | null = null;
  #saveRequested = false;
  #pending = 0;
  #long = false;

  constructor() {
    super();
    this.sentence = "";
  }

  follow(session: Session | null): void {
    if (session === this.#session) return;
    this.#session?.removeEventListener("change", this.#onChange);
    this.#session = session;
    this.#status = session && statusOf(session);
    session?.addEventListener("change", this.#onChange);
  }

  /** The user requested a save, whose result is announced. */
  expectSave(): void {
    this.#saveRequested = true;
  }

  /** Announces a sentence. The same one is announced again only with `repeat`, by an invisible change of the text. */
  announce(sentence: string, repeat = true): void {
    if (this.sentence.trimEnd() !== sentence) this.sentence = sentence;
    else if (repeat) this.sentence = this.sentence === sentence ? `${sentence}\u00a0` : sentence;
  }

  #onChange = () => {
    if (!this.#session || !this.#status) return;
    const before = this.#status;
    const now = statusOf(this.#session);
    this.#status = now;
    const sentence = announce(before, now, this.#saveRequested);
    if (now.save === "saved" && before.save !== "saved") this.#saveRequested = false;
    // A newer change replaces a pending announcement.
    if (sentence || before.running !== now.running) window.clearTimeout(this.#pending);
    if (!sentence) return;
    if (!before.running && now.running) {
      this.#long = false;
      this.#pending = window.setTimeout(() => {
        this.#long = true;
        this.announce(sentence);
      }, shortRun);
      return;
    }
    // A slider causes many short runs: their common result is announced once.
    this.announce(sentence, !before.running || this.#long || now.failed > 0);
  };

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearTimeout(this.#pending);
    this.follow(null);
  }

  protected override render() {
    return html`<div class="visually-hidden" role="status" aria-live="polite">${this.sentence}</div>`;
  }
}

customElements.define("yuheng-announcer", Announcer);
