import { createHash } from "node:crypto";
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { Sha256, sha256Of } from "../../../kernel/values/sha-256.ts";
import { crc32 } from "../../../lib/files/container/crc-32.ts";
import { readZip } from "../../../lib/files/container/zip-archive.ts";
import { zip64 } from "./zip64.ts";

const files = { "a/Z.txt": strToU8("1\t2\n".repeat(400)), "b.txt": strToU8("é 中\n") };
const blob = (bytes: Uint8Array) => new Blob([Uint8Array.from(bytes)]);

async function unpack(bytes: Uint8Array): Promise<Record<string, Uint8Array>> {
  const entries = await readZip(blob(bytes), "x.zip");
  const read = entries.map(async ({ path, stream }) => {
    const all = await new Response(await stream(() => {})).arrayBuffer();
    return [path, new Uint8Array(all)] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}

describe("an archive", () => {
  test.each([
    ["deflated", zipSync(files)],
    ["stored", zipSync(files, { level: 0 })],
    ["of the 64-bit form", zip64(files)],
    ["of the 64-bit form with a stored file", zip64(files, ["b.txt"])],
  ])("%s gives its files as they were", async (_, bytes) => {
    expect(await unpack(bytes)).toEqual(files);
  });

  test("may have a comment, also one that looks like the end of another archive", async () => {
    const bytes = zipSync(files);
    const comment = Buffer.concat([Buffer.from([0x50, 0x4b, 5, 6]), Buffer.alloc(40, 7)]);
    const all = Buffer.concat([bytes, comment]);
    all.writeUInt16LE(comment.length, bytes.length - 2);
    expect(await unpack(all)).toEqual(files);
  });

  test("with another packing, a password or one name twice ends in a sentence", async () => {
    const changed = (at: number, value: number) => {
      const bytes = Buffer.from(zipSync({ "b.txt": files["b.txt"] }));
      const directory = bytes.readUInt32LE(bytes.length - 6);
      bytes.writeUInt16LE(value, at);
      bytes.writeUInt16LE(value, directory + at + 2);
      return unpack(bytes);
    };
    await expect(changed(8, 12)).rejects.toThrow("x.zip/b.txt: deflate was expected, but it is packed by method 12.");
    await expect(changed(6, 1)).rejects.toThrow("x.zip/b.txt: a file without a password was expected.");
    const twice = Buffer.from(zipSync({ "a.txt": files["b.txt"], "b.txt": files["b.txt"] }));
    for (let at = twice.indexOf("a.txt"); at >= 0; at = twice.indexOf("a.txt")) twice.write("b.txt", at);
    await expect(unpack(twice)).rejects.toThrow("x.zip: the file b.txt is in it twice, where each was expected once.");
  });

  test.each([
    ["deflated", 6],
    ["stored", 0],
  ] as const)(
    "%s, with a file longer than its directory says, fails before it gives a byte too many",
    async (_, level) => {
      const bytes = Buffer.from(zipSync({ "a.bin": new Uint8Array(5_000_000) }, { level }));
      const directory = bytes.readUInt32LE(bytes.length - 6);
      bytes.writeUInt32LE(100_000, directory + 24);
      const [entry] = await readZip(blob(bytes), "x.zip");
      const reader = (await entry!.stream(() => {})).getReader();
      let given = 0;
      const read = async () => {
        for (let next = await reader.read(); !next.done; next = await reader.read()) given += next.value.length;
      };
      await expect(read()).rejects.toThrow(
        "x.zip/a.bin: 100000 bytes were expected in it, but there are more. Load the archive again.",
      );
      expect(given).toBeLessThanOrEqual(100_000);
    },
  );

  test.each([
    ["of the usual form", zipSync(files)],
    ["of the 64-bit form", zip64(files)],
  ])("%s that was cut anywhere, at its end or its beginning, ends in a sentence", async (_, bytes) => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: bytes.length - 1 }), fc.boolean(), async (at, atEnd) => {
        const cut = atEnd ? bytes.slice(0, at) : bytes.slice(at);
        await expect(unpack(cut)).rejects.toMatchObject({ name: "ImportError", message: /expected/ });
      }),
    );
  });

  test.each([
    ["of the usual form", zipSync(files)],
    ["stored", zipSync(files, { level: 0 })],
    ["of the 64-bit form", zip64(files)],
  ])("%s with one byte changed gives the same files or none", async (_, bytes) => {
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const other = bytes.slice();
        other[at]! ^= change;
        const found = await unpack(other).catch((error: Error) => error.name);
        if (typeof found === "string") return;
        expect(found).toEqual(files);
      }),
    );
  });
});

test("CRC-32 and SHA-256 are those of the standards, whatever the pieces", async () => {
  // Check value of the CRC catalogue; first example of FIPS 180-2, appendix B.1.
  expect(crc32(strToU8("123456789"))).toBe(0xcbf43926);
  expect(new Sha256().add(strToU8("abc")).hex()).toBe(
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  );
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.nat(400), async (bytes, cut) => {
      const [a, b] = [bytes.slice(0, cut), bytes.slice(cut)];
      expect(crc32(b, crc32(a))).toBe(crc32(bytes));
      expect(new Sha256().add(a).add(b).hex()).toBe(createHash("sha256").update(bytes).digest("hex"));
      expect(await sha256Of(blob(bytes))).toBe(createHash("sha256").update(bytes).digest("hex"));
    }),
  );
});
