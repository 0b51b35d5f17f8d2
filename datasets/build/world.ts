import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { CountryKey } from "./countries.ts";
import { type MapDataset, must } from "./dataset.ts";

interface Geometry {
  readonly type: string;
  readonly id?: string;
  readonly properties: { readonly name: string };
  readonly arcs: unknown;
}

interface Topology {
  readonly type: "Topology";
  readonly bbox: readonly number[];
  readonly transform: unknown;
  readonly objects: {
    readonly countries: { readonly type: string; readonly geometries: readonly Geometry[] };
    readonly land: unknown;
  };
  readonly arcs: unknown;
}

/** Shapes without an id in the map: they get a code if the tables have one. */
const withoutId: ReadonlyMap<string, string | null> = new Map([
  ["Kosovo", "XKX"],
  ["N. Cyprus", null],
  ["Somaliland", null],
]);

/** The world at 1:110 million: the shapes of Natural Earth, each with its country's code in the tables. */
export function buildWorld(countries: CountryKey): MapDataset {
  const require = createRequire(import.meta.url);
  const file = "world-atlas/countries-110m.json";
  const source: Topology = JSON.parse(readFileSync(require.resolve(file), "utf8"));
  const version: string = JSON.parse(readFileSync(require.resolve("world-atlas/package.json"), "utf8")).version;

  const codes = new Map([...countries.values()].map(({ iso_numeric, iso3 }) => [iso_numeric, iso3]));
  const geometries = source.objects.countries.geometries.map(({ type, id, properties: { name }, arcs }, row) => {
    const iso3 = id === undefined ? withoutId.get(name) : codes.get(id);
    must(iso3 !== undefined, () => `${file}, country ${row} (${name}): the id ${id} is not in the country table.`);
    return { type, ...(id === undefined ? {} : { id }), properties: { name, iso3 }, arcs };
  });
  must(geometries.length === 177, () => `${file} has ${geometries.length} countries where 177 are known.`);
  const topology = {
    type: source.type,
    bbox: source.bbox,
    transform: source.transform,
    objects: { countries: { type: source.objects.countries.type, geometries }, land: source.objects.land },
    arcs: source.arcs,
  };
  return {
    name: "world_110m",
    title: "World map at 1:110 million",
    title_zh: "世界地图（1:1.1亿）",
    kind: "geography",
    format: "topojson",
    summary:
      "Shapes of 177 countries and of the land, for maps of the world; the id is the numeric ISO code and iso3 joins with the tables.",
    years: null,
    traps: [
      "Natural Earth draws boundaries as they are held on the ground. This is no official map of any state: where the law asks for a standard map (标准地图), as in China, publish on that.",
      "Small states and islands have no shape at this scale (Hong Kong, Macao, Singapore, Malta): a map alone drops their figures.",
      "Kosovo, Northern Cyprus and Somaliland have no id; Kosovo has the iso3 XKX, the other two have null.",
      "The names are short English labels of the map, not those of the country table.",
    ],
    origin: {
      publisher: "Natural Earth; TopoJSON by world-atlas",
      citation:
        "Made with Natural Earth, free vector and raster map data, naturalearthdata.com; world-atlas by Michael Bostock.",
      vintage: `world-atlas ${version}`,
      licence: "public domain (Natural Earth); ISC (world-atlas)",
      licence_confirmed: true,
      source: `Natural Earth 1:110m Admin 0 countries, as carried by the npm package world-atlas ${version}, countries-110m.json; the property iso3 is added`,
    },
    rows: geometries.length,
    columns: [
      {
        name: "id",
        type: "string",
        unit: "none",
        description: "ISO 3166 numeric, three digits; absent for Kosovo, Northern Cyprus and Somaliland",
      },
      { name: "name", type: "string", unit: "none", description: "English label of the map" },
      { name: "iso3", type: "string", unit: "none", description: "ISO 3166 alpha-3 as in the country table, or null" },
    ],
    text: `${JSON.stringify(topology)}\n`,
  };
}
