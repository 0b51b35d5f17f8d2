import { Transform } from "node:stream";

/** The longest line that a client may send, in bytes: notebooks are shorter. The library of the protocol ends at 10 MiB. */
export const MOST_LINE_BYTES = 8 * 1024 * 1024;

/** So much of the beginning and the end of a line that is too long is kept, to find whose it is. */
const KEPT = 200;

/**
 * Passes on the lines of a stream, each whole, and leaves out those that are too long without keeping them; `tooLong` gets the id of the
 * request in such a line, null if it does not stand at its beginning or end.
 */
export function boundedLines(tooLong: (id: string | number | null) => void, most: number = MOST_LINE_BYTES): Transform {
  let parts: Buffer[] = [];
  let length = 0;
  let [head, tail] = ["", ""];
  const take = (part: Buffer) => {
    length += part.length;
    if (length <= most) parts.push(part);
    else {
      // Only the first piece that is too much finds the beginning.
      if (length - part.length <= most)
        head = Buffer.concat([...parts, part.subarray(0, KEPT)])
          .subarray(0, KEPT)
          .toString("latin1");
      parts = [];
      tail = (tail + part.subarray(-KEPT).toString("latin1")).slice(-KEPT);
    }
  };
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      let from = 0;
      for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
        take(chunk.subarray(from, end + 1));
        if (length <= most) this.push(Buffer.concat(parts));
        else tooLong(idIn(head, tail));
        [parts, length, head, tail] = [[], 0, "", ""];
        from = end + 1;
      }
      if (from < chunk.length) take(chunk.subarray(from));
      done();
    },
    flush(done) {
      if (length > 0 && length <= most) this.push(Buffer.concat(parts));
      done();
    },
  });
}

/** The id where the object of the request begins or ends with it, as clients write it. */
function idIn(head: string, tail: string): string | number | null {
  const id = '(\\d{1,15}|"[\\w.:-]{1,100}")';
  const found =
    new RegExp(`^\\s*\\{"jsonrpc":"2\\.0","id":${id},`).exec(head) ??
    new RegExp(`"jsonrpc":"2\\.0","id":${id}\\}\\s*$`).exec(tail);
  return found ? JSON.parse(found[1]!) : null;
}
