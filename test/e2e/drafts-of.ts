import type { Page } from "@playwright/test";

/** What the browser holds of a notebook's drafts. */
export function draftsOf(page: Page, name: string): Promise<{ editing: string; changed: boolean }[]> {
  return page.evaluate(
    (notebook) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open("yuheng");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction("drafts").objectStore("drafts").getAll();
          all.onsuccess = () => {
            opening.result.close();
            resolve(all.result.filter((draft: { name: string }) => draft.name === notebook));
          };
        };
      }),
    name,
  );
}
