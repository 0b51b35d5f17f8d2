import { control } from "../terminal/visible.ts";

/** Back to the beginning of a line, which is cleared. */
const CLEAR = control("\r\u001b[2K");

/** One line of a terminal that shows progress; nothing if the output is no terminal. */
export class ProgressLine {
  readonly #stream: NodeJS.WriteStream;
  #shown = false;

  constructor(stream: NodeJS.WriteStream = process.stderr) {
    this.#stream = stream;
  }

  show(text: string): void {
    if (!this.#stream.isTTY) return;
    const width = (this.#stream.columns || 80) - 1;
    this.#stream.write(`${CLEAR}${text.length > width ? `${text.slice(0, width - 1)}…` : text}`);
    this.#shown = true;
  }

  clear(): void {
    if (this.#shown) this.#stream.write(CLEAR);
    this.#shown = false;
  }
}
