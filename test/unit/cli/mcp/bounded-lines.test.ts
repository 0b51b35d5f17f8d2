import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { boundedLines } from "../../../../cli/mcp/bounded-lines.ts";

/** What passes of a text that comes in pieces of some bytes, and whose lines were too long. */
async function passed(input: string, size: number, most: number) {
  const bytes = Buffer.from(input);
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
    bytes.subarray(i * size, (i + 1) * size),
  );
  const ids: (string | number | null)[] = [];
  return { out: await text(Readable.from(pieces).pipe(boundedLines((id) => ids.push(id), most))), ids };
}

test.each([1, 7, 64, 1_000_000])(
  "A line that is too long is left out and named, and the next is read; in pieces of %i bytes",
  async (size) => {
    const long = "ä".repeat(500);
    const lines = [
      '{"jsonrpc":"2.0","id":1}',
      `{"jsonrpc":"2.0","id":2,"method":"${long}"}`,
      `{"method":"${long}","jsonrpc":"2.0","id":"c-3"}`,
      `{"method":"m","params":{"jsonrpc":"2.0","id":7},"other":"${long}"}`,
      '{"jsonrpc":"2.0","id":4,"method":"é"}',
      "last",
    ];
    expect(await passed(lines.join("\n"), size, 100)).toEqual({
      out: [lines[0], lines[4], lines[5]].join("\n"),
      ids: [2, "c-3", null],
    });
  },
);
