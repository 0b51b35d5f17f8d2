import { feature } from "topojson-client";
import { messages } from "../../message/message.ts";
import { MOST_POINTS, MOST_TABLES } from "../table/limits.ts";
import { type JsonRecord, RecordTable } from "../table/record-table.ts";
import { TableFileError } from "../table/table-file-error.ts";
import { checkRows, stemOf, type TableSource } from "../table/table-source.ts";

const texts = messages("tableFile", {
  damagedTopology: {
    en: "TopoJSON was expected, but its shapes refer to arcs that it does not have. Write it anew.",
    zh: "应为 TopoJSON，但其中的图形引用了不存在的弧段。请重新生成。",
  },
  tooManyPoints: {
    en: "the shapes have more than {most} points, which is the limit. Simplify them.",
    zh: "图形超过 {most} 个点的上限。请先简化。",
  },
  noFeatures: {
    en: "the file has no features, of which a table would be made.",
    zh: "文件中没有可以构成表格的要素。",
  },
});

const shapes = new Set([
  "Point",
  "MultiPoint",
  "LineString",
  "MultiLineString",
  "Polygon",
  "MultiPolygon",
  "GeometryCollection",
]);

type Topology = Parameters<typeof feature>[0];

/** Which of the two a value of JSON is; null if neither. */
export function geoFormat(value: unknown): "geojson" | "topojson" | null {
  if (!isRecord(value)) return null;
  if (value.type === "Topology") return isRecord(value.objects) && Array.isArray(value.arcs) ? "topojson" : null;
  if (value.type === "FeatureCollection") return Array.isArray(value.features) ? "geojson" : null;
  return value.type === "Feature" || shapes.has(String(value.type)) ? "geojson" : null;
}

/** The features of GeoJSON (RFC 7946) as a table: their properties, and the geometry as GeoJSON. Throws TableFileError. */
export function geoJsonTable(file: string, value: JsonRecord, encoding: string): TableSource {
  return featureTable(file, stemOf(file), { format: "geojson", encoding }, featuresOf(value));
}

/** The objects of TopoJSON, a table each. Throws TableFileError. */
export function topoJsonTables(file: string, value: JsonRecord, encoding: string): TableSource[] {
  const objects = Object.entries(value.objects as JsonRecord).slice(0, MOST_TABLES);
  checkPoints(file, value);
  if (objects.length === 0) throw new TableFileError(file, texts.noFeatures());
  return objects.map(([part, object]) => {
    let features: readonly JsonRecord[];
    try {
      features = featuresOf(feature(value as unknown as Topology, object as never) as unknown as JsonRecord);
    } catch {
      throw new TableFileError(file, texts.damagedTopology());
    }
    return featureTable(file, part, { format: "topojson", encoding, part }, features);
  });
}

function featuresOf(value: JsonRecord): readonly JsonRecord[] {
  if (value.type === "FeatureCollection") return (value.features as readonly unknown[]).filter(isRecord);
  return [value.type === "Feature" ? value : { type: "Feature", geometry: value }];
}

function featureTable(
  file: string,
  title: string,
  form: TableSource["form"],
  features: readonly JsonRecord[],
): TableSource {
  if (features.length === 0) throw new TableFileError(file, texts.noFeatures());
  checkRows(file, features.length);
  const hasId = features.some(({ id }) => id !== undefined);
  const records = features.map(({ id, properties, geometry }) => {
    const record: Record<string, unknown> = Object.create(null);
    if (hasId) record.id = id;
    if (isRecord(properties))
      for (const [name, each] of Object.entries(properties)) record[name === "id" && hasId ? "id " : name] = each;
    // A property of this name has a space behind it, which its column does not keep.
    if ("geometry" in record) record["geometry "] = record.geometry;
    record.geometry = geometry;
    return record;
  });
  return new RecordTable(file, title, form, records);
}

/** An arc may be used any number of times, and a small file may have billions of points. */
function checkPoints(file: string, topology: JsonRecord): void {
  const lengths = (topology.arcs as readonly unknown[]).map((arc) => (Array.isArray(arc) ? arc.length : 0));
  let points = 0;
  const count = (value: unknown): void => {
    if (typeof value === "number") points += lengths[value < 0 ? ~value : value] ?? 0;
    else if (Array.isArray(value)) for (const each of value) count(each);
    else if (isRecord(value)) {
      count(value.arcs);
      count(value.geometries);
    }
    if (points > MOST_POINTS) throw new TableFileError(file, texts.tooManyPoints({ most: MOST_POINTS }));
  };
  for (const object of Object.values(topology.objects as JsonRecord)) count(object);
}

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
