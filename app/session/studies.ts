import { noStudy, type Study, type StudyEvent, study } from "../../kernel/lesson/study.ts";
import { openStore, requireStore } from "./store.ts";

/** Studies if the browser denies its storage; they last as long as the page. */
const unstored = new Map<string, Study>();

/** Records an action in a notebook and returns the whole record. Two tabs add to the same record. */
export async function recordStudy(notebook: string, event: StudyEvent): Promise<Study> {
  const store = await openStore();
  try {
    const transaction = requireStore(store).transaction("studies", "readwrite");
    const before = (await transaction.store.get(notebook)) ?? noStudy;
    const after = study(before, event, Date.now());
    if (after !== before) await transaction.store.put(after, notebook);
    await transaction.done;
    return after;
  } catch {
    const after = study(unstored.get(notebook) ?? noStudy, event, Date.now());
    unstored.set(notebook, after);
    return after;
  }
}

/** The records of all notebooks, by name. */
export async function allStudies(): Promise<ReadonlyMap<string, Study>> {
  const store = await openStore();
  try {
    if (!store) return unstored;
    const [names, studies] = await Promise.all([store.getAllKeys("studies"), store.getAll("studies")]);
    return new Map(names.map((name, i) => [name, studies[i]!]));
  } catch {
    return unstored;
  }
}
