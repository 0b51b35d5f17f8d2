import ts from "typescript6";
import type { Description } from "../../kernel/services/language.ts";

/** A declaration with its documentation, as text. */
export function describe(info: {
  readonly displayParts?: readonly ts.SymbolDisplayPart[];
  readonly documentation?: readonly ts.SymbolDisplayPart[];
  readonly tags?: readonly ts.JSDocTagInfo[];
}): Description {
  return {
    signature: tidy(ts.displayPartsToString(info.displayParts as ts.SymbolDisplayPart[])),
    documentation: documentationOf(info.documentation, info.tags),
  };
}

/** Documentation and tags as Markdown. */
export function documentationOf(
  parts: readonly ts.SymbolDisplayPart[] = [],
  tags: readonly ts.JSDocTagInfo[] = [],
): string {
  const text = ts.displayPartsToString([...parts]);
  const lines = tags.flatMap(({ name, text: tagText }) => {
    const words = ts.displayPartsToString(tagText).trim();
    if (name === "param") {
      const [parameter = "", ...rest] = words.split(/\s+(?:-\s+)?/);
      return rest.length > 0 ? [`- \`${parameter}\` ${rest.join(" ")}`] : [];
    }
    if (name === "example") return [`\n\`\`\`js\n${words.replaceAll(/^```\w*\n?|\n?```$/g, "")}\n\`\`\``];
    return [`- *${name}* ${words}`];
  });
  return lines.length > 0 ? `${text}\n\n${lines.join("\n")}` : text;
}

/** Removes the import of a name from another cell, which is an implementation detail of this service. */
function tidy(signature: string): string {
  return signature.replace(/^\(alias\) /, "").replace(/\nimport [^\n]*$/, "");
}
