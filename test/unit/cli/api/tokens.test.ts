import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findToken, newAccessToken } from "../../../../cli/api/access-token.ts";
import { spokenLanguage } from "../../../../cli/api/spoken-language.ts";
import { TokenBucket } from "../../../../cli/api/token-bucket.ts";
import { defaultTokenFile, readTokens, writeTokens } from "../../../../cli/api/token-file.ts";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "yuheng-tokens-"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe("A token", () => {
  test("is found by its hash, in a header of the right form only", () => {
    const [first, second] = [newAccessToken("a", ["read"]), newAccessToken("b", ["compute"])];
    const known = [first.stored, second.stored];
    expect(findToken(`Bearer ${second.token}`, known)).toBe(second.stored);
    for (const wrong of [undefined, "", second.token, `Basic ${second.token}`, `Bearer ${second.token}a`, "Bearer "]) {
      expect(findToken(wrong, known), wrong).toBeUndefined();
    }
  });

  test("is stored as a hash, in a file that only its owner reads", async () => {
    const file = join(folder, "settings/tokens.json");
    expect(await readTokens(file)).toEqual([]);
    const { token, stored } = newAccessToken("mine", ["read"]);
    await writeTokens(file, [stored]);
    expect(await readTokens(file)).toEqual([stored]);
    expect(await readFile(file, "utf8")).not.toContain(token);
    if (process.platform !== "win32") expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  test.each(["", "{}", '{"version":1,"tokens":[{"name":"a","sha256":"00","scopes":["read"]}]}'])(
    "is not read from %j",
    async (text) => {
      const file = join(folder, "wrong.json");
      await writeFile(file, text);
      await expect(readTokens(file)).rejects.toThrow("is no file of tokens");
    },
  );

  test.skipIf(process.platform === "win32")("lies in the folder of settings", () => {
    expect(defaultTokenFile({ XDG_CONFIG_HOME: "/settings" })).toBe("/settings/yuheng/tokens.json");
  });
});

describe("A bucket", () => {
  test("gives its burst, then what time refills, and says when", () => {
    let now = 0;
    const bucket = new TokenBucket({ burst: 2, perMinute: 6 }, () => now);
    expect([bucket.take(), bucket.take(), bucket.take()]).toEqual([0, 0, 10]);
    now = 5_000;
    expect(bucket.take()).toBe(5);
    now = 10_000;
    expect([bucket.take(), bucket.take()]).toEqual([0, 10]);
    now = 1_000_000;
    expect([bucket.take(), bucket.take(), bucket.take()]).toEqual([0, 0, 10]);
  });
});

test.each([
  [undefined, "en"],
  ["*", "en"],
  ["fr", "en"],
  ["zh", "zh"],
  ["en-GB, zh;q=0.8", "en"],
  ["en;q=0.3, zh-TW;q=0.8", "zh"],
  ["zh;q=0, en;q=0.1", "en"],
])("Accept-Language %s is answered in %s", (accepted, language) => {
  expect(spokenLanguage(accepted)).toBe(language);
});
