import { Message, type Schema } from "apache-arrow";
import { Footer } from "apache-arrow/ipc/metadata/file";
import { BLOCK, checkArrowFooter } from "./arrow-metadata.ts";
import { arrowFooter, arrowStream, beginsWithSchema } from "./arrow-stream.ts";
import { FlatBuffer } from "./flat-buffer.ts";

/**
 * The IPC stream inside an Arrow IPC file. A file is read by its footer, which alone states its schema for certain: apache-arrow for
 * JavaScript writes the schema nowhere else, and polars writes something else where a stream has it. Bytes that are a stream, and
 * files that contain one, are returned without a copy. Throws RangeError if the footer refers to bytes outside the file.
 */
export function wholeArrowStream(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const stream = arrowStream(bytes);
  if (stream === bytes || beginsWithSchema(stream)) return stream;
  checkArrowFooter(bytes);
  const footer = arrowFooter(bytes)!;
  // Only the footer: a reader of files would also follow its blocks, whose damaged lengths fill the memory.
  const { schema } = Footer.decode(footer);
  const parts = [schemaMessage(schema), ...blocksOf(bytes, footer)];
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The messages to which a footer refers, dictionaries first. */
function blocksOf(bytes: Uint8Array, footer: Uint8Array): Uint8Array[] {
  const flat = new FlatBuffer(footer);
  let total = 0;
  return [DICTIONARIES, BATCHES].flatMap((slot) =>
    flat.list(flat.root(), slot, BLOCK).map((block) => {
      const from = flat.longAt(block);
      const length = flat.intAt(block + 8) + flat.longAt(block + 16);
      total += length;
      // Blocks that overlap would make a short file long.
      if (!(from >= 0 && length > 0 && from + length <= bytes.length && total <= bytes.length)) throw new RangeError();
      return bytes.subarray(from, from + length);
    }),
  );
}

/** Slots of the footer in File.fbs. */
const DICTIONARIES = 2;
const BATCHES = 3;

/** The schema as a message of a stream: continuation marker, length, and metadata padded to eight bytes. */
function schemaMessage(schema: Schema): Uint8Array {
  const encoded = Message.encode(Message.from(schema));
  const length = Math.ceil(encoded.length / 8) * 8;
  const message = new Uint8Array(8 + length);
  const view = new DataView(message.buffer);
  view.setInt32(0, -1, true);
  view.setInt32(4, length, true);
  message.set(encoded, 8);
  return message;
}
