import { expect, test } from "vitest";
import type { Draft } from "../../app/session/draft.ts";
import * as first from "../../app/session/draft-store.ts";
// Another page of this browser: the same program once more, which knows nothing of the first but by the browser.
// @ts-expect-error the query is vite's, not the compiler's
import * as another from "../../app/session/draft-store.ts?another";

const draft = (name: string, writer: string, editing: string): Draft => ({
  name,
  writer,
  base: null,
  baseText: "",
  editing,
  changed: true,
  time: 0,
});

test("A draft whose page writes on while another page looks for it is taken over as it was written last", async () => {
  const one = await first.claimDraft("race", null);
  await one.put(draft("race", one.writer, "old"));
  // Between the look and the taking of the lock, the first page writes once more and goes.
  const { locks } = navigator;
  const request = locks.request.bind(locks) as (...args: unknown[]) => Promise<unknown>;
  let isFirst = true;
  Object.defineProperty(locks, "request", {
    configurable: true,
    value: async (...args: unknown[]) => {
      if (isFirst) {
        isFirst = false;
        await one.put(draft("race", one.writer, "new"));
        one.release();
        while ((await locks.query()).held?.some(({ name }) => name?.includes(one.writer)));
      }
      return request(...args);
    },
  });
  try {
    const two = await (another as typeof first).claimDraft("race", null);
    expect(two.draft).toMatchObject({ writer: one.writer, editing: "new" });
    two.release();
  } finally {
    Reflect.deleteProperty(locks, "request");
  }
});
