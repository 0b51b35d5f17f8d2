import { writeFileSync } from "node:fs";
import { pageRequests } from "../../kernel/sandbox/page-requests.ts";
import { notebookText } from "./notebook-text.ts";
import { expect, fileOf, test } from "./workbench.ts";

/**
 * A cell that takes the port of its frame: the next message of the frame's own program brings it. From then on it says to the
 * page what it likes, and writes down what comes back.
 */
const takePort = `const port = await new Promise((resolve) => {
  const {postMessage} = MessagePort.prototype;
  MessagePort.prototype.postMessage = function (message, ...rest) {
    // Beside the port to the page there are those of the scheduler, which say nothing.
    if (typeof message === "number" || message?.id) { MessagePort.prototype.postMessage = postMessage; resolve(this); }
    return postMessage.call(this, message, ...rest);
  };
});
const said = [];
const say = (message, transfer = []) => new Promise((resolve) => {
  const id = "mine " + said.push(message);
  const take = ({data}) => { if (data?.id !== id) return; port.removeEventListener("message", take); resolve(data); };
  port.addEventListener("message", take);
  MessagePort.prototype.postMessage.call(port, {id, ...message}, transfer);
});
const raw = (...values) => values.map((value) => ({type: "RAW", value}));
const call = (name, ...values) => say({type: "APPLY", path: [name], argumentList: raw(...values)});
`;

const pierce = 'document.documentElement.dataset.pierced = "yes"';
const markup = `<img src=x onerror='${pierce}'><b class=forged>forged</b>`;

/** What is said through the port; `outcome` reads the word on each. */
const sayings = `
const forge = (text) => Object.assign([text], {raw: [text]});
const template = (text) => ({_$litType$: 1, strings: forge(text), values: []});
const hostile = [${JSON.stringify(markup)}, forge(${JSON.stringify(markup)}), template(${JSON.stringify(markup)})];
const protocol = [];
for (const method of ${JSON.stringify(Object.keys(pageRequests))}) {
  // On the wire a method has one name: its feature and its own name are no path of two.
  const [feature, own] = method.split(".");
  const features = [[feature], [feature, own], [feature, "constructor"], [feature, own, "call"], [feature + ".__proto__"]];
  for (const path of [[method, "constructor"], [method, "constructor", "constructor"], ["__proto__"], ["constructor"], [], ...features]) {
    protocol.push({type: "CONSTRUCT", path, argumentList: raw(${JSON.stringify(pierce)})});
    protocol.push({type: "APPLY", path, argumentList: raw(${JSON.stringify(pierce)})});
    protocol.push({type: "GET", path});
    protocol.push({type: "SET", path: [...path, "polluted"], value: {type: "RAW", value: "yes"}});
  }
  protocol.push({type: "SET", path: ["__proto__", method], value: {type: "RAW", value: "yes"}});
  protocol.push({type: "ENDPOINT", path: [method]});
}
const messages = [];
for (const text of hostile) {
  const state = {status: "failed", runs: 1, error: {name: text, message: text, mend: {kind: text}}};
  messages.push(
    ["cells.report", [{id: 1, state, edited: false, outputs: [text], inputs: [text], steps: []}], []],
    ["cells.report", [{id: 1, state: {status: "fresh", runs: 1}, edited: false, outputs: [], inputs: [], steps: [
      {kind: "query", sql: text, values: [text], datasets: [text], rows: 1},
      {kind: "tool", tool: text, input: text, datasets: [text], rows: [], facts: {a: text}},
      {kind: "dataset", dataset: text}, {kind: "notebook", notebook: text},
      {kind: "file", file: text, form: "bytes", sha256: text, size: 1}]}], []],
    ["cells.values", [{name: "forged", type: text, size: text, preview: text, columns: [{name: text, type: text}]}]],
    ["exercise.note", {type: "meet", id: "forged", title: text, hash: text, hints: 1}],
    ["exercise.note", {type: "try", id: "forged", answer: text, right: true, reply: text}],
    ["document.edit", {type: "attribute", cell: 1, name: text, value: text}, 1],
    ["document.edit", {type: "kind", cell: 1, kind: text}, 2],
    ["document.edit", {type: "insert", after: 1, kind: text, source: text}, 3],
    ["document.edit", {type: "value", cell: 1, name: text, value: text, initial: text}, 4],
    ["services.describe", [text]], ["services.notebook", text, 1, null],
    ["services.file", text, "bytes", 1, null], ["services.file", "../" + text, text, text, text],
    ["reader.action", text], ["provenance.show", text], ["reader.quote", text],
    ["reader.follow", text], ["reader.dropped", [text]],
    ["reader.dragged", [{left: text, top: text, width: text, height: text}]],
    ["frame.height", text], ["slides.presented", {slide: text, slides: text}],
    ["typing.ask", {type: "hover", cell: text, offset: text}],
    ["reader.save", {name: text, type: text, bytes: text}], ["services.query", text, [text], text, text], ["nothing", text],
  );
}
`;

test("a cell that takes the port reads, sets and makes nothing in the page, and what it forges is text there", async ({
  workbench,
  page,
}) => {
  await workbench.openCells("port", [
    "const honest = 41 + 1; display(honest);",
    `${takePort}${sayings}
const answers = [];
for (const message of protocol) answers.push(await say(message));
for (const [name, ...values] of messages) answers.push(await call(name, ...values));
const refused = answers.filter((answer) => answer?.name === "throw" && answer.value.value.name === "BoundaryError").length;
display([protocol.length + messages.length >= 300, refused >= protocol.length, answers.every(Boolean)].join());`,
  ]);
  await expect(workbench.output(2)).toHaveText('"true,true,true"');
  // The panels show what the frame told: as text, and nothing of it is markup.
  await page.keyboard.press("Control+J");
  const tabs = page.locator("yuheng-panel").getByRole("tab");
  await expect(tabs.first()).toBeVisible();
  for (const tab of await tabs.all()) {
    await tab.click();
    await expect(tab).toHaveAttribute("aria-selected", "true");
    expect(await page.locator("yuheng-app").locator(".forged, [onerror]").count()).toBe(0);
  }
  expect(await page.evaluate(() => document.documentElement.dataset.pierced)).toBeUndefined();
  expect(await page.evaluate(() => ({}) as { polluted?: string }).then(({ polluted }) => polluted)).toBeUndefined();
  expect(await page.evaluate(() => typeof (Function.prototype as { polluted?: string }).polluted)).toBe("undefined");
  // What one cell said of another is put right by what the page knows.
  await expect(workbench.output(1)).toHaveText("42");
});

test("an action, a trail, a quote or a file that a cell asks for by itself is not done", async ({
  page,
  workbench,
}) => {
  const downloads: string[] = [];
  page.on("download", (download) => downloads.push(download.suggestedFilename()));
  const cells = [
    `${takePort}
const bytes = new TextEncoder().encode("a,b");
for (const id of ["save", "palette", "open", "present", "discard", "close", "print", "help"]) await call("reader.action", id);
await call("reader.pasted");
await call("provenance.show", 1);
await call("reader.quote", 1);
await call("reader.save", {name: "by-itself.csv", type: "text/csv", bytes});
console.log("all asked");`,
  ];
  writeFileSync(fileOf("asks"), notebookText("asks", cells));
  // Whatever looks into the page from a test counts as a person's hand: nothing does until the cell has asked for everything.
  const asked = page.waitForEvent("console", (message) => message.text() === "all asked");
  await page.goto("#/n/asks", { waitUntil: "commit" });
  await asked;
  await expect(workbench.cell(1)).toBeVisible();
  expect(downloads).toEqual([]);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByRole("tab", { name: "Trail", selected: true })).toHaveCount(0);
  await expect(page.getByRole("tab", { name: "Ask", selected: true })).toHaveCount(0);
  await expect(page.getByText("Only a language model reads a cell")).toHaveCount(0);
});

test("a file that a person asks for by a press is saved by the page, under a name that is no program", async ({
  workbench,
  page,
}) => {
  await workbench.openCells("gives", [
    `const link = document.createElement("a");
link.download = "mine.exe";
link.href = URL.createObjectURL(new Blob(["a,b"], {type: "text/csv"}));
const button = document.createElement("button");
button.textContent = "Save it";
button.onclick = () => link.click();
display(button);
display(Object.assign(document.createElement("a"), {href: "data:text/csv,a,b", download: "linked.csv", textContent: "Linked"}));`,
  ]);
  for (const [name, saved] of [
    ["Save it", "mine.txt"],
    ["Linked", "linked.csv"],
  ] as const) {
    const download = page.waitForEvent("download");
    await workbench.output(1).getByText(name).click();
    expect((await download).suggestedFilename()).toBe(saved);
  }
});
