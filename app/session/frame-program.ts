let program: Promise<string> | undefined;

/** The frame's program is fetched once for all notebooks. */
export function frameProgram(): Promise<string> {
  program ??= fetch(new URL("frame.js", document.baseURI)).then(
    (response) => {
      if (!response.ok)
        throw new Error("The notebook's program (frame.js) could not be built; the server's output says why.");
      return response.text();
    },
    () => {
      throw new Error("The server cannot be reached. Is `npm start` still running?");
    },
  );
  program.catch(() => {
    program = undefined;
  });
  return program;
}
