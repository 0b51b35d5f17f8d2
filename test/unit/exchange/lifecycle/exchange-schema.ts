import { readFileSync } from "node:fs";
import { validateXML } from "xmllint-wasm";

const folder = new URL("../../../exchange-schemas/", import.meta.url);
const file = (name: string) => ({ fileName: name, contents: readFileSync(new URL(name, folder), "utf8") });
const common = ["xml-lang.xsd", "ilcd-common.xsd"];

/** What xmllint says against documents by a schema of `test/exchange-schemas`; empty if all are valid. */
export async function schemaErrors(schema: string, documents: Readonly<Record<string, string>>): Promise<string[]> {
  const { valid, errors } = await validateXML({
    xml: Object.entries(documents).map(([path, contents]) => ({ fileName: path.replaceAll("/", "_"), contents })),
    schema: file(schema),
    preload: common.map(file),
  });
  if (!valid && errors.length === 0) return ["invalid"];
  return errors.map(({ message, loc }) => `${loc?.fileName}:${loc?.lineNumber} ${message}`);
}
