import { lutimes, mkdir, mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { AssistantStore } from "../../../cli/serve/assistant-store.ts";
import { sweepFolder, withFolderLock } from "../../../cli/serve/folder-lock.ts";
import { versionOf } from "../../../cli/serve/notebook-store.ts";
import { newProcessName } from "../../../cli/serve/process-name.ts";
import { ProposalStore } from "../../../cli/serve/proposal-store.ts";
import { proposalRoutes } from "../../../cli/serve/proposals.ts";

let folder: string;
let store: ProposalStore;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "yuheng-proposals-"));
  store = new ProposalStore(folder);
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const proposed = (text: string) => ({
  baseText: "base",
  text,
  version: versionOf(text),
  time: "2026-01-02T03:04:05.000Z",
});

describe("A store of proposals", () => {
  test("knows which notebooks are open, in this process or another", async () => {
    const other = new ProposalStore(folder);
    expect(await other.isOpen("work")).toBe(false);
    await store.open("work");
    expect([await other.isOpen("work"), await other.isOpen("works")]).toEqual([true, false]);
    await store.close("work");
    expect(await other.isOpen("work")).toBe(false);
  });

  test("does not count a process that has ended, and removes its mark", async () => {
    await store.open("work");
    const [mark] = await readdir(folder);
    await store.close("work");
    // No system gives a process this number.
    const ended = newProcessName(999_999_999, 1);
    await writeFile(join(folder, mark!.replace(/^(\.yuheng-[0-9a-f]{16}-).*(\.open)$/, `$1${ended}$2`)), "");
    expect(await store.isOpen("work")).toBe(false);
    expect(await readdir(folder)).toEqual([]);
  });

  test("leaves no mark of an ended process in a folder that is served again", async () => {
    await store.open("work");
    const [mark] = await readdir(folder);
    const ended = newProcessName(999_999_999, 1);
    await writeFile(join(folder, mark!.replace(/^(\.yuheng-[0-9a-f]{16}-).*(\.open)$/, `$1${ended}$2`)), "");
    await sweepFolder(folder);
    expect(await readdir(folder)).toEqual([mark]);
  });

  test("keeps the newest proposal until that very one is decided", async () => {
    expect(await store.read("work")).toBeNull();
    await store.propose("work", proposed("first"));
    await store.propose("work", proposed("second"));
    await store.decide("work", versionOf("first"));
    expect(await store.read("work")).toEqual(proposed("second"));
    await store.decide("work", versionOf("second"));
    expect(await store.read("work")).toBeNull();
  });

  test("reads nothing else as a proposal, and follows no link", async () => {
    await store.propose("work", proposed("text"));
    const [file] = await readdir(folder);
    await writeFile(join(folder, file!), '{"text": 1}');
    expect(await store.read("work")).toBeNull();
    await rm(join(folder, file!));
    await symlink("/etc/hostname", join(folder, file!));
    await expect(store.read("work")).rejects.toThrow("is a link");
  });
});

describe("What comes with a folder", () => {
  /** As the process 1, which never ends, of this very machine would be called. */
  const forged = () => newProcessName(1, 0).replace(/.{16}$/, "0123456789abcdef");
  const age = (file: string, milliseconds: number) => {
    const time = new Date(Date.now() - milliseconds);
    return utimes(join(folder, file), time, time);
  };

  test.each([
    ["a name of this machine", forged],
    ["a name of no form", () => "x"],
  ])("is no mark of an open notebook for longer than a minute: %s", async (_, name) => {
    await store.open("work");
    const [mark] = await readdir(folder);
    await store.close("work");
    const file = mark!.replace(/^(\.yuheng-[0-9a-f]{16}-).*(\.open)$/, `$1${name()}$2`);
    for (const old of [61_000, -61_000]) {
      await writeFile(join(folder, file), "");
      await age(file, old);
      expect(await store.isOpen("work")).toBe(false);
      expect(await readdir(folder)).toEqual([]);
    }
  });

  test("is no proposal, no result and no consent", async () => {
    const name = forged();
    const right = { id: name, state: "allowed", notebook: "work" };
    await writeFile(join(folder, `.yuheng-assistant-${name}`), JSON.stringify(right));
    expect(await new AssistantStore(folder).list()).toEqual([]);
    await store.propose("work", proposed("text"));
    const [file] = (await readdir(folder)).filter((each) => each.endsWith(".proposal"));
    const text = await readFile(join(folder, file!), "utf8");
    expect(await store.read("work")).not.toBeNull();
    const { content, proof } = JSON.parse(text);
    for (const other of [
      JSON.stringify(proposed("text")),
      JSON.stringify({ content: content.replace("base", "Base"), proof }),
      JSON.stringify({ content, proof: proof.slice(0, 15) }),
      JSON.stringify({ content, proof: `${proof[0] === "0" ? "1" : "0"}${proof.slice(1)}` }),
    ]) {
      await writeFile(join(folder, file!), other);
      expect(await store.read("work")).toBeNull();
    }
    // A proposal for one notebook is none for another.
    await writeFile(join(folder, file!), text);
    await store.propose("other", proposed("text"));
    const others = (await readdir(folder)).find((each) => each.endsWith(".proposal") && each !== file)!;
    await writeFile(join(folder, others), text);
    expect([await store.read("work"), await store.read("other")]).toEqual([proposed("text"), null]);
  });

  test("holds no lock for longer than a minute, and leads none out of the folder", async () => {
    const outside = await mkdtemp(join(tmpdir(), "yuheng-outside-"));
    try {
      await writeFile(join(outside, "kept"), "");
      await age(join("..", basename(outside), "kept"), 100_000);
      let lock = "";
      await withFolderLock(folder, "key", async () => {
        [lock = ""] = await readdir(folder);
      });
      const owned = async (owner: string, old: number) => {
        await mkdir(join(folder, lock, owner), { recursive: true });
        await age(join(lock, owner), old);
      };
      const [recent, long] = [0, 100_000];
      const makes: readonly [string, () => Promise<unknown>, boolean][] = [
        ["a file", () => writeFile(join(folder, lock), "").then(() => age(lock, long)), true],
        ["a link", () => symlink(outside, join(folder, lock)).then(() => lutimes(join(folder, lock), 1, 1)), true],
        ["a folder as owner", () => owned("x", long), true],
        ["a forged owner", () => owned(forged(), long), true],
        ["a forged owner of the future", () => owned(forged(), -long), true],
        ["a forged owner of now", () => owned(forged(), recent), false],
      ];
      for (const [what, make, isReleased] of makes) {
        await make();
        const done = await withFolderLock(folder, "key", async () => true, isReleased ? 10_000 : 0).catch(() => false);
        expect([what, done]).toEqual([what, isReleased]);
        expect(await readdir(outside)).toEqual(["kept"]);
      }
    } finally {
      await rm(outside, { recursive: true });
    }
  });
});

/** Nothing came with the folder. */
const none = { proposal: false, assistants: 0 };

describe("The server of the workbench", () => {
  let server: Server;

  beforeEach(async () => {
    const route = proposalRoutes(folder, "secret");
    server = createServer((request, response) => route(request, response, () => response.end()));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });

  afterEach(() => new Promise((resolve) => server.close(resolve)));

  const ask = (path: string, method = "GET", token = "secret", body?: object) =>
    fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, {
      method,
      headers: { "X-Yuheng-Token": token },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });

  test("tells its page what is proposed, and marks the notebook as open until the page leaves", async () => {
    expect(await (await ask("/work")).json()).toEqual({ proposed: null, assistants: [], foreign: none });
    expect(await store.isOpen("work")).toBe(true);
    await store.propose("work", proposed("text"));
    expect(await (await ask("/work")).json()).toEqual({ proposed: proposed("text"), assistants: [], foreign: none });
    await ask(`/work?version=${versionOf("text")}`, "DELETE");
    expect(await (await ask("/work")).json()).toEqual({ proposed: null, assistants: [], foreign: none });
    await ask("/work", "DELETE");
    expect(await store.isOpen("work")).toBe(false);
  });

  test("tells its page what came with the folder, and offers none of it", async () => {
    await store.propose("work", proposed("text"));
    const [file] = (await readdir(folder)).filter((each) => each.endsWith(".proposal"));
    await writeFile(
      join(folder, file!),
      JSON.stringify({ content: JSON.stringify(proposed("evil")), proof: "0".repeat(64) }),
    );
    const name = newProcessName(1, 0);
    const rights = [name, "x"].map((id) => ({ id, state: "allowed", notebook: "work", proof: "0".repeat(64) }));
    for (const right of rights) await writeFile(join(folder, `.yuheng-assistant-${right.id}`), JSON.stringify(right));
    const own = new AssistantStore(folder);
    await own.ask("work");
    const foreign = { proposal: true, assistants: 2 };
    const asked = { id: own.id, state: "asked", notebook: "work" };
    expect(await (await ask("/work")).json()).toEqual({ proposed: null, assistants: [asked], foreign });
    // A proposal of a program of this user takes its place.
    await store.propose("work", proposed("text"));
    expect(await (await ask("/work")).json()).toMatchObject({
      proposed: proposed("text"),
      foreign: { proposal: false },
    });
  });

  test("lets its page decide what an assistant may, and no one else", async () => {
    const assistant = new AssistantStore(folder);
    await assistant.ask("work");
    const right = { id: assistant.id, state: "asked", notebook: "work" };
    expect(await (await ask("/work")).json()).toEqual({ proposed: null, assistants: [right], foreign: none });
    const decide = (may: string, token?: string) => ask(`/work?assistant=${assistant.id}&may=${may}`, "PUT", token);
    expect((await decide("yes", "stale")).status).toBe(403);
    expect(await assistant.state()).toBe("asked");
    await decide("yes");
    expect(await assistant.state()).toBe("allowed");
    await decide("no");
    expect(await assistant.state()).toBe("refused");
    // Whoever can write into the folder, as an assistant may, cannot decide: not even with the proof of what was decided.
    const path = join(folder, `.yuheng-assistant-${assistant.id}`);
    const kept = await readFile(path, "utf8");
    await writeFile(path, kept.replace('"refused"', '"allowed"'));
    expect(await assistant.state()).toBeNull();
    await writeFile(path, kept);
    // What was decided stands, and nobody is allowed who has not asked.
    await assistant.ask("work");
    expect(await assistant.state()).toBe("refused");
    await ask("/work?assistant=..%2fwork&may=yes", "PUT");
    await assistant.end();
    expect(await (await ask("/work")).json()).toEqual({ proposed: null, assistants: [], foreign: none });
  });

  test("keeps what the proposed version gave, and no other", async () => {
    const results = { version: versionOf("text"), cells: [{ cell: 1, status: "ran", shows: ["a = 1"] }] };
    await store.propose("work", proposed("text"));
    await ask("/work", "PUT", "secret", { ...results, version: versionOf("other") });
    expect(await store.results("work", versionOf("other"))).toBeNull();
    await ask("/work", "PUT", "secret", results);
    expect(await store.results("work", results.version)).toEqual(results);
    expect((await ask("/work", "PUT", "secret", { ...results, cells: [{ cell: "1" }] })).status).toBe(400);
    await store.decide("work", results.version);
    expect(await store.results("work", results.version)).toBeNull();
  });

  test.each([
    ["/work", "GET", "stale", 403],
    ["/..%2fwork", "GET", "secret", 400],
    ["/work", "POST", "secret", 405],
    ["/work", "PUT", "secret", 400],
  ])("refuses %s %s with the token %s", async (path, method, token, status) => {
    expect((await ask(path, method, token)).status).toBe(status);
    expect(await readdir(folder)).toEqual([]);
  });
});
