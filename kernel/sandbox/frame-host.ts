import type { BoundaryError } from "../boundary/boundary-error.ts";
import { expose, type Remote, wrap } from "../boundary/endpoint.ts";
import { frameAnswers } from "./frame-answers.ts";
import { frameDocument, frameHello, frameRefused } from "./frame-document.ts";
import { pageRequests } from "./page-requests.ts";
import type { FrameApi, FrameSession, PageApi } from "./protocol.ts";
import { explainRefusal, foreignRequest } from "./refused-request.ts";

/** The interval at which the page pings the frame. */
const HEARTBEAT_MS = 100;

/**
 * How long after its document a frame that says nothing counts as one whose script the host refuses: with another way to run it,
 * and without, where the page would say so of a frame that is only slow.
 */
const SILENT_MS = { withScripts: 3000, without: 10_000 } as const;

/** How long the frame may take to answer a stop before it is rebuilt. */
const PATIENCE_MS = 150;

export interface FrameHostOptions {
  /** The source of the frame's program. It may be loaded while the frame starts; if that fails, the frame stays empty. */
  program: string | Promise<string>;
  /**
   * Addresses of the program as scripts, the listener last: for a host whose policy refuses to make code of text. They are not
   * used before it has refused, because a frame without an origin caches nothing.
   */
  scripts?: readonly string[];
  /** The interface that the frame may call. */
  page: PageApi;
  /** The session to open; called again whenever the frame is rebuilt. */
  session(): FrameSession;
  /** Called for rejected messages that our program never sends: a cell has the port. */
  refused?(error: BoundaryError): void;
}

/**
 * The page's side of the sandboxed frame of one notebook. The frame is disposable: it can be discarded and rebuilt at any time,
 * because all state worth keeping is in the page. Dispatches `start` when the frame has received its program, `change` when it
 * has opened and when it stops or starts answering, `lost` when the frame has navigated or crashed, and `barred` when the host of
 * the page refuses to run it.
 */
export class FrameHost extends EventTarget {
  readonly #options: FrameHostOptions;
  #element: HTMLElement | null = null;
  #frame: HTMLIFrameElement | null = null;
  #api: Remote<FrameApi> | null = null;
  #port: MessagePort | null = null;
  #heartbeat: ReturnType<typeof setInterval> | undefined;
  #pingedAt = 0;
  #silentFor = 0;
  #loads = 0;
  #isOpening = false;
  #byScripts = false;
  #greeted = false;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(options: FrameHostOptions) {
    super();
    this.#options = options;
  }

  /** The frame's interface; null until it has started. */
  get api(): Remote<FrameApi> | null {
    return this.#api;
  }

  /** True from the moment the frame is built until it answers for the first time or runs a cell. */
  get isOpening(): boolean {
    return this.#isOpening;
  }

  /** Milliseconds for which the frame has not answered; 0 when it does, and while it still opens. */
  get silentFor(): number {
    return this.#silentFor;
  }

  mount(element: HTMLElement): void {
    this.#element = element;
    this.#build();
  }

  dispose(): void {
    this.#teardown();
    this.#element = null;
  }

  /** Discards the frame and opens the notebook in a new one. */
  rebuild(): void {
    this.#teardown();
    if (this.#element) this.#build();
  }

  /**
   * Asks the frame to end running cells. Resolves to false if it did not answer in time: a cell blocks its thread, and only
   * `rebuild` helps.
   */
  async interrupt(cell?: number): Promise<boolean> {
    const api = this.#api;
    if (!api) return false;
    const answered = Promise.resolve(api.cells.interrupt(cell)).then(() => true);
    return Promise.race([answered, new Promise<false>((resolve) => setTimeout(() => resolve(false), PATIENCE_MS))]);
  }

  #build(): void {
    const frame = document.createElement("iframe");
    frame.setAttribute("sandbox", "allow-scripts");
    frame.setAttribute("title", this.#options.session().title || "Notebook");
    const scripts = this.#byScripts ? this.#options.scripts : [];
    frame.srcdoc = frameDocument(this.#options.session().settings.theme, scripts);
    this.#frame = frame;
    this.#loads = 0;
    this.#greeted = false;
    addEventListener("message", this.#onHello);
    frame.addEventListener("load", this.#onLoad);
    this.#element!.append(frame);
    this.#setOpening(true);
  }

  #teardown(): void {
    removeEventListener("message", this.#onHello);
    removeEventListener("message", this.#onRefusal);
    clearInterval(this.#heartbeat);
    clearTimeout(this.#waiting);
    this.#frame?.remove();
    this.#frame = null;
    this.#port?.close();
    this.#port = null;
    this.#api = null;
    this.#setSilentFor(0);
    this.#setOpening(false);
  }

  readonly #onHello = (event: MessageEvent) => {
    const frame = this.#frame;
    if (!frame || event.source !== frame.contentWindow || event.data !== frameHello) return;
    removeEventListener("message", this.#onHello);
    clearTimeout(this.#waiting);
    this.#greeted = true;
    addEventListener("message", this.#onRefusal);
    if (this.#byScripts) {
      this.#start(frame, null);
      return;
    }
    Promise.resolve(this.#options.program).then(
      (program) => {
        if (this.#frame === frame) this.#start(frame, program);
      },
      () => {},
    );
  };

  /** Only before the program has run: later it could be a cell that says so. */
  readonly #onRefusal = (event: MessageEvent) => {
    if (event.source !== this.#frame?.contentWindow || event.data !== frameRefused || !this.#isOpening) return;
    this.#refused();
  };

  /** The host does not let the frame run: it is tried once more with scripts, if there are any. */
  #refused(): void {
    if (this.#byScripts || !this.#options.scripts) {
      this.#teardown();
      this.dispatchEvent(new Event("barred"));
      return;
    }
    this.#byScripts = true;
    this.rebuild();
  }

  #start(frame: HTMLIFrameElement, program: string | null): void {
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    expose(this.#options.page, port1, pageRequests, (error) => {
      const explained = explainRefusal(error);
      if (!explained) this.#options.refused?.(error);
      return explained ?? foreignRequest(error);
    });
    // A bare number is the id of the cell about to run: sent before each body, it must be as cheap as possible.
    port1.addEventListener("message", ({ data }) => {
      if (!Number.isSafeInteger(data) || data <= 0) return;
      this.#opened();
      this.#options.page.cells.entering(data);
    });
    const api = wrap<FrameApi>(port1, frameAnswers);
    this.#api = api;
    frame.contentWindow!.postMessage({ program, session: this.#options.session() }, "*", [port2]);
    this.#pingedAt = 0;
    this.#heartbeat = setInterval(() => this.#beat(api), HEARTBEAT_MS);
    this.dispatchEvent(new Event("start"));
    this.dispatchEvent(new Event("change"));
  }

  /** The first load is the frame's own document. Another one means that the notebook made it navigate. */
  readonly #onLoad = () => {
    if (++this.#loads > 1) this.dispatchEvent(new Event("lost"));
    else if (!this.#greeted) {
      const wait = SILENT_MS[this.#options.scripts ? "withScripts" : "without"];
      this.#waiting = setTimeout(() => this.#stayedSilent(), wait);
    }
  };

  /** A silent frame may only be slow: where there is no other way, it may still begin. */
  #stayedSilent(): void {
    if (!this.#byScripts && this.#options.scripts) this.#refused();
    else this.dispatchEvent(new Event("barred"));
  }

  #beat(api: Remote<FrameApi>): void {
    const now = performance.now();
    if (this.#pingedAt > 0) {
      if (!this.#isOpening) this.#setSilentFor(now - this.#pingedAt);
      return;
    }
    this.#pingedAt = now;
    Promise.resolve(api.frame.ping()).then(() => {
      if (this.#api !== api) return;
      this.#opened();
      this.#pingedAt = 0;
      this.#setSilentFor(0);
    });
  }

  /** The frame's program runs. What it needed to begin is not the time of a cell. */
  #opened(): void {
    if (!this.#isOpening) return;
    if (this.#pingedAt > 0) this.#pingedAt = performance.now();
    this.#setOpening(false);
  }

  #setOpening(isOpening: boolean): void {
    if (isOpening === this.#isOpening) return;
    this.#isOpening = isOpening;
    this.dispatchEvent(new Event("change"));
  }

  #setSilentFor(milliseconds: number): void {
    const silent = milliseconds < 2 * HEARTBEAT_MS ? 0 : milliseconds;
    if (silent === this.#silentFor) return;
    this.#silentFor = silent;
    this.dispatchEvent(new Event("change"));
  }
}
