import { NotebookStore, VersionConflict } from "../../cli/serve/notebook-store.ts";

/** A process that saves when its parent says so: as many saves at once as asked, all based on the same version. */
const store = new NotebookStore(process.argv[2]!);

process.on("message", async ({ name, version, texts }: { name: string; version: string | null; texts: string[] }) => {
  const outcomes = await Promise.all(
    texts.map((text) =>
      store.write(name, text, version).then(
        () => "saved",
        (error) => (error instanceof VersionConflict ? "conflict" : String(error)),
      ),
    ),
  );
  process.send!(outcomes);
});
process.send!("ready");
