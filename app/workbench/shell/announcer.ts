import { css, html, LitElement } from "lit";
import { controls } from "../../design/controls.ts";
import type { Session } from "../../session/contract.ts";
import { announce, type Standing, standingOf } from "./announcement.ts";

/** Runs that end sooner are not announced when they begin. */
const shortRun = 300;

/** The live region: tells those who do not see the page that a run began, ended or failed, and what was saved. */
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
  #standing: Standing | null = null;
  #saveAsked = false;
  #pending = 0;
  #long = false;

  constructor() {
    super();
    this.sentence = "";
  }

  follow(session: Session | null): void {
    if (session === this.#session) return;
    this.#session?.removeEventListener("change", this.#told);
    this.#session = session;
    this.#standing = session && standingOf(session);
    session?.addEventListener("change", this.#told);
  }

  /** The person asked to save, and wants to hear of it. */
  expectSave(): void {
    this.#saveAsked = true;
  }

  /** Reads a sentence out. The same one twice is read twice only if asked to, by a change that nobody sees. */
  tell(sentence: string, again = true): void {
    if (this.sentence.trimEnd() !== sentence) this.sentence = sentence;
    else if (again) this.sentence = this.sentence === sentence ? `${sentence}\u00a0` : sentence;
  }

  #told = () => {
    if (!this.#session || !this.#standing) return;
    const before = this.#standing;
    const now = standingOf(this.#session);
    this.#standing = now;
    const sentence = announce(before, now, this.#saveAsked);
    if (now.save === "saved" && before.save !== "saved") this.#saveAsked = false;
    // News overtakes what waits to be told.
    if (sentence || before.running !== now.running) window.clearTimeout(this.#pending);
    if (!sentence) return;
    if (!before.running && now.running) {
      this.#long = false;
      this.#pending = window.setTimeout(() => {
        this.#long = true;
        this.tell(sentence);
      }, shortRun);
      return;
    }
    // A slider ends many short runs in a row; what they all end in is read once.
    this.tell(sentence, !before.running || this.#long || now.failed > 0);
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
