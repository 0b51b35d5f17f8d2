import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { allRefused, attemptsIn, policyOf } from "./policy.ts";
import { expect, test } from "./workbench.ts";

/** A server on this machine that writes down who came. Whatever a notebook tries to reach, it would reach here. */
let server: Server;
let address: string;
let visits: string[] = [];

test.beforeAll(async () => {
  server = createServer((request, response) => {
    visits.push(request.url ?? "");
    response.setHeader("Access-Control-Allow-Origin", "*");
    if (request.url === "/control") {
      response.setHeader("Content-Type", "text/html");
      return response.end("<!doctype html><title>control</title>");
    }
    response.setHeader("Content-Type", "image/svg+xml");
    response.end('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>');
  });
  server.on("upgrade", (request, socket) => {
    visits.push(request.url ?? "");
    socket.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

test.afterAll(() => server.close());

test.beforeEach(() => {
  visits = [];
});

/** What a hostile cell might do, as JavaScript; `at` is where it wants to go. Each ends with a word on how it went. */
const attempts: Record<string, (at: string) => string> = {
  fetch: (at) => `await fetch("${at}").then(() => "through", (error) => "refused")`,
  image: (at) =>
    `await new Promise((resolve) => { const image = new Image(); image.onload = () => resolve("through"); image.onerror = () => resolve("refused"); image.src = "${at}"; })`,
  websocket: (at) =>
    `await new Promise((resolve) => { try { const socket = new WebSocket("${at.replace("http", "ws")}"); socket.onopen = () => resolve("through"); socket.onerror = () => resolve("refused"); } catch { resolve("refused"); } })`,
  beacon: (at) =>
    `(navigator.sendBeacon("${at}"), await new Promise((resolve) => setTimeout(() => resolve("refused"), 300)))`,
  script: (at) =>
    `await new Promise((resolve) => { const script = document.createElement("script"); script.onload = () => resolve("through"); script.onerror = () => resolve("refused"); script.src = "${at}"; document.head.append(script); })`,
  frame: (at) =>
    `await new Promise((resolve) => { const frame = document.createElement("iframe"); frame.src = "${at}"; document.body.append(frame); setTimeout(() => resolve("refused"), 500); })`,
  form: (at) =>
    `await new Promise((resolve) => { const form = document.createElement("form"); const frame = document.createElement("iframe"); frame.name = "target"; form.target = "target"; form.action = "${at}"; document.body.append(frame, form); form.submit(); setTimeout(() => resolve("refused"), 500); })`,
  worker: (at) =>
    `await new Promise((resolve) => { const worker = new Worker(URL.createObjectURL(new Blob(['fetch("${at}").then(() => postMessage("through"), () => postMessage("refused"))']))); worker.onmessage = ({data}) => resolve(data); })`,
};

test(`a cell gets nowhere by ${Object.keys(attempts).join(", ")}, where a page without the fence would`, async ({
  workbench,
  page,
  context,
}) => {
  const control = await context.newPage();
  await control.goto(`${address}/control`);
  for (const [name, attempt] of Object.entries(attempts)) {
    await control.evaluate(`(async () => ${attempt(`${address}/free-${name}`)})()`);
    await expect.poll(() => visits.join()).toContain(`/free-${name}`);
  }
  await control.close();

  const cells = Object.entries(attempts).map(([name, attempt]) => attempt(`${address}/fenced-${name}`));
  await workbench.openCells("fence-attempts", [...cells, "'next'"]);
  for (const [i, name] of Object.keys(attempts).entries())
    await expect(workbench.output(i + 1), name).toHaveText('"refused"');
  await expect(workbench.output(cells.length + 1)).toHaveText('"next"');
  expect(visits.join()).not.toContain("fenced");
  expect(page.url()).toContain("fence-attempts");
});

test("a cell has no storage, no parent and no cookies, where a page of its own origin would", async ({
  workbench,
  page,
}) => {
  await workbench.openCells("storage", [
    'try { globalThis.localStorage.setItem("a", "1"); display("through"); } catch (error) { display(error.name); }',
    "try { display(globalThis.parent.document.title); } catch (error) { display(error.name); }",
    'try { document.cookie = "a=1"; display("through"); } catch (error) { display(error.name); }',
    'try { indexedDB.open("a"); display("through"); } catch (error) { display(error.name); }',
    'try { globalThis.top.location = "about:blank"; display("through"); } catch (error) { display(error.name); }',
    "typeof globalThis.RTCPeerConnection",
    'localStorage.setItem("a", "1")',
  ]);
  await expect(workbench.error(7)).toContainText("SecurityError");
  for (const place of [1, 2, 3, 4, 5]) await expect(workbench.output(place)).toHaveText('"SecurityError"');
  await expect(workbench.output(6)).toHaveText('"undefined"');
  expect(await page.evaluate(() => Object.assign(localStorage, { a: "1" }).getItem("a"))).toBe("1");
  expect(await page.evaluate("typeof RTCPeerConnection")).toBe("function");
});

test("a cell that navigates its frame to another site, or to the workbench's own origin, gets nowhere; it is held, and the rest runs again", async ({
  workbench,
  page,
  context,
}) => {
  const control = await context.newPage();
  await control.goto(`${address}/control`);
  await control.evaluate(`location.href = "${address}/free-navigation"`);
  await expect.poll(() => visits).toContain("/free-navigation");
  await control.waitForURL("**/free-navigation"); // a page closed on its way may hold up the next one
  await control.close();

  const served: string[] = [];
  page.on("request", (request) => served.push(request.url()));
  const targets = { "another-site": `${address}/fenced-navigation`, "own-origin": "/?fenced-navigation" };
  for (const [name, target] of Object.entries(targets)) {
    await test.step(name, async () => {
      await workbench.openCells(name, ["const a = 1; display(a);", "1"]);
      await expect(workbench.output(1)).toHaveText("1");
      const place = page.url().split("#")[0];
      await workbench.editEndless(2, `location.href = new URL(${JSON.stringify(target)}, "${place}").href`);
      await workbench.expectStatus(2, "paused");
      await expect(workbench.output(1)).toHaveText("1");
      await expect(workbench.editor(2)).toContainText("location.href");
      expect(visits.join()).not.toContain("fenced");
      expect(served.filter((url) => url.includes("fenced-navigation"))).toEqual([]);
    });
  }
});

test("in the page around the frame no text becomes markup, code, a handler, a frame or a worker", async ({
  workbench,
  page,
  context,
}) => {
  const control = await context.newPage();
  await control.goto(`${address}/control`);
  const { worker, ...others } = await attemptsIn(control);
  expect(new Set(Object.values(others))).toEqual(new Set(["through"]));
  expect(worker).toBe("refused"); // of another origin
  await control.close();

  await workbench.openCells("page-policy", [
    // What is refused there is what cells do all the time.
    'const place = document.createElement("p"); place.innerHTML = "<b>bold</b>"; display(place); display(eval("1 + 1") + new Function("return 3")());',
    "await compute((n) => n + 1, 1)",
  ]);
  await expect(workbench.output(1)).toContainText("bold");
  await expect(workbench.output(1)).toContainText("5");
  await expect(workbench.output(2)).toHaveText("2");
  const policy = await policyOf(page);
  expect(policy.get("script-src")).not.toContain("'unsafe-inline'");
  expect(policy.get("frame-src")).toEqual(["'none'"]);
  expect(policy.get("require-trusted-types-for")).toEqual(["'script'"]);
  const tried = await page.context().newPage();
  await tried.goto("/");
  expect(await attemptsIn(tried)).toEqual(allRefused);
});
