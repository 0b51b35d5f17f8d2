import { describe, expect, it } from "vitest";
import { textOf } from "../../../../../kernel/attachment/text-content.ts";
import { tableFiles } from "../../../../../lib/files/table/table-files.ts";
import { Fault } from "../../../../../lib/message/fault.ts";
import { writeMessage } from "../../../../../lib/message/write.ts";
import { bytesOf, find } from "../reading.ts";

/** Bytes of texts in UTF-8 and of numbers. */
const joined = (...parts: (string | number)[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === "string" ? [...bytesOf(part)] : [part])));

const faultOf = async (act: () => unknown) => {
  try {
    await act();
  } catch (error) {
    if (error instanceof Fault) return [writeMessage(error.said), writeMessage(error.said, { tag: "zh-CN" })];
    throw error;
  }
  throw new Error("nothing was thrown");
};

/** 北京 and 排放, in GBK. */
const beijing = [0xb1, 0xb1, 0xbe, 0xa9];
const emissions = [0xc5, 0xc5, 0xb7, 0xc5];

describe("A byte that is not of the text's encoding", () => {
  const csv = joined("city,value\nKöln,1\nCaf", 0xe9, " Müller,2\n");

  it("is said with line, column and byte in a delimited text", async () => {
    expect(await faultOf(() => find("some.csv", csv))).toEqual([
      'some.csv, line 3: in the column `city`, the byte 0xE9 behind "Caf" is not UTF-8, which the rest of the text is. Correct it there, or save the whole text anew as UTF-8.',
      "some.csv，第 3 行：列 `city` 中，“Caf”之后的字节 0xE9 不属于 UTF-8，而文本的其余部分是 UTF-8。请在该处改正，或将整个文本重新保存为 UTF-8。",
    ]);
  });

  it.each([
    [
      "some.tsv",
      joined("a\tb\r\n1\té\r\n2\tx", 0xff, "\r\n"),
      /^some\.tsv, line 3: in the column `b`, the byte 0xFF behind "2\tx"/,
    ],
    ["some.csv", joined("é,b", 0xff, "\n1,2\n"), /^some\.csv, line 1: the byte 0xFF behind "é,b"/],
    [
      "some.csv",
      joined('é,b\n"1\n2', 0xff, '",3\n'),
      /^some\.csv, line 3: in the column `é`, the byte 0xFF behind "2"/,
    ],
    ["some.csv", joined("é,b\n\ufffd,2\n3,4", 0xff, "\n"), /^some\.csv, line 3: in the column `b`, the byte 0xFF/],
    [
      "some.json",
      joined('[{"a": "é"},\n {"a": "', 0xe4, '"}]'),
      /^some\.json, line 2: the byte 0xE4 behind " {"a": ""/,
    ],
    ["some.jsonl", joined('{"a": "é"}\n{"a": "', 0xe4, '"}\n'), /^some\.jsonl, line 2: the byte 0xE4 behind "{"a": ""/],
    ["cut.csv", joined("a,b\né,", 0xc3), /^cut\.csv, line 2: in the column `b`, the byte 0xC3 behind "é,"/],
    // Half of a character of GBK.
    [
      "some.csv",
      joined("a,b\n", ...beijing, ...beijing, ",1\n", ...emissions, 0xb1, ",2\n"),
      /line 3: in the column `a`, the byte 0xB1 behind "排放" is not GB18030/,
    ],
    ["some.csv", joined(0xff, 0xfe, "a", 0, ",", 0, "\n", 0, 0x3d, 0xd8, "b", 0), /line 2: .*is not UTF-16LE/],
  ])("is said in %s (%#)", async (name, bytes, expected) => {
    expect((await faultOf(() => find(name, bytes)))[0]).toMatch(expected);
  });

  it("is found far behind the beginning of a text, in any of the pieces in which it is looked for", async () => {
    const line = "ä,1\n";
    for (const count of [13_106, 13_107, 13_108, 30_000]) {
      const bytes = joined("a,b\n", line.repeat(count), 0xe4, "\n");
      expect((await faultOf(() => find("some.csv", bytes)))[0]).toContain(
        `line ${count + 2}: in the column \`a\`, the byte 0xE4`,
      );
    }
  });

  it("is said where a reading states the encoding", async () => {
    const reading = {
      format: "delimited",
      encoding: "utf-8",
      columns: [{ name: "city", type: "text", unit: "" }],
    } as const;
    expect((await faultOf(() => tableFiles.read("some.csv", csv, reading)))[0]).toMatch(
      /^some\.csv, line 3: in the column/,
    );
    expect((await faultOf(() => find("some.csv", joined("a\nM", 0xfc, "nchen\n"), { encoding: "utf-8" })))[0]).toMatch(
      /0xFC/,
    );
  });

  it("is said of the text of a file", async () => {
    expect(await faultOf(() => textOf("some.txt", csv))).toEqual([
      'some.txt, line 3: the byte 0xE9 behind "Caf" is not UTF-8, which the rest of the text is. Correct it there, or save the whole text anew as UTF-8.',
      "some.txt，第 3 行：“Caf”之后的字节 0xE9 不属于 UTF-8，而文本的其余部分是 UTF-8。请在该处改正，或将整个文本重新保存为 UTF-8。",
    ]);
    expect(
      (await faultOf(() => textOf("some.png", joined(0x89, "PNG\r\n", 0x1a, "\n", 0, 0, 0, 13, "IHDR"))))[0],
    ).toMatch(/^some\.png, line 1: the byte 0x89/);
    expect((await faultOf(() => textOf("some.txt", csv, "klingon")))[0]).toContain("is not known");
  });

  it("is no character U+FFFD that the text has itself", async () => {
    expect((await find("some.csv", "a,b\n\ufffd,1\n")).preview).toEqual([["\ufffd", "1"]]);
    expect(textOf("some.txt", bytesOf("\ufffd")).text).toBe("\ufffd");
  });

  it("is a zero byte, too", async () => {
    const bytes = bytesOf(`a,b\n${"12,13\n".repeat(300)}1\0,2\n`);
    expect((await faultOf(() => find("some.csv", bytes)))[0]).toBe(
      'some.csv, line 302: there is a zero byte behind "1", which no text has. Was the file written completely? Remove it, or save the file anew.',
    );
  });
});

describe("A text in another encoding than UTF-8", () => {
  it.each([
    [
      "gb18030",
      joined(...beijing, ",", ...emissions, "\n1,2\n"),
      "北京",
      'The text is not UTF-8 and was read as GB18030: line 1 has "北京". If that is not right, choose another encoding.',
    ],
    [
      "windows-1252",
      joined("city,b\nM", 0xfc, "nchen,1\n"),
      "München",
      'The text is not UTF-8 and was read as WINDOWS-1252: line 2 has "München". If that is not right, choose another encoding.',
    ],
    // Spaß» has the bytes of a character of UTF-8 by chance.
    [
      "windows-1252",
      joined(
        "city,b\n",
        ...Array.from({ length: 24 }, () => ["M", 0xfc, "nchen,1\n"]).flat(),
        "Spa",
        0xdf,
        0xbb,
        ",2\n",
      ),
      "München",
      'The text is not UTF-8 and was read as WINDOWS-1252: line 2 has "München". If that is not right, choose another encoding.',
    ],
  ])("is read with a note: %s", async (encoding, bytes, word, note) => {
    const { reading, preview, columns, notes } = await find("some.csv", bytes);
    expect(reading.encoding).toBe(encoding);
    expect([...columns, ...preview.flat()].join(" ")).toContain(word);
    expect(notes).toEqual([note]);
    const { text, note: said } = textOf("some.csv", bytes);
    expect([text.includes(word), said && writeMessage(said)]).toEqual([true, note]);
    expect(textOf("some.csv", bytes, encoding)).toEqual({ text, note: null });
  });

  it("has the characters of windows-1252 and not those of ISO 8859-1", async () => {
    // The pairs of the Encoding Standard, index-windows-1252.txt.
    const bytes = joined("price,b\n5 ", 0x80, ",", 0x91, 0x96, 0x92, "\n");
    expect((await find("some.csv", bytes)).preview).toEqual([["5 €", "‘–’"]]);
    expect(textOf("some.txt", Uint8Array.of(0x80), "latin1").text).toBe("€");
    const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    expect([...textOf("all", all, "windows-1252").text].filter((sign) => /[\u0080-\u009f]/.test(sign))).toEqual([
      ..."\u0081\u008d\u008f\u0090\u009d",
    ]);
  });
});
