/** The program of the workers that run `compute` functions, as text. Filled in by the build of the frame (`cli/serve/frame-program.ts`). */
export const functionProgram: string = "";
