import type { FrameSettings, SlidePosition } from "../../kernel/sandbox/protocol.ts";
import type { Presenting } from "../actions/action.ts";

/** What the stage needs of an open notebook. */
export interface StagedSession extends EventTarget {
  readonly settings: FrameSettings;
  /** Where the presentation stands; null while there is none. */
  readonly slides: SlidePosition | null;
  configure(settings: Partial<FrameSettings>): void;
}

/** What the stage needs of the page. */
export interface StageHost {
  readonly sessions: { readonly session: StagedSession | null };
  /** A presentation stands at this slide, or at none. */
  atSlide(slide: number | null): void;
  focusNotebook(): void;
}

/** The open notebook as a presentation in the whole window, and in the whole screen where the browser lets it. Dispatches `change`. */
export class Stage extends EventTarget implements Presenting {
  readonly #host: StageHost;
  #session: StagedSession | null = null;
  #black = false;
  /** The screen is given back by a button, and the presentation goes on in the window. */
  #leavingScreen = false;

  constructor(host: StageHost) {
    super();
    this.#host = host;
    document.addEventListener("fullscreenchange", () => this.#screenChanged());
  }

  get on(): boolean {
    return this.#session !== null && this.#session === this.#host.sessions.session;
  }

  get black(): boolean {
    return this.on && this.#black;
  }

  get code(): boolean {
    return this.#session?.settings.presentation?.code ?? false;
  }

  get full(): boolean {
    return document.fullscreenElement !== null;
  }

  get canFill(): boolean {
    return document.fullscreenEnabled;
  }

  toggle(): void {
    if (this.on) this.end();
    else {
      this.begin(1);
      this.toggleFull(true);
    }
  }

  /** Presents the open notebook from a slide on; where it is presented already, goes there. */
  begin(slide: number): void {
    const { session } = this.#host.sessions;
    if (!session) return;
    if (session !== this.#session) {
      this.#session?.removeEventListener("change", this.#followed);
      session.addEventListener("change", this.#followed);
      this.#session = session;
    }
    session.configure({ presentation: { slide, code: this.code } });
    this.#host.atSlide(slide);
    this.#changed();
    this.#host.focusNotebook();
  }

  /** False where nothing was presented. */
  end(): boolean {
    const session = this.#session;
    if (!session) return false;
    this.#session = null;
    this.#black = false;
    session.removeEventListener("change", this.#followed);
    session.configure({ presentation: null });
    if (this.full) void document.exitFullscreen().catch(() => {});
    this.#host.atSlide(null);
    this.#changed();
    this.#host.focusNotebook();
    return true;
  }

  /** The notebook is put away: nothing is told to it any more. */
  clear(): void {
    this.#session?.removeEventListener("change", this.#followed);
    this.#session = null;
    this.#black = false;
    if (this.full) void document.exitFullscreen().catch(() => {});
  }

  toggleBlack(): void {
    this.#black = !this.#black;
    this.#changed();
  }

  light(): void {
    if (!this.#black) return;
    this.#black = false;
    this.#changed();
  }

  toggleCode(): void {
    const { presentation } = this.#session?.settings ?? {};
    if (presentation) this.#session?.configure({ presentation: { ...presentation, code: !presentation.code } });
    this.#changed();
  }

  /** Where the browser refuses the screen, the window does as well. */
  toggleFull(full = !this.full): void {
    if (full === this.full) return;
    if (!full) {
      this.#leavingScreen = true;
      void document.exitFullscreen().catch(() => {});
    } else if (this.canFill) void document.documentElement.requestFullscreen().catch(() => {});
  }

  readonly #followed = () => {
    const slide = this.#session?.slides?.slide;
    if (slide) this.#host.atSlide(slide);
  };

  /** The browser keeps Esc for itself in full screen: with the screen, the presentation ends. */
  #screenChanged(): void {
    if (!this.full && this.on && !this.#leavingScreen) this.end();
    this.#leavingScreen = false;
    this.#changed();
  }

  #changed(): void {
    this.dispatchEvent(new Event("change"));
  }
}
