import { messages } from "../../../lib/message/message.ts";
import type { Remark } from "../finding.ts";
import type { Rule } from "../rule.ts";
import type { CheckedCell, Subject } from "../subject.ts";

const texts = messages("check", {
  unpinnedImport: {
    en: "“{specifier}” does not pin an exact version, so it may resolve to another one later. Write “{wanted}”.",
    zh: "“{specifier}”没有写明完整版本：在别处，日后可能不再是同一版本。请写成“{wanted}”。",
  },
});

export const pinnedImport: Rule = {
  name: "pinned-import",
  severity: "warning",
  summary: "A library from elsewhere is imported with its whole version, so that it is the same tomorrow.",
  check: ({ cells, environment }) => cells.flatMap((cell) => findUnpinned(cell, environment)),
};

/** `npm:name@1.2.3`; a bundled library imported by its bare name is pinned by the bundle. */
const address = /^npm:((?:@[^/@]+\/)?[^/@]+)(?:@([^/]*))?/;

function findUnpinned({ id, cell, compiled }: CheckedCell, { versions }: Subject["environment"]): Remark[] {
  return compiled.imports.flatMap(({ specifier, kind, from, to }) => {
    const [, name, version] = kind === "library" ? (address.exec(specifier) ?? []) : [];
    if (name === undefined || (version !== undefined && /^\d+\.\d+\.\d+/.test(version))) return [];
    const shipped = versions[name];
    const wanted = shipped === undefined ? `npm:${name}@…` : specifier.replace(address, `npm:${name}@${shipped}`);
    const message = texts.unpinnedImport({ specifier, wanted });
    const at = cell.source.indexOf(specifier, from);
    if (shipped === undefined || at < 0 || at >= to) return [{ message, cell: id, from, to }];
    const end = at + specifier.length;
    return [
      { message, cell: id, from: at, to: end, mend: { type: "splice", cell: id, from: at, to: end, insert: wanted } },
    ];
  });
}
