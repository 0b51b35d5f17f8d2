import { describe, expect, test } from "vitest";
import { createNotebook, parseNotebook, serializeNotebook } from "../../../kernel/document/index.ts";
import { openExercise } from "../../../kernel/lesson/open.ts";
import { packExercises, unpackExercises } from "../../../kernel/lesson/pack.ts";
import { isSealed, sealSource, unsealSource } from "../../../kernel/lesson/seal.ts";

const declared = `exercise({
  id: "carbon", title: "Carbon 碳", answer: "co2", unit: "t CO2",
  value: ({mass}) => mass * 44 / 12,
  solution: "const co2 = mass * 44 / 12;" // <script>
}, {mass})`;

const notebook = (source: string) =>
  parseNotebook(
    serializeNotebook(
      createNotebook({
        title: "L",
        cells: [
          { kind: "md", source: "# L" },
          { kind: "js", source },
        ],
      }),
    ),
  );

describe("A sealed source", () => {
  test("reads as nothing, opens to what it was, and is the same each time", () => {
    const sealed = sealSource(declared);
    expect(isSealed(sealed)).toBe(true);
    expect(sealed).not.toMatch(/carbon|mass|44/);
    expect(unsealSource(sealed)).toBe(declared);
    expect(sealSource(declared)).toBe(sealed);
  });

  test("that was changed is refused with a sentence", () => {
    const sealed = sealSource(declared);
    for (const at of [20, 60, sealed.length - 20]) {
      const other = sealed[at] === "A" ? "B" : "A";
      expect(() => unsealSource(sealed.slice(0, at) + other + sealed.slice(at + 1))).toThrow(
        /changed after it was packed/,
      );
    }
    expect(() => unsealSource("y1.00")).toThrow(/changed/);
  });
});

describe("A packed notebook", () => {
  test("holds no check in plain text, opens in the frame, and unpacks to what its author wrote, to the byte", () => {
    const draft = notebook(declared);
    const packed = packExercises(draft);
    expect(packed.count).toBe(1);
    const text = serializeNotebook(packed.notebook);
    expect(text).not.toContain("44 / 12");
    const [, cell] = parseNotebook(text).cells;
    expect(cell?.source).toMatch(/^exercise\(`\ny1\.[\s\S]*`, \{mass\}\)$/);
    const sealed = /`([\s\S]*)`/.exec(cell!.source)![1];
    expect(openExercise(sealed).exercise).toMatchObject({ id: "carbon", title: "Carbon 碳" });
    expect(serializeNotebook(unpackExercises(parseNotebook(text)).notebook)).toBe(serializeNotebook(draft));
    expect(packExercises(packed.notebook).count).toBe(0);
  });

  test("is refused where an exercise reads a name that it would not see, or is none", () => {
    expect(() => packExercises(notebook(declared.replace("({mass})", "()")))).toThrow(
      /Cell 2: .*reads `mass`.*Give it/,
    );
    expect(() => packExercises(notebook('exercise({id: "a", title: "A", answer: "a", solution: "1"})'))).toThrow(
      /Cell 2: .*`value`, `holds` or `cases`/,
    );
    expect(() => packExercises(notebook('exercise({id: "a", titel: "A"})'))).toThrow(/needs the text `title`/);
  });
});

test("a declaration as its author writes it, and the same packed, ask the same", () => {
  const plain = { id: "a", title: "A", answer: "a", value: 1, solution: "const a = 1;" };
  const sealed = sealSource(JSON.stringify(plain));
  expect(openExercise(sealed).exercise).toEqual(openExercise(plain).exercise);
  expect(() => openExercise({ ...plain, hint: [] })).toThrow("An exercise has no field `hint`.");
  expect(() => openExercise(5)).toThrow(/declared by an object/);
});
