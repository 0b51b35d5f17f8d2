import { RecordBatchReader, Table, tableToIPC } from "apache-arrow";
import { checkArrowFooter } from "./arrow-metadata.ts";
import { arrowStream, beginsWithSchema } from "./arrow-stream.ts";

/**
 * The IPC stream inside an Arrow IPC file, which also has the schema where the file has it in its footer alone: so the format
 * allows, and so apache-arrow for JavaScript writes it. Bytes that are a stream are returned as they are. Throws RangeError where the footer
 * leads outside of the bytes.
 */
export function wholeArrowStream(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const stream = arrowStream(bytes);
  if (stream === bytes || beginsWithSchema(stream)) return stream;
  checkArrowFooter(bytes);
  const { schema } = RecordBatchReader.from(bytes).open();
  const message = tableToIPC(new Table(schema), "stream");
  // Behind the message stands a mark that the stream ends.
  const head = message.subarray(0, 8 + new DataView(message.buffer, message.byteOffset).getInt32(4, true));
  const whole = new Uint8Array(head.length + stream.length);
  whole.set(head);
  whole.set(stream, head.length);
  return whole;
}
