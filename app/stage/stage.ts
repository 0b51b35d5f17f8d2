import type { FrameSettings, SlidePosition } from "../../kernel/sandbox/protocol.ts";
import type { Presenting } from "../actions/action.ts";

/** What the stage needs of an open notebook. */
export interface StagedSession extends EventTarget {
  readonly settings: FrameSettings;
  /** The current slide of the presentation; null while there is none. */
  readonly slides: SlidePosition | null;
  configure(settings: Partial<FrameSettings>): void;
}

/** What the stage needs of the page. */
export interface StageHost {
  readonly sessions: { readonly session: StagedSession | null };
  /** Called with the current slide of the presentation; null when it ends. */
  atSlide(slide: number | null): void;
  focusNotebook(): void;
}

/** The presentation of the open notebook, in the whole window or in full screen if the browser allows it. Dispatches `change`. */
export class Stage extends EventTarget implements Presenting {
  readonly #host: StageHost;
  #session: StagedSession | null = null;
  #black = false;
  /** Full screen is being ended by a button, and the presentation continues in the window. */
  #leavingFullScreen = false;

  constructor(host: StageHost) {
    super();
    this.#host = host;
    document.addEventListener("fullscreenchange", () => this.#onFullscreenChange());
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

  get canGoFull(): boolean {
    return document.fullscreenEnabled;
  }

  toggle(): void {
    if (this.on) this.end();
    else {
      this.begin(1);
      this.toggleFull(true);
    }
  }

  /** Presents the open notebook from a slide on; if it is already presented, goes to that slide. */
  begin(slide: number): void {
    const { session } = this.#host.sessions;
    if (!session) return;
    if (session !== this.#session) {
      this.#session?.removeEventListener("change", this.#onSessionChange);
      session.addEventListener("change", this.#onSessionChange);
      this.#session = session;
    }
    const requests = (session.settings.presentation?.requests ?? 0) + 1;
    session.configure({ presentation: { slide, requests, code: this.code } });
    this.#host.atSlide(slide);
    this.#changed();
    this.#host.focusNotebook();
  }

  /** Returns false if nothing was presented. */
  end(): boolean {
    const session = this.#session;
    if (!session) return false;
    this.#session = null;
    this.#black = false;
    session.removeEventListener("change", this.#onSessionChange);
    session.configure({ presentation: null });
    if (this.full) void document.exitFullscreen().catch(() => {});
    this.#host.atSlide(null);
    this.#changed();
    this.#host.focusNotebook();
    return true;
  }

  /** Ends the presentation of a notebook that is being closed, without changing its settings. */
  clear(): void {
    this.#session?.removeEventListener("change", this.#onSessionChange);
    this.#session = null;
    this.#black = false;
    if (this.full) void document.exitFullscreen().catch(() => {});
  }

  toggleBlack(): void {
    this.#black = !this.#black;
    this.#changed();
  }

  endBlack(): void {
    if (!this.#black) return;
    this.#black = false;
    this.#changed();
  }

  toggleCode(): void {
    const { presentation } = this.#session?.settings ?? {};
    if (presentation) this.#session?.configure({ presentation: { ...presentation, code: !presentation.code } });
    this.#changed();
  }

  /** If the browser refuses full screen, the presentation stays in the window. */
  toggleFull(full = !this.full): void {
    if (full === this.full) return;
    if (!full) {
      this.#leavingFullScreen = true;
      void document.exitFullscreen().catch(() => {});
    } else if (this.canGoFull) void document.documentElement.requestFullscreen().catch(() => {});
  }

  readonly #onSessionChange = () => {
    const slide = this.#session?.slides?.slide;
    if (slide) this.#host.atSlide(slide);
  };

  /** In full screen the browser handles Escape itself: leaving full screen by it ends the presentation. */
  #onFullscreenChange(): void {
    if (!this.full && this.on && !this.#leavingFullScreen) this.end();
    this.#leavingFullScreen = false;
    this.#changed();
  }

  #changed(): void {
    this.dispatchEvent(new Event("change"));
  }
}
