import type { Finding } from "../../kernel/check/finding.ts";
import type { Session } from "./contract.ts";
import { openFiles } from "./notebook-files.ts";

/**
 * What the rules advise on an open notebook: all that `yuheng check` would say but errors, which stand among the problems as
 * soon as the cells run, and what the database says of queries. The rules are fetched by the first call.
 */
export async function findAdvice(session: Pick<Session, "name" | "document" | "catalogue">): Promise<Finding[]> {
  const [{ checkNotebook }, { findImportedNames }, { parseNotebook }, others] = await Promise.all([
    import("../../kernel/check/check-notebook.ts"),
    import("../../kernel/check/subject.ts"),
    import("../../kernel/document/index.ts"),
    openFiles()
      .then((files) => files.list())
      .catch(() => []),
  ]);
  const taken = new Set<string>();
  for (const { name, text } of others) {
    if (name === session.name || !/\bimport\b/.test(text)) continue;
    for (const each of findImportedNames(parseNotebook(text)).get(session.name) ?? []) taken.add(each);
  }
  const findings = await checkNotebook(parseNotebook(session.document.text), {
    catalogue: session.catalogue,
    isGlobal: (name) => name in globalThis,
    versions: {},
    importedElsewhere: taken,
  });
  return findings.filter(({ severity }) => severity !== "error");
}
