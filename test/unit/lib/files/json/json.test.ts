import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findJsonFault } from "../../../../../lib/files/json/json-fault.ts";
import { tableFiles } from "../../../../../lib/files/table/table-files.ts";
import { bytesOf, find, findAll, read } from "../reading.ts";

describe("JSON", () => {
  it("is a table if it is a list of records, of which each may have other fields", async () => {
    const text = JSON.stringify([
      { a: 1, b: "x", day: "2024-01-31", more: { list: [1] } },
      { a: 2.5, c: true, b: null, day: null },
    ]);
    const found = await find("some.json", text);
    expect(found.title).toBe("some");
    expect(found.columns).toEqual(["a: number", "b: text", "day: date", "more: text", "c: boolean"]);
    expect((await read("some.json", text, found.reading)).values).toEqual({
      a: [1, 2.5],
      b: ["x", null],
      day: [Date.UTC(2024, 0, 31), null],
      more: ['{"list":[1]}', null],
      c: [null, true],
    });
  });

  it.each([
    ["lists", '[["x","y"],[1,"a"],[2,"b"]]', ["x: integer", "y: text"], 2],
    ["lists without names", "[[1,2],[3,4]]", ["column1: integer", "column2: integer"], 2],
    ["plain values", "[1,2,3]", ["value: integer"], 3],
    ["an object of columns", '{"x":[1,2],"y":["a",null]}', ["x: integer", "y: text"], 2],
    ["an object with a list", '{"info":{"n":1},"data":[{"x":1}]}', ["x: integer"], 1],
    ["a list behind its description", '[{"page":1},[{"x":1},{"x":2}]]', ["x: integer"], 2],
    ["names and rows of pandas", '{"columns":["x","y"],"index":[0],"data":[[1,2]]}', ["x: integer", "y: integer"], 1],
  ])("is a table of %s", async (_, text, columns, rows) => {
    const found = await find("some.json", text);
    expect([found.title, found.columns, found.rows]).toEqual(["some", columns, rows]);
    expect((await read("some.json", text, found.reading)).rows).toBe(rows);
  });

  it("may have several tables, each a part", async () => {
    const text = '{"a":{"b":[{"x":1}]},"c":[{"y":2}]}';
    expect((await findAll("some.json", text)).map(({ title, reading }) => [title, reading.part])).toEqual([
      ["a.b", "a.b"],
      ["c", "c"],
    ]);
    expect((await findAll("some.json", text, { part: "c" })).map(({ columns }) => columns)).toEqual([["y: integer"]]);
    await expect(find("some.json", text, { part: "d" })).rejects.toThrow(
      'some.json: there is no table "d" in it. It has a.b, c.',
    );
  });

  it("keeps texts of digits as text, and integers beyond 2⁵³ with all digits", async () => {
    const text = '[{"code":"01","n":"12","id":12345678901234567890,"t":"see 12345678901234567890"},{"id":1}]';
    const found = await find("some.json", text);
    expect(found.columns).toEqual(["code: text", "n: text", "id: text", "t: text"]);
    expect(found.preview[0]).toEqual(["01", "12", "12345678901234567890", "see 12345678901234567890"]);
    const columns = [{ name: "n", type: "number", unit: "" }] as const;
    expect((await read("some.json", text, { format: "json", columns })).values).toEqual({ n: [12, null] });
  });

  it("is recognised by its content, whatever its name", async () => {
    expect((await find("some.txt", '[{"a":1}]')).reading.format).toBe("json");
    expect((await find("some.csv", "[a],b\n1,2\n")).reading.format).toBe("delimited");
  });

  it.each([
    [
      '{"a":1,\n "b":}',
      'some.json, line 2: JSON was expected, but it breaks at column 6, at "}". Correct it there, or save the file anew.',
    ],
    ['[{"a":1}', "some.json, line 1: JSON was expected, but the text ends before it does. Is the file cut?"],
    [
      '[{"a":1},]',
      'some.json, line 1: JSON was expected, but it breaks at column 10, at "]". Correct it there, or save the file anew.',
    ],
    [
      '[{"a":NaN}]',
      'some.json, line 1: JSON was expected, but it breaks at column 7, at "NaN". Correct it there, or save the file anew.',
    ],
    [
      '{"a":{"b":1}}',
      "some.json: a table was expected: a list of records, a list of rows, or an object with such a list.",
    ],
    ["[]", "some.json: a table was expected: a list of records, a list of rows, or an object with such a list."],
  ])("that is broken is refused with the place: %j", async (text, sentence) => {
    await expect(find("some.json", text)).rejects.toMatchObject({ name: "TableFileError", message: sentence });
  });

  it("is broken at a place if the platform does not read it, and only then", () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.nat(),
        fc.constantFrom("", ",", "}", '"', "x", "\\", "-", "\n", "\u0001"),
        (text, at, mark) => {
          const place = at % (text.length + 1);
          const changed = text.slice(0, place) + mark + text.slice(place + (at % 2));
          let isJson = true;
          try {
            JSON.parse(changed);
          } catch {
            isJson = false;
          }
          expect(findJsonFault(changed) === null).toBe(isJson);
        },
      ),
    );
  });

  it("of records is read as it was", async () => {
    const value = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(null));
    const records = fc.array(fc.record({ x: value, y: fc.boolean() }), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(records, async (rows) => {
        const text = JSON.stringify(rows);
        const found = await find("some.json", text);
        const { values } = await read("some.json", text, found.reading);
        const numbers = rows.map(({ x }) => (x === null ? null : x + 0));
        expect(values).toEqual({ x: numbers, y: rows.map(({ y }) => y) });
      }),
    );
  });
});

describe("JSON Lines", () => {
  it.each(["some.jsonl", "some.ndjson", "some.json", "some.txt"])("are a table in %s", async (name) => {
    const text = '{"a":1}\n\n{"a":2,"b":"é"}\r\n';
    const found = await find(name, text);
    expect([found.reading.format, found.columns]).toEqual(["jsonlines", ["a: integer", "b: text"]]);
    expect((await read(name, text, found.reading)).values).toEqual({ a: [1, 2], b: [null, "é"] });
  });

  it("may be lists", async () => {
    expect((await find("some.jsonl", '["x","y"]\n[1,2]\n')).columns).toEqual(["x: integer", "y: integer"]);
  });

  it("that are broken are refused with the line", async () => {
    await expect(find("some.jsonl", '{"a":1}\n{"a":2}\n{"a":x}\n')).rejects.toThrow(
      'some.jsonl, line 3: JSON was expected, but it breaks at column 6, at "x". Correct it there, or save the file anew.',
    );
    await expect(find("some.jsonl", '{"a":1}\n[2]\n')).rejects.toThrow(
      "some.jsonl, line 2: each line was expected to be a record in braces, as the first is.",
    );
  });
});

describe("GeoJSON", () => {
  const point = { type: "Point", coordinates: [1, 2] };
  const collection = {
    type: "FeatureCollection",
    features: [
      { type: "Feature", id: 7, properties: { name: "x", geometry: "g", id: "own" }, geometry: point },
      { type: "Feature", properties: null, geometry: null },
    ],
  };

  it("is a table of the properties of its features, with their shapes as GeoJSON", async () => {
    const text = JSON.stringify(collection);
    const found = await find("some.geojson", text);
    expect(found.reading.format).toBe("geojson");
    expect((await read("some.geojson", text, found.reading)).values).toEqual({
      id: [7, null],
      name: ["x", null],
      geometry: [JSON.stringify(point), null],
      id_2: ["own", null],
      geometry_2: ["g", null],
    });
  });

  it("may be one feature or one shape", async () => {
    expect((await find("some.json", JSON.stringify(collection.features[0]))).rows).toBe(1);
    expect((await find("some.json", JSON.stringify(point))).columns).toEqual(["geometry: text"]);
  });

  it("without features is refused in a sentence", async () => {
    await expect(find("some.geojson", '{"type":"FeatureCollection","features":[]}')).rejects.toThrow(
      "some.geojson: the file has no features, of which a table would be made.",
    );
  });
});

describe("TopoJSON", () => {
  const square = [[0, 0], [2, 0], [0, 2], [-2, 0], [0, -2]]; // biome-ignore format: one arc
  const topology = (arcs: unknown) => ({
    type: "Topology",
    transform: { scale: [0.5, 0.5], translate: [10, 20] },
    arcs: [square],
    objects: {
      places: { type: "GeometryCollection", geometries: [{ type: "Polygon", arcs, properties: { name: "x", n: 3 } }] },
      centre: { type: "Point", coordinates: [1, 1] },
    },
  });

  it("is a table for each of its objects", async () => {
    const text = JSON.stringify(topology([[0]]));
    const found = await findAll("some.json", text);
    expect(found.map(({ title, reading }) => [title, reading.format, reading.part])).toEqual([
      ["places", "topojson", "places"],
      ["centre", "topojson", "centre"],
    ]);
    const { values } = await read("some.json", text, found[0]!.reading);
    const ring = [[10, 20], [11, 20], [11, 21], [10, 21], [10, 20]]; // biome-ignore format: one ring
    expect(values).toEqual({
      name: ["x"],
      n: [3],
      geometry: [JSON.stringify({ type: "Polygon", coordinates: [ring] })],
    });
  });

  it("that refers to arcs that it does not have, or uses arcs without end, is refused in a sentence", async () => {
    await expect(find("some.json", JSON.stringify(topology([[5]])))).rejects.toThrow(
      "some.json: TopoJSON was expected, but its shapes refer to arcs that it does not have. Write it anew.",
    );
    const large = {
      ...topology([Array.from({ length: 30_000 }, () => 0)]),
      arcs: [Array.from({ length: 1000 }, () => [0, 0])],
    };
    await expect(find("some.json", JSON.stringify(large))).rejects.toThrow(
      "some.json: the shapes have more than 20000000 points, which is the limit. Simplify them.",
    );
  });
});

it("A table of more rows than are read is refused", async () => {
  await expect(tableFiles.find("long.csv", bytesOf(`a\n${"1\n".repeat(5_000_001)}`))).rejects.toThrow(
    "long.csv: the table has more than 5000000 rows, which is the limit. Split the file, or take the rows that you need.",
  );
});
