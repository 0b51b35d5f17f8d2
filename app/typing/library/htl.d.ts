export const html: import("./elements.d.ts").Template<HTMLElement>;
export const svg: import("./elements.d.ts").Template<SVGElement>;
