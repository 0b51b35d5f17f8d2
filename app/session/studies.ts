import { noStudy, type Study, type StudyEvent, study } from "../../kernel/lesson/study.ts";
import { givenStore, openStore } from "./store.ts";

/** Kept here where the browser denies its storage: then it lasts as long as the page. */
const unkept = new Map<string, Study>();

/** Notes what a person did in a notebook, and gives all of it. Two tabs add to one another. */
export async function noteStudy(notebook: string, event: StudyEvent): Promise<Study> {
  const store = await openStore();
  try {
    const transaction = givenStore(store).transaction("studies", "readwrite");
    const before = (await transaction.store.get(notebook)) ?? noStudy;
    const after = study(before, event, Date.now());
    if (after !== before) await transaction.store.put(after, notebook);
    await transaction.done;
    return after;
  } catch {
    const after = study(unkept.get(notebook) ?? noStudy, event, Date.now());
    unkept.set(notebook, after);
    return after;
  }
}

/** What a person did in every notebook, by name. */
export async function allStudies(): Promise<ReadonlyMap<string, Study>> {
  const store = await openStore();
  try {
    if (!store) return unkept;
    const [names, studies] = await Promise.all([store.getAllKeys("studies"), store.getAll("studies")]);
    return new Map(names.map((name, i) => [name, studies[i]!]));
  } catch {
    return unkept;
  }
}
