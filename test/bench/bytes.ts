import { readFileSync } from "node:fs";
import { join } from "node:path";
import { serialize } from "node:v8";
import { openNodeServices } from "../../kernel/headless/node-services.ts";
import { runNotebook } from "../../kernel/headless/run-notebook.ts";
import { buffersOf, isPacked, packedForm } from "../../kernel/services/compute/packed-result.ts";

// What a notebook's tools send through a wall, in bytes; there are two between worker and cell. As lists everything is copied at
// each; as packed results numbers are handed over and the rest is copied. "read" is what of the result the notebook names: as
// much would move, and be copied by nobody, if fields were asked for one by one.
const root = join(import.meta.dirname, "../..");
const names = process.argv.slice(2);

/** What structured cloning writes. */
const bytesOf = (value: unknown) => serialize(value).length;
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

for (const name of names.length > 0 ? names : ["trade-transfer"]) {
  const services = openNodeServices({
    datasets: join(root, "datasets"),
    notebook: () => Promise.reject(new Error("It imports nothing.")),
  });
  const text = readFileSync(join(root, `notebooks/${name}.html`), "utf8");
  const sent: { tool: string; result: unknown }[] = [];
  const call: typeof services.compute.call = async (tool, input, options) => {
    const result = await services.compute.call(tool, input, options);
    sent.push({ tool, result });
    return result;
  };
  const { failed } = await runNotebook(text, { services: { ...services, compute: { call } } as typeof services });
  if (failed > 0) throw new Error(`${failed} cells of ${name} failed.`);
  console.log(`${name}: tool, as lists, packed: copied + handed over, of which read`);
  for (const { tool, result } of sent) {
    const packed = packedForm(result);
    const handed = buffersOf(packed).reduce((sum, { byteLength }) => sum + byteLength, 0);
    const copied = isPacked(packed) ? bytesOf({ ...packed, numbers: [] }) : bytesOf(packed);
    console.log(
      [
        tool,
        kilobytes(bytesOf(structuredClone(result))),
        `${kilobytes(copied)} + ${kilobytes(handed)}`,
        kilobytes(readOf(text, result)),
      ].join("\t"),
    );
  }
  await services.close();
}
process.exit(0);

/** The bytes of the numbers that the notebook names by field, or that stand in a table that it names. */
function readOf(text: string, result: unknown): number {
  const packed = packedForm(result);
  if (!isPacked(packed)) return 0;
  const isNamed = (name: string) => new RegExp(`\\.${name}\\b`).test(text);
  const wanted = new Set<number>();
  for (const [name, field] of Object.entries(packed.$result as Record<string, { $numbers?: number } | null>)) {
    if (typeof field?.$numbers === "number" && isNamed(name)) wanted.add(field.$numbers);
  }
  for (const [name, { columns }] of Object.entries(packed.tables)) {
    if (isNamed(name)) for (const column of columns) if ("numbers" in column) wanted.add(column.numbers);
  }
  return [...wanted].reduce((sum, at) => sum + packed.numbers[at]!.byteLength, 0);
}
