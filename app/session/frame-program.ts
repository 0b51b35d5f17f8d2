const programs = new Map<string, Promise<string>>();

/** The frame's program is fetched once for all notebooks. */
export function frameProgram(): Promise<string> {
  return fetched("frame.js");
}

/** The program of the workers that make the draws of ±, fetched when it is first asked for. */
export function drawProgram(): Promise<string> {
  return fetched("draws.js");
}

function fetched(file: string): Promise<string> {
  const known = programs.get(file);
  if (known) return known;
  const program = fetch(new URL(file, document.baseURI)).then(
    (response) => {
      if (!response.ok)
        throw new Error(`The notebook's program (${file}) could not be built; the server's output says why.`);
      return response.text();
    },
    () => {
      throw new Error("The server cannot be reached. Is `npm start` still running?");
    },
  );
  programs.set(file, program);
  program.catch(() => programs.delete(file));
  return program;
}
