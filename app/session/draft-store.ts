import { chooseDraft, type Draft } from "./draft.ts";
import { givenStore, openStore, type Store } from "./store.ts";

/** The right to write a notebook's draft, for as long as the page has it open. */
export interface DraftClaim {
  readonly writer: string;
  /** What an earlier page left, to go on from. */
  readonly draft: Draft | null;
  /** What other earlier pages left besides. */
  readonly others: readonly Draft[];
  put(draft: Draft): Promise<void>;
  remove(writer: string): Promise<void>;
  release(): void;
}

/** Claims that are being given up: a notebook that is opened again waits until its last draft is written. */
const endings = new Map<string, Promise<unknown>>();

/** Notes that a notebook's last draft is on its way into the store. */
export function endWith(name: string, written: Promise<unknown>): void {
  endings.set(name, written);
  void written.finally(() => {
    if (endings.get(name) === written) endings.delete(name);
  });
}

/**
 * Finds what was left of a notebook and takes it over. A draft belongs to the page that holds its lock; the lock goes
 * with the page, also when that crashes. Where the browser has no locks, a draft is copied and never taken away.
 */
export async function claimDraft(name: string, version: string | null): Promise<DraftClaim> {
  await endings.get(name);
  const store = await openStore();
  const locks = new Map<string, () => void>();
  for (const found of await findDrafts(store, name)) {
    const release = await takeLock(lockOf(found));
    if (release) locks.set(found.writer, release);
  }
  // Read again: what was found before its lock was taken may have been written on, or away, by the page that had it until then.
  const free = (await findDrafts(store, name)).filter(({ writer: holder }) => locks.has(holder));
  const { draft, others, obsolete } = chooseDraft(free, version);
  const writer = draft && hasLocks() ? draft.writer : newWriter();
  const release = locks.get(writer) ?? (await takeLock(lockOf({ name, writer }))) ?? (() => {});
  for (const [holder, letGo] of locks) if (holder !== writer) letGo();
  const claim: DraftClaim = {
    writer,
    draft,
    others,
    release,
    async put(next) {
      // A kept word must survive a power cut, so the browser is asked to bring it to the disk.
      const transaction = givenStore(store).transaction("drafts", "readwrite", { durability: "strict" });
      const stored = transaction.objectStore("drafts").put(next);
      transaction.commit();
      await Promise.all([stored, transaction.done]);
    },
    async remove(other) {
      await store?.delete("drafts", [name, other]).catch(() => {});
    },
  };
  for (const old of obsolete) void claim.remove(old.writer);
  return claim;
}

async function findDrafts(store: Store | null, name: string): Promise<Draft[]> {
  try {
    return (await store?.getAll("drafts", IDBKeyRange.bound([name], [name, []]))) ?? [];
  } catch {
    return [];
  }
}

function lockOf({ name, writer }: Pick<Draft, "name" | "writer">): string {
  return `yuheng-draft ${writer} ${name}`;
}

function newWriter(): string {
  return `${Date.now().toString(36)}-${Math.floor(Math.random() * 2 ** 40).toString(36)}`;
}

/** Browsers have locks only where the page came over a safe connection. */
function hasLocks(): boolean {
  return "locks" in navigator;
}

/** Takes a lock if nobody has it, and gives what lets go of it. */
function takeLock(name: string): Promise<(() => void) | null> {
  if (!hasLocks()) return Promise.resolve(() => {});
  return new Promise((resolve) => {
    navigator.locks
      .request(name, { ifAvailable: true }, (lock) => {
        if (!lock) return resolve(null);
        return new Promise<void>((release) => resolve(() => release()));
      })
      .catch(() => resolve(() => {}));
  });
}
