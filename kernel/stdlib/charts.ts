import type { Charts } from "../charts/chart-options.ts";
import type { DatasetEntry } from "../services/catalogue.ts";
import { citation } from "./datasets.ts";
import { observe } from "./generators.ts";

/** The module of the charts. They are loaded by the first cell that names them. */
export type ChartsModule = Pick<typeof import("../charts/charts.ts"), "chartsIn">;

/** A value of the library: itself, or a generator of its values. */
type Source = () => unknown;

/**
 * `charts` of a notebook. When the reader switches the language or the column changes its width it is made anew, so that the cells
 * that read it draw again.
 */
export function chartsBuiltin(
  width: Source,
  language: Source,
  catalogue: readonly DatasetEntry[],
  load: () => Promise<ChartsModule>,
): () => Promise<Charts | AsyncGenerator<Charts>> {
  const make = ({ chartsIn }: ChartsModule, pixels: unknown, tag: unknown): Charts =>
    chartsIn({
      width: Number(pixels),
      language: String(tag),
      cite: (names) =>
        citation(
          names.map((name) => catalogue.find((entry) => entry.name === name) ?? name),
          String(tag),
        ),
    });
  return async () => {
    const module = await load();
    const [pixels, tag] = [width(), language()];
    if (!isGenerator(pixels) && !isGenerator(tag)) return make(module, pixels, tag);
    return observe<Charts>((change) => {
      const latest = new Map<"width" | "language", unknown>();
      const follow = async (name: "width" | "language", source: unknown) => {
        const update = (value: unknown) => {
          latest.set(name, value);
          if (latest.size === 2) change(make(module, latest.get("width"), latest.get("language")));
        };
        if (!isGenerator(source)) update(source);
        else for await (const value of source) update(value);
      };
      void follow("language", tag);
      void follow("width", pixels);
      return () => {
        for (const source of [pixels, tag]) if (isGenerator(source)) void source.return(undefined);
      };
    });
  };
}

function isGenerator(value: unknown): value is AsyncGenerator<unknown> {
  return typeof value === "object" && value !== null && Symbol.asyncIterator in value;
}
