import { expect, test } from "vitest";
import { openServices, runCells } from "./services.ts";

const services = openServices();

/** Each function of Inputs with options as notebooks give them, and the value that a view of it has. */
const cases: Record<string, readonly (readonly [input: string, value: unknown])[]> = {
  button: [
    ['Inputs.button("Press")', 0],
    ['Inputs.button([["Up", (n) => n + 1], ["Down", (n) => n - 1]], {value: 3, label: "Count"})', 3],
    ["Inputs.button(md`**go**`, {value: null, reduce: () => 1})", null],
  ],
  toggle: [
    ['Inputs.toggle({label: "On", value: true})', true],
    ['Inputs.toggle({label: "Off", values: ["no", "yes"], value: "yes"})', "yes"],
    ["Inputs.toggle()", false],
  ],
  checkbox: [
    ['Inputs.checkbox(["a", "b", "c"], {label: "Some", value: ["a", "c"]})', ["a", "c"]],
    ['Inputs.checkbox(new Map([["one", 1], ["two", 2]]), {value: [2], sort: "descending"})', [2]],
    ["Inputs.checkbox([{n: 1}, {n: 2}], {format: (d) => html`<b>${d.n}</b>`, keyof: (d) => d.n, disabled: true})", []],
    ['Inputs.checkbox(d3.group([{k: "x"}, {k: "y"}], (d) => d.k), {key: ["y"], unique: true})', [[{ k: "y" }]]],
  ],
  radio: [
    ['Inputs.radio(["a", "b"], {label: "One", value: "b"})', "b"],
    ['Inputs.radio(new Map([["one", 1], ["two", 2]]), {value: 1, format: ([name]) => name})', 1],
    ['Inputs.radio(["a", "b"])', null],
    ['Inputs.radio(["a", null], {value: null, disabled: ["a"]})', null],
  ],
  range: [
    ["Inputs.range([0, 10], {step: 1, value: 3, label: 'n'})", 3],
    ["Inputs.range([0, 1])", 0.5],
    ["Inputs.range([1, 1000], {transform: Math.log, value: 10})", 10],
    ["Inputs.range([0, 100], {step: 0.1, format: (x) => x.toFixed(1), placeholder: 'x', value: 2.5})", 2.5],
    ["Inputs.range()", 0.5],
  ],
  number: [
    ["Inputs.number([0, 9], {step: 1, value: 4})", 4],
    ["Inputs.number({label: 'n', value: 1.5})", 1.5],
    // Without a value, a view waits for its reader.
    ["Inputs.input(String(Inputs.number().value))", "undefined"],
  ],
  select: [
    ['Inputs.select(["a", "b"], {value: "b", label: "One"})', "b"],
    ['Inputs.select([null, "a"])', null],
    ['Inputs.select(["a", "b", "c"], {multiple: true, value: ["a", "c"]})', ["a", "c"]],
    ['Inputs.select(["a", "b"], {multiple: 4})', []],
    ['Inputs.select(new Map([["x", {deep: 1}], ["y", {deep: 2}]]), {sort: true, unique: true})', { deep: 1 }],
    [
      'Inputs.select([{id: 1, name: "n"}, {id: 2, name: "m"}], {format: (d) => d.name, valueof: (d) => d.id, value: 2})',
      2,
    ],
    ['Inputs.select(d3.group([{k: "x"}, {k: "y"}], (d) => d.k), {key: "y"})', [{ k: "y" }]],
  ],
  text: [
    ['Inputs.text({label: "T", value: "v", placeholder: "p", datalist: ["a", "b"], spellcheck: false})', "v"],
    ["Inputs.text({submit: true, minlength: 1, width: 90})", ""],
  ],
  textarea: [
    ['Inputs.textarea({label: "T", value: "a\\nb", rows: 3, monospace: true})', "a\nb"],
    ['Inputs.textarea({value: "<b>&amp;", submit: "Send", readonly: true, resize: false})', "<b>&amp;"],
  ],
  email: [['Inputs.email({value: "a@b.org"})', "a@b.org"]],
  tel: [['Inputs.tel({value: "123", pattern: "\\\\d+"})', "123"]],
  url: [['Inputs.url({value: "https://example.org/"})', "https://example.org/"]],
  password: [['Inputs.password({value: "p", label: "Secret"})', "p"]],
  color: [
    ['Inputs.color({value: "#ff0000", label: "C"})', "#ff0000"],
    ["Inputs.color()", "#000000"],
  ],
  date: [
    ['Inputs.date({value: "2024-02-03", min: new Date("2020-01-01"), max: "2025-01-01"})', new Date("2024-02-03")],
    ["Inputs.date({value: new Date(Date.UTC(2024, 1, 3))})", new Date("2024-02-03")],
    ["Inputs.date()", null],
  ],
  datetime: [
    ["Inputs.datetime({value: new Date(2024, 1, 3, 4, 5)})", new Date(2024, 1, 3, 4, 5)],
    ['Inputs.datetime({value: "2024-02-03T04:05:00.000Z", label: "D"})', new Date("2024-02-03T04:05Z")],
    ["Inputs.datetime()", null],
  ],
  file: [
    ['Inputs.file({label: "F", accept: ".csv", required: true})', null],
    ["Inputs.file({multiple: true})", []],
  ],
  search: [
    ['Inputs.search([{a: "x y"}, {a: "z"}], {query: "x"})', [{ a: "x y" }]],
    [
      'Inputs.search(["apple", "pear"], {label: "S", datalist: ["apple"], format: (n) => `${n}!`, placeholder: "p"})',
      ["apple", "pear"],
    ],
    ['Inputs.search([{a: 1}, {b: 2}], {columns: ["a"], filter: () => () => false, query: "q"})', []],
  ],
  searchFilter: [['Inputs.input(["pear"].filter(Inputs.searchFilter("PE")))', ["pear"]]],
  table: [
    [
      'Inputs.table([{a: 1, b: "x"}, {a: 2, b: "y"}], {value: [], columns: ["b", "a"], sort: "a", reverse: true})',
      [
        { a: 2, b: "y" },
        { a: 1, b: "x" },
      ],
    ],
    ["Inputs.table([{a: 1}, {a: 2}], {required: false, rows: 1, multiple: false})", null],
    [
      'Inputs.table([{d: new Date(0), n: null, t: true, o: {x: 1}, b: 2n}], {format: {n: (d) => html`<i>${d}</i>`}, width: {d: 90}, align: {t: "right"}, header: {t: html`<b>T</b>`}, layout: "fixed"})',
      [{ d: new Date(0), n: null, t: true, o: { x: 1 }, b: 2n }],
    ],
    ["Inputs.table(sql`select 1 as a, date '2024-01-02' as d`).constructor && Inputs.input(1)", 1],
  ],
  form: [
    ['Inputs.form([Inputs.range([0, 2], {value: 1}), Inputs.text({value: "t"})])', [1, "t"]],
    [
      "Inputs.form({n: Inputs.number({value: 7}), deep: Inputs.form({on: Inputs.toggle({value: true})})}, {template: (parts) => html`<div>${Object.values(parts)}`})",
      { n: 7, deep: { on: true } },
    ],
  ],
  input: [["Inputs.input(5)", 5]],
  bind: [["Inputs.bind(Inputs.range([0, 9], {step: 1}), Inputs.input(6), invalidation)", 6]],
  disposal: [['(Inputs.disposal(html`<p>`).then(() => {}), Inputs.input("kept"))', "kept"]],
  formatDate: [["Inputs.input(Inputs.formatDate(new Date(0)))", "1970-01-01"]],
  formatNumber: [["Inputs.input(Inputs.formatNumber(1234.5))", "1,234.5"]],
  formatTrim: [["Inputs.input(Inputs.formatTrim(0.25))", "0.25"]],
  formatAuto: [["Inputs.input(Inputs.formatAuto(null))", ""]],
  formatLocaleAuto: [['Inputs.input(Inputs.formatLocaleAuto("de")(1234.5))', "1.234,5"]],
  formatLocaleNumber: [['Inputs.input(Inputs.formatLocaleNumber("en")(1234.5))', "1,234.5"]],
};

/** Rows of tables have `columns` beside their items. */
const plain = (value: unknown) => (Array.isArray(value) ? [...value] : value);

test("Every function of Inputs makes an input that has its value without a page", async () => {
  const all = Object.values(cases).flat();
  const { cells, values } = await runCells(services, [
    ...all.map(([input], i) => `const value${i} = view(${input})`),
    "const names = Object.keys(Inputs)",
  ]);
  expect(cells.filter(({ error }) => error).map(({ place, error }) => [all[place - 1]?.[0], error!.message])).toEqual(
    [],
  );
  expect(all.map(([input], i) => [input, plain(values.get(`value${i}`))])).toEqual(all);
  // All of them, so that a new one of the package is tested, too.
  const names = (values.get("names") as string[]).filter((name) => !(name in cases));
  expect(names).toEqual([]);
});

test("An input reports what is done to it, and is bound to another", async () => {
  const { values, cells } = await runCells(services, [
    `const source = Inputs.range([0, 10], {step: 1, value: 2});
     const bound = Inputs.bind(Inputs.number([0, 10], {step: 1}), source, invalidation);
     const seen = [];
     source.addEventListener("input", () => seen.push(source.value));`,
    `const moved = (() => {
       source.value = 7; source.dispatchEvent(new Event("input", {bubbles: true}));
       const [field] = bound.querySelectorAll("input");
       field.value = 4; field.dispatchEvent(new Event("input", {bubbles: true}));
       return [source.value, bound.value, seen];
     })()`,
    `const pressed = (() => { const b = Inputs.button("go"); b.querySelector("button").click(); b.querySelector("button").click(); return b.value; })()`,
    `const ticked = (() => { const b = Inputs.checkbox(["a", "b"]); b.querySelectorAll("input")[1].click(); return b.value; })()`,
    `const toggled = (() => { const b = Inputs.toggle(); b.querySelector("input").click(); return b.value; })()`,
    `const chosen = (() => { const b = Inputs.radio(["a", "b"], {value: "a"}); b.querySelectorAll("input")[1].click(); return b.value; })()`,
    `const rows = (() => { const t = Inputs.table([{a: 1}, {a: 2}], {required: false}); t.querySelectorAll("tbody input")[1].click(); return t.value; })()`,
  ]);
  expect(cells.filter(({ error }) => error).map(({ error }) => error!.message)).toEqual([]);
  expect(values.get("moved")).toEqual([4, 4, [7, 4]]);
  expect(values.get("pressed")).toBe(2);
  expect(values.get("ticked")).toEqual(["b"]);
  expect(values.get("toggled")).toBe(true);
  expect(values.get("chosen")).toBe("b");
  expect(plain(values.get("rows"))).toEqual([{ a: 2 }]);
});
