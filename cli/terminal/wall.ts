import { StringDecoder } from "node:string_decoder";
import { visible } from "./visible.ts";

type Write = NodeJS.WriteStream["write"];

/** The streams behind the wall, and how they write by themselves. */
const behind = new Map<NodeJS.WriteStream, Write>();

/**
 * Puts a wall before the standard streams of this process: what a notebook, a file or its name says reaches the terminal as visible text,
 * whatever command writes it. Returns what takes it away again.
 */
export function raiseWall(): () => void {
  const lower = [process.stdout, process.stderr].map((stream) => {
    const { write } = stream;
    const decoder = new StringDecoder("utf8");
    behind.set(stream, write.bind(stream) as Write);
    stream.write = ((chunk: string | Uint8Array, ...rest: unknown[]) => {
      const text = typeof chunk === "string" ? chunk : decoder.write(Buffer.from(chunk));
      // What follows may be an encoding, which was that of the text, or a function.
      return write.call(stream, visible(text), ...(rest.filter((each) => typeof each === "function") as []));
    }) as Write;
    return () => {
      stream.write = write;
      behind.delete(stream);
    };
  });
  return () => {
    for (const each of lower) each();
  };
}

/** Writes a document of a person's choice to standard output: byte for byte to a file or a program, and visibly to a terminal. */
export function writeDocument(content: string | Uint8Array): boolean {
  const write = process.stdout.isTTY ? undefined : behind.get(process.stdout);
  return write ? write(content) : process.stdout.write(content);
}

/** Standard output as it is without the wall, for the line that a person edits. */
export function editedOutput(): NodeJS.WriteStream {
  const write = behind.get(process.stdout);
  return write ? Object.create(process.stdout, { write: { value: write } }) : process.stdout;
}
