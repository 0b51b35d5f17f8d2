import { expose } from "../boundary/endpoint.ts";
import { tableFileRequests } from "./table-file-requests.ts";
import { tableFiles } from "./table-files.ts";

expose(tableFiles, globalThis, tableFileRequests);
