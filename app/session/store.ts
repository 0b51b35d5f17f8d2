import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Study } from "../../kernel/lesson/study.ts";
import { Fault } from "../../lib/message/fault.ts";
import { messages } from "../../lib/message/message.ts";
import type { AttachmentRecord } from "./attachment-record.ts";
import type { Draft } from "./draft.ts";
import type { OwnFile } from "./own-file.ts";

const texts = messages("session", {
  storageDenied: {
    en: "The browser's storage is denied to this page.",
    zh: "浏览器不允许此页面使用存储空间。",
  },
});

interface Schema extends DBSchema {
  /** First figures of notebooks, as SVG text, by name. */
  figures: { key: string; value: string };
  /** Drafts, by notebook and by the page that writes them. */
  drafts: { key: [name: string, writer: string]; value: Draft };
  /** The user's own notebooks: opened from a file, or stored here. */
  own: { key: string; value: OwnFile };
  /** The user's work on the exercises of a notebook, by its name. */
  studies: { key: string; value: Study };
  /** The files of notebooks. */
  attachments: {
    key: [notebook: string, name: string];
    value: AttachmentRecord;
    indexes: { notebook: string };
  };
}

export type Store = IDBPDatabase<Schema>;

let database: Promise<Store | null> | undefined;

/** The browser's storage for this page; null if it is denied, in which case nothing is stored. */
export function openStore(): Promise<Store | null> {
  database ??= open().catch(() => null);
  return database;
}

/** The storage, for data that must be stored. Throws a Fault if it is denied. */
export function requireStore(store: Store | null): Store {
  if (!store) throw new Fault(texts.storageDenied());
  return store;
}

async function open(): Promise<Store | null> {
  return new Promise((resolve, reject) => {
    openDB<Schema>("yuheng", 4, {
      upgrade(db, from) {
        if (from < 1) db.createObjectStore("figures");
        if (from < 2) {
          db.createObjectStore("drafts", { keyPath: ["name", "writer"] });
          db.createObjectStore("own", { keyPath: "name" });
        }
        if (from < 3) db.createObjectStore("studies");
        if (from < 4) {
          const attachments = db.createObjectStore("attachments", { keyPath: ["notebook", "name"] });
          attachments.createIndex("notebook", "notebook");
        }
      },
      // A page of an older version blocks the upgrade: this page works without storage rather than wait.
      blocked: () => resolve(null),
      blocking: (_, __, event) => (event.target as IDBDatabase).close(),
    }).then(resolve, reject);
  });
}
