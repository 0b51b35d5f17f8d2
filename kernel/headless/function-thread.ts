import { expose } from "../boundary/endpoint.ts";
import { type FunctionApi, functionRequests } from "../stdlib/function-api.ts";
import { functionService } from "../stdlib/function-service.ts";
import { threadEndpoint } from "./thread-endpoint.ts";

expose<FunctionApi>(functionService(), threadEndpoint(), functionRequests);
