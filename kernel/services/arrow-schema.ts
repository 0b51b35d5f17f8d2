import { Message, type Schema } from "apache-arrow";
import { Footer } from "apache-arrow/ipc/metadata/file";
import { checkArrowFooter } from "./arrow-metadata.ts";
import { arrowFooter, arrowStream, beginsWithSchema } from "./arrow-stream.ts";

/**
 * The IPC stream inside an Arrow IPC file. If the file has its schema only in the footer, as the format allows and as
 * apache-arrow for JavaScript writes it, the schema is added. Bytes that are a stream are returned unchanged. Throws RangeError
 * if the footer refers to bytes outside the file.
 */
export function wholeArrowStream(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const stream = arrowStream(bytes);
  if (stream === bytes || beginsWithSchema(stream)) return stream;
  checkArrowFooter(bytes);
  // Only the footer: a reader of files would also follow its blocks, whose damaged lengths fill the memory.
  const { schema } = Footer.decode(arrowFooter(bytes)!);
  const head = schemaMessage(schema);
  const whole = new Uint8Array(head.length + stream.length);
  whole.set(head);
  whole.set(stream, head.length);
  return whole;
}

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
