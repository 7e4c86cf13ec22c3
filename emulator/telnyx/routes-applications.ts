import { Hono } from "hono";
import { readBody } from "../request-body.ts";
import type { Store } from "../retell/store.ts";
import { Application } from "./telnyx-account.ts";
import { TelnyxError } from "./telnyx-error.ts";
import { accountOfBearer } from "./telnyx-gate.ts";
import { newTelnyxId } from "./telnyx-id.ts";

/** TeXML applications. An application that a number is still assigned to cannot be deleted. */
export function telnyxApplicationRoutes(store: Store): Hono {
  return new Hono()
    .get("/texml_applications", (c) => {
      const { applications } = accountOfBearer(store, c);
      return c.json({
        data: applications,
        meta: { page_number: 1, page_size: 250, total_pages: 1, total_results: applications.length },
      });
    })
    .post("/texml_applications", async (c) => {
      const account = accountOfBearer(store, c);
      const application = { ...(await readBody(c, Application)), id: newTelnyxId() };
      account.applications.push(application);
      store.save();
      return c.json({ data: application }, 201);
    })
    .patch("/texml_applications/:id", async (c) => {
      const { applications } = accountOfBearer(store, c);
      const application = applications.find(({ id }) => id === c.req.param("id"));
      if (!application) throw new TelnyxError(404, "10005", "Resource not found");
      Object.assign(application, await readBody(c, Application));
      store.save();
      return c.json({ data: application });
    })
    .delete("/texml_applications/:id", (c) => {
      const account = accountOfBearer(store, c);
      const id = c.req.param("id");
      const index = account.applications.findIndex((one) => one.id === id);
      if (index < 0) throw new TelnyxError(404, "10005", "Resource not found");
      if (account.numbers.some(({ connection_id }) => connection_id === id)) {
        throw new TelnyxError(422, "10029", "The application is still in use");
      }
      const [removed] = account.applications.splice(index, 1);
      store.save();
      return c.json({ data: removed });
    });
}
