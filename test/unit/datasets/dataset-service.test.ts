import { createHash } from "node:crypto";
import { afterEach, expect, test, vi } from "vitest";
import type { DatasetEntry } from "../../../kernel/services/catalogue.ts";
import { DatasetService } from "../../../kernel/services/datasets.ts";

const bytes = new TextEncoder().encode("region,emissions\nAT,307\n");

/** A service with one dataset, whose file has other bytes where `served` says so. */
function serviceOf(served = bytes): DatasetService {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const entry = { name: "flows", file: "flows.arrow", bytes: bytes.length, sha256 } as DatasetEntry;
  return new DatasetService({
    catalogue: async () => ({ version: 1, datasets: [entry] }),
    file: async () => new Response(served),
  });
}

afterEach(() => {
  vi.unstubAllGlobals();
});

test.each([
  ["with the browser's digest", globalThis.crypto],
  ["over plain HTTP, where the browser has no digest", {}],
])("a dataset is held against its hash %s", async (_, crypto) => {
  vi.stubGlobal("crypto", crypto);
  expect(await serviceOf().load("flows")).toEqual(bytes);
  const other = bytes.map((byte, i) => (i === 0 ? byte ^ 1 : byte));
  await expect(serviceOf(other).load("flows")).rejects.toThrow("is not the one the catalogue describes");
});
