import type { Finding } from "../../kernel/check/finding.ts";
import type { Session } from "./contract.ts";
import { openFiles } from "./notebook-files.ts";

/**
 * The findings of the rules on an open notebook: those of `yuheng check` except errors, which are shown as problems when the
 * cells run, and except the database's findings on queries. The rules are loaded by the first call.
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
