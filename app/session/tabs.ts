/** The messages between pages that have the same notebook open. */
export type TabMessage =
  | { readonly type: "hello" }
  | {
      readonly type: "text";
      readonly text: string;
      /** The text of the file that it is based on. */
      readonly baseText: string;
      /** Whether it has unsaved changes. */
      readonly changed: boolean;
      readonly time: number;
    }
  | { readonly type: "saved" }
  | { readonly type: "bye" };

/** The other pages of this browser that have the same notebook open. */
export class Tabs {
  readonly #channel: BroadcastChannel | null;
  readonly #self: string;
  readonly #known = new Set<string>();

  constructor(notebook: string, self: string, onMessage: (from: string, message: TabMessage) => void) {
    this.#self = self;
    this.#channel = "BroadcastChannel" in globalThis ? new BroadcastChannel(`yuheng-notebook ${notebook}`) : null;
    this.#channel?.addEventListener("message", ({ data }: MessageEvent<TabMessage & { from: string }>) => {
      if (data.type === "bye") this.#known.delete(data.from);
      else this.#known.add(data.from);
      onMessage(data.from, data);
    });
    this.post({ type: "hello" });
  }

  /** The number of other pages. */
  get count(): number {
    return this.#known.size;
  }

  has(tab: string): boolean {
    return this.#known.has(tab);
  }

  post(message: TabMessage): void {
    this.#channel?.postMessage({ ...message, from: this.#self });
  }

  close(): void {
    this.post({ type: "bye" });
    this.#channel?.close();
  }
}
