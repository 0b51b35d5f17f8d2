import { existsSync } from "node:fs";

const places = ["/usr/bin/firefox-esr", "/usr/bin/firefox"];

/** Where Debian and its relatives put Firefox; undefined where there is none. */
export const systemFirefox = places.find((path) => existsSync(path));
