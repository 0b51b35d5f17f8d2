import { chooseDraft, type Draft } from "./draft.ts";
import { openStore, requireStore, type Store } from "./store.ts";

/** The exclusive right to write a draft of a notebook while the page has it open. */
export interface DraftClaim {
  readonly writer: string;
  /** The draft of an earlier page, to continue from. */
  readonly draft: Draft | null;
  /** Further drafts of earlier pages. */
  readonly others: readonly Draft[];
  put(draft: Draft): Promise<void>;
  remove(writer: string): Promise<void>;
  release(): void;
}

/** Claims being released: a notebook that is opened again waits until its last draft is written. */
const releases = new Map<string, Promise<unknown>>();

/** Registers that a notebook's last draft is being written. */
export function registerRelease(name: string, written: Promise<unknown>): void {
  releases.set(name, written);
  void written.finally(() => {
    if (releases.get(name) === written) releases.delete(name);
  });
}

/**
 * Finds the drafts of a notebook and claims those without an owner. A draft belongs to the page that holds its lock, which the
 * browser releases when the page ends or crashes. In a browser without locks, a draft is copied and never removed.
 */
export async function claimDraft(name: string, version: string | null): Promise<DraftClaim> {
  await releases.get(name);
  const store = await openStore();
  const locks = new Map<string, () => void>();
  for (const found of await findDrafts(store, name)) {
    const release = await takeLock(lockOf(found));
    if (release) locks.set(found.writer, release);
  }
  // Read again: a draft may have been changed or removed by its page before its lock was taken.
  const free = (await findDrafts(store, name)).filter(({ writer: holder }) => locks.has(holder));
  const { draft, others, obsolete } = chooseDraft(free, version);
  const writer = draft && hasLocks() ? draft.writer : newWriter();
  const release = locks.get(writer) ?? (await takeLock(lockOf({ name, writer }))) ?? (() => {});
  for (const [holder, releaseLock] of locks) if (holder !== writer) releaseLock();
  const claim: DraftClaim = {
    writer,
    draft,
    others,
    release,
    async put(next) {
      // A draft must survive a power cut, so the browser is asked to flush it to the disk.
      const transaction = requireStore(store).transaction("drafts", "readwrite", { durability: "strict" });
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

/** Browsers provide locks only in secure contexts. */
function hasLocks(): boolean {
  return "locks" in navigator;
}

/** Takes a lock if it is free, and returns a function that releases it; null if it is taken. */
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
