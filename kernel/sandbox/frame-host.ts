import type { BoundaryError } from "../boundary/boundary-error.ts";
import { expose, type Remote, wrap } from "../boundary/endpoint.ts";
import { frameDocument } from "./fence.ts";
import { frameAnswers } from "./frame-answers.ts";
import { pageRequests } from "./page-requests.ts";
import type { FrameApi, FrameSession, PageApi } from "./protocol.ts";

/** How often the frame is asked for a sign of life while cells run. */
const HEARTBEAT_MS = 100;

/** How long the frame may take to obey a stop before it is thrown away. */
const PATIENCE_MS = 150;

export interface FrameHostOptions {
  /** The frame's program, as text. It may come while the frame starts; where it does not, the frame stays empty. */
  program: string | Promise<string>;
  /** What the frame may ask of the page. */
  page: PageApi;
  /** The session to open with; asked for anew whenever the frame is rebuilt. */
  session(): FrameSession;
  /** Hears of what the frame said and the page does not take. No program of ours says such a thing: a cell has the port. */
  refused?(error: BoundaryError): void;
}

/**
 * The page's hold on the sandboxed frame of one notebook. The frame is disposable: it can be thrown away and rebuilt at any
 * moment, because whatever is worth keeping is on this side. Dispatches `start` when the frame has been given its program, `change` when it stops or begins to answer, and
 * `lost` when the frame navigated or broke.
 */
export class FrameHost extends EventTarget {
  readonly #options: FrameHostOptions;
  #element: HTMLElement | null = null;
  #frame: HTMLIFrameElement | null = null;
  #api: Remote<FrameApi> | null = null;
  #port: MessagePort | null = null;
  #heartbeat: ReturnType<typeof setInterval> | undefined;
  #asked = 0;
  #silentFor = 0;
  #loads = 0;

  constructor(options: FrameHostOptions) {
    super();
    this.#options = options;
  }

  /** The frame's side of the port; null until it has started. */
  get api(): Remote<FrameApi> | null {
    return this.#api;
  }

  /** Milliseconds for which the frame has not answered; 0 when it does. */
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

  /** Throws the frame away and opens the notebook in a new one. */
  rebuild(): void {
    this.#teardown();
    if (this.#element) this.#build();
  }

  /**
   * Asks the frame to end what runs. Resolves to false if it did not answer in time: its thread is held by a cell that does
   * not yield, and only `rebuild` helps.
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
    frame.srcdoc = frameDocument(this.#options.session().settings.theme);
    this.#frame = frame;
    this.#loads = 0;
    addEventListener("message", this.#onHello);
    frame.addEventListener("load", this.#onLoad);
    this.#element!.append(frame);
  }

  #teardown(): void {
    removeEventListener("message", this.#onHello);
    clearInterval(this.#heartbeat);
    this.#frame?.remove();
    this.#frame = null;
    this.#port?.close();
    this.#port = null;
    this.#api = null;
    this.#silent(0);
  }

  readonly #onHello = (event: MessageEvent) => {
    const frame = this.#frame;
    if (!frame || event.source !== frame.contentWindow || event.data !== "yuheng:frame") return;
    removeEventListener("message", this.#onHello);
    Promise.resolve(this.#options.program).then(
      (program) => {
        if (this.#frame === frame) this.#start(frame, program);
      },
      () => {},
    );
  };

  #start(frame: HTMLIFrameElement, program: string): void {
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    expose(this.#options.page, port1, pageRequests, (error) => this.#options.refused?.(error));
    // A bare number is the cell about to be entered: said before each body, it must cost next to nothing.
    port1.addEventListener("message", ({ data }) => {
      if (Number.isSafeInteger(data) && data > 0) this.#options.page.cells.entering(data);
    });
    const api = wrap<FrameApi>(port1, frameAnswers);
    this.#api = api;
    frame.contentWindow!.postMessage({ program, session: this.#options.session() }, "*", [port2]);
    this.#asked = 0;
    this.#heartbeat = setInterval(() => this.#beat(api), HEARTBEAT_MS);
    this.dispatchEvent(new Event("start"));
    this.dispatchEvent(new Event("change"));
  }

  /** The first load is the frame's own document. Another means that the notebook made it go elsewhere. */
  readonly #onLoad = () => {
    if (++this.#loads > 1) this.dispatchEvent(new Event("lost"));
  };

  #beat(api: Remote<FrameApi>): void {
    const now = performance.now();
    if (this.#asked > 0) {
      this.#silent(now - this.#asked);
      return;
    }
    this.#asked = now;
    Promise.resolve(api.frame.ping()).then(() => {
      if (this.#api !== api) return;
      this.#asked = 0;
      this.#silent(0);
    });
  }

  #silent(milliseconds: number): void {
    const silent = milliseconds < 2 * HEARTBEAT_MS ? 0 : milliseconds;
    if (silent === this.#silentFor) return;
    this.#silentFor = silent;
    this.dispatchEvent(new Event("change"));
  }
}
