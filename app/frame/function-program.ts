/** The program of workers of functions, as text. Filled by the build of the frame (`cli/serve/frame-program.ts`). */
export const functionProgram: string = "";
