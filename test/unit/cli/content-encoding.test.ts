import { expect, test } from "vitest";
import { encodingFor } from "../../../cli/serve/content-encoding.ts";

test.each([
  [undefined, null],
  ["", null],
  ["identity", null],
  ["gzip, deflate, br, zstd", "br"],
  ["gzip, deflate", "gzip"],
  ["BR;q=0.1, GZIP", "br"],
  ["br;q=0, gzip;q=0.5", "gzip"],
  ["br; q=0.0,gzip ;q=0.000", null],
  ["*", "br"],
  ["*;q=0", null],
  ["br;q=0, *", "gzip"],
  ["brotli, x-gzip", null],
] as const)("Of a client that accepts %o the form is %o", (accepted, encoding) => {
  expect(encodingFor({ headers: accepted === undefined ? {} : { "accept-encoding": accepted } })).toBe(encoding);
});
