import { expect, test } from "vitest";
import { NotebookDocument } from "../../../app/live/notebook-document.ts";
import { opensWithCode } from "../../../app/session/code-shown.ts";

const notebook = (attributes = "") =>
  new NotebookDocument(
    `<!doctype html><notebook${attributes}><script id="1" type="module">1</script></notebook>`,
    () => 0,
  );
const writable = { isWritable: () => true };
const published = { isWritable: () => false };

test("what is being written opens with its code: a file without a place in the library, one's own, one that was edited", () => {
  expect(opensWithCode("mine", notebook(), writable)).toBe(true);
  expect(opensWithCode("~copy", notebook(' data-order="2"'), published)).toBe(true);
  const edited = notebook(' data-order="2"');
  edited.rename("Another title", "en");
  expect(opensWithCode("welcome", edited, published)).toBe(true);
});

test("what is published to be read shows its answer first", () => {
  expect(opensWithCode("welcome", notebook(' data-order="2"'), writable)).toBe(false);
  expect(opensWithCode("lesson", notebook(' data-lesson="leontief"'), writable)).toBe(false);
  expect(opensWithCode("anything", notebook(), published)).toBe(false);
});
