import type { Readable } from "node:stream";
import { StringDecoder } from "node:string_decoder";
import { MAX_TEXT } from "../../kernel/values/bounded-text.ts";

/** The most that one run may write to the console, in characters; what follows is counted only. */
const MAX_CONSOLE = 1_000_000;

/** The streams of a thread. */
interface Streams {
  readonly stdout: Readable;
  readonly stderr: Readable;
}

/**
 * Passes on what cells write to the console, to standard error: standard output is for what the command says. A long line is cut, what a run writes
 * beyond a bound is left out, and both are said.
 */
export class ConsoleWall {
  readonly #write: (text: string) => void;
  #room = MAX_CONSOLE;
  #left = 0;

  constructor({ stdout, stderr }: Streams, write = (text: string) => void process.stderr.write(text)) {
    this.#write = write;
    for (const stream of [stdout, stderr]) {
      const decoder = new StringDecoder("utf8");
      let length = 0;
      stream.on("data", (piece: Uint8Array) => {
        length = this.#take(decoder.write(Buffer.from(piece)), length);
      });
    }
  }

  /** Says how much of the last run was left out; the next one begins. */
  next(): void {
    if (this.#left > 0) {
      const count = this.#left.toLocaleString("en-US");
      this.#write(`The notebook wrote ${count} more characters to the console, which are left out.\n`);
    }
    this.#room = MAX_CONSOLE;
    this.#left = 0;
  }

  /** @param length of the line so far; returns that of the last line of the text. */
  #take(text: string, length: number): number {
    const lines = text.split("\n");
    const shown = lines.map((line, i) => {
      const before = i === 0 ? length : 0;
      const room = Math.max(0, MAX_TEXT - before);
      const end = i < lines.length - 1;
      length = before + line.length;
      const left = end && length > MAX_TEXT ? `… (${length - MAX_TEXT} more characters are left out)` : "";
      return `${line.slice(0, room)}${left}${end ? "\n" : ""}`;
    });
    const whole = shown.join("");
    const passed = whole.slice(0, this.#room);
    this.#room -= passed.length;
    this.#left += whole.length - passed.length;
    if (passed !== "") this.#write(passed);
    return length;
  }
}
