import { tableFiles } from "../../lib/files/table/table-files.ts";
import { expose } from "../boundary/endpoint.ts";
import { tableFileRequests } from "./table-file-requests.ts";

expose(tableFiles, globalThis, tableFileRequests);
